const id = /^[\w.:@-]{1,128}$/;

/**
 * Whether a text that came in from outside can be an id: of a person, a workspace, or what a button is about. Every id of
 * Slack, Entra and ours is one; what is none names nobody and nothing, and goes no further than the adapter or the intent.
 */
export function isId(text: string): boolean {
  return id.test(text);
}
