/** Where whoever typed the command stands: npm runs it in Buddy's own folder, and tells where it was called. */
export function callersFolder(): string {
  const { npm_lifecycle_event: script, INIT_CWD: calledIn } = process.env;
  return script === 'buddy' && calledIn !== undefined && calledIn !== '' ? calledIn : process.cwd();
}
