import { html } from './vendor/preact.js';

/** Several of a list; the answer is their values joined by commas, in the order of the list. */
export function Checkboxes({ field, id, options, answer, described, isInvalid, onAnswer }) {
  const picked = new Set(answer.split(',').filter(Boolean));
  const toggle = (value, isChecked) => {
    const isPicked = (one) => (one === value ? isChecked : picked.has(one));
    onAnswer(
      options
        .map((option) => option.value)
        .filter(isPicked)
        .join(','),
    );
  };
  return html`<div class="checkboxes">
    ${options.map(
      ({ value, label }, index) => html`<label key=${value} class="checkbox">
        <input type="checkbox" id=${`${id}-${index}`} name=${field.id} value=${value} checked=${picked.has(value)}
          aria-describedby=${described} aria-invalid=${isInvalid ? 'true' : undefined} onChange=${(event) => toggle(value, event.target.checked)} />
        <span>${label}</span>
      </label>`,
    )}
  </div>`;
}
