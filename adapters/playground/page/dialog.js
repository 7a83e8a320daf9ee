import { focusFirst } from './focus.js';
import { html, useEffect, useRef } from './vendor/preact.js';

/**
 * A modal dialog: focus goes in, Escape closes, and focus returns to what opened it, or to the chat where that was
 * when it's gone by then.
 */
export function Dialog({ title, language = 'en', onClose, children }) {
  const dialog = useRef(null);
  const titleId = useRef(`dialog-${Math.random().toString(36).slice(2)}`);
  useEffect(() => {
    const before = document.activeElement;
    const chat = before?.closest('.chat')?.getAttribute('data-pane');
    const shown = dialog.current;
    shown.showModal();
    // A view is there to be read first: from its title on, which may be above what has to be filled in.
    const first = shown.querySelector('.view') === null ? 'input, select, textarea' : 'h2';
    (shown.querySelector(first) ?? shown.querySelector('button'))?.focus();
    return () => {
      // While it's open, nothing outside can have the focus.
      shown.close();
      focusFirst(
        before,
        document.querySelector(`[data-pane="${chat}"] :is(.messages, .home)`),
        document.querySelector('.menu-button'),
        document.querySelector('#chats'),
      );
    };
  }, []);
  const leave = (event) => {
    event.preventDefault();
    onClose();
  };
  return html`<dialog ref=${dialog} class="dialog" lang=${language} aria-labelledby=${titleId.current} onCancel=${leave}>
    <h2 id=${titleId.current} tabindex="-1">${title}</h2>
    ${children}
  </dialog>`;
}

/** Asks once before something that cannot be undone. */
export function Confirm({ title, sentence, yes, onYes, onClose }) {
  return html`<${Dialog} title=${title} onClose=${onClose}>
    <p>${sentence}</p>
    <div class="dialog-buttons">
      <button type="button" class="button" onClick=${onClose}>Keep it</button>
      <button type="button" class="button danger" onClick=${onYes}>${yes}</button>
    </div>
  <//>`;
}
