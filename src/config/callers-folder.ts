/** The folder that a command was typed in: it runs in Buddy's own, and src/buddy.sh or npm tells which it was. */
export function callersFolder(): string {
  const { CALLED_IN: called, npm_lifecycle_event: script, INIT_CWD: npmCalled } = process.env;
  return called || (script === 'buddy' && npmCalled) || process.cwd();
}
