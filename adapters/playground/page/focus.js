/** Gives the focus to the first of these that can take it: what is gone, hidden or behind a dialog can't. */
export function focusFirst(...places) {
  for (const place of places) {
    place?.focus();
    if (place !== null && document.activeElement === place) return;
  }
}

/** Whether what had the focus is gone, so that a keyboard would begin at the top of the page. */
export function isFocusLost() {
  return document.activeElement === null || document.activeElement === document.body;
}

/** The newest message of the chat in front, from which Tab leads to its buttons. */
export function newestMessage() {
  return [...document.querySelectorAll('.chat.is-active .message')].at(-1) ?? null;
}
