import { ElementView } from './card.js';
import { Dialog } from './dialog.js';
import { FormFields } from './form.js';
import { wordsIn } from './own-words.js';
import { html, useEffect, useRef } from './vendor/preact.js';

/** A View as a dialog. `onPress(buttonId)` and `onSubmit(answers)` bring the next one, in this one's place. */
export function ViewDialog({ view, people, onPress, onSubmit, onClose }) {
  const shown = useRef({ view, turn: 0 });
  if (shown.current.view !== view) shown.current = { view, turn: shown.current.turn + 1 };
  const { turn } = shown.current;
  useEffect(() => {
    // What was pressed is gone: someone who listens hears the title of what came in its place.
    if (turn > 0) document.querySelector('dialog[open] h2')?.focus();
  }, [turn]);
  return html`<${Dialog} title=${view.title} language=${view.language} onClose=${onClose}>
    <${ViewParts} key=${turn} view=${view} people=${people} idPrefix="view" onPress=${onPress} onSubmit=${onSubmit} onClose=${onClose} />
  <//>`;
}

/** What stands inside the dialog; the gallery shows it without one. */
export function ViewParts({ view, people, idPrefix, onPress, onSubmit, onClose }) {
  return html`<div class="view">
    ${view.elements.map((element, index) => html`<${ElementView} key=${index} element=${element} own=${wordsIn(view)} onPress=${onPress} id=${`${idPrefix}-${index}`} />`)}
    ${
      view.submit === null
        ? html`<div class="dialog-buttons"><button type="button" class="button" onClick=${onClose}>${wordsIn(view).close}</button></div>`
        : html`<${FormFields} form=${view} people=${people} onSubmit=${onSubmit} onClose=${onClose} idPrefix=${idPrefix} />`
    }
  </div>`;
}
