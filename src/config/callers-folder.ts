/** The folder that a command was typed in: npm runs it in Buddy's own, and tells which it was. */
export function callersFolder(): string {
  const { npm_lifecycle_event: script, INIT_CWD: calledIn } = process.env;
  return script === 'buddy' && calledIn !== undefined && calledIn !== '' ? calledIn : process.cwd();
}
