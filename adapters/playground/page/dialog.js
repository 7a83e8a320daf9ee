import { html, useEffect, useRef } from './vendor/preact.js';

/** A modal dialog: focus goes in, Escape closes, and focus returns to where it was. */
export function Dialog({ title, onClose, children }) {
  const dialog = useRef(null);
  const titleId = useRef(`dialog-${Math.random().toString(36).slice(2)}`);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current.showModal();
    (
      dialog.current.querySelector('input, select, textarea') ?? dialog.current.querySelector('button')
    )?.focus();
    return () => {
      if (before?.isConnected) before.focus();
    };
  }, []);
  const leave = (event) => {
    event.preventDefault();
    onClose();
  };
  return html`<dialog ref=${dialog} class="dialog" aria-labelledby=${titleId.current} onCancel=${leave}>
    <h2 id=${titleId.current}>${title}</h2>
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
