import { Checkboxes } from './checkboxes.js';
import { Dialog } from './dialog.js';
import { wordsIn } from './own-words.js';
import { html, useEffect, useRef, useState } from './vendor/preact.js';

/** A Form as a dialog. `onSubmit(answers)` answers with errors by field id, or null once it is done. */
export function FormDialog({ form, people, onSubmit, onClose }) {
  return html`<${Dialog} title=${form.title} language=${form.language} onClose=${onClose}>
    <${FormFields} form=${form} people=${people} onSubmit=${onSubmit} onClose=${onClose} idPrefix="form" />
  <//>`;
}

/** What stands inside the dialog; the gallery shows it without one. */
export function FormFields({ form, people, onSubmit, onClose, idPrefix }) {
  const [answers, setAnswers] = useState(() => initialAnswers(form));
  const [errors, setErrors] = useState({});
  const [isWaiting, setWaiting] = useState(false);
  const body = useRef(null);
  useEffect(() => {
    if (Object.keys(errors).length > 0) body.current.querySelector('[aria-invalid="true"]')?.focus();
  }, [errors]);
  const send = async (event) => {
    event.preventDefault();
    if (isWaiting) return;
    setWaiting(true);
    const found = await onSubmit(filledIn(answers));
    setWaiting(false);
    setErrors(found ?? {});
  };
  return html`<form ref=${body} class="form" novalidate onSubmit=${send}>
    ${form.intro && html`<p class="form-intro">${form.intro}</p>`}
    ${form.fields.map(
      (field) =>
        html`<${FieldView} key=${field.id} field=${field} id=${`${idPrefix}-${field.id}`} answer=${answers[field.id] ?? ''} error=${errors[field.id]}
          people=${people} own=${wordsIn(form)} onAnswer=${(answer) => setAnswers((now) => ({ ...now, [field.id]: answer }))} />`,
    )}
    <div class="dialog-buttons">
      <button type="button" class="button" onClick=${onClose}>${wordsIn(form).cancel}</button>
      <button type="submit" class="button primary" aria-disabled=${isWaiting}>${form.submit}</button>
    </div>
  </form>`;
}

function FieldView({ field, id, answer, error, people, own, onAnswer }) {
  const described =
    [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const optional = field.optional && html` <span class="optional">${own.optional}</span>`;
  const around = (name, control) => html`${name}
    ${field.hint && html`<p class="hint" id=${`${id}-hint`}>${field.hint}</p>`}
    ${control}
    ${error && html`<p class="field-error" id=${`${id}-error`} role="alert">${error}</p>`}`;
  if (field.type === 'choices' || field.type === 'people') {
    const colleagues = people.filter(({ isMe }) => !isMe);
    const options = field.type === 'people' ? optionsOf(colleagues, own) : field.options;
    return html`<fieldset class="field">
      ${around(
        html`<legend>${field.label}${optional}</legend>`,
        html`<${Checkboxes} field=${field} id=${id} options=${options} answer=${answer} described=${described} isInvalid=${error !== undefined} onAnswer=${onAnswer} />`,
      )}
    </fieldset>`;
  }
  const common = {
    id,
    name: field.id,
    value: answer,
    onInput: (event) => onAnswer(event.target.value),
    'aria-describedby': described,
    'aria-invalid': error === undefined ? undefined : 'true',
    'aria-required': field.optional ? undefined : 'true',
  };
  return html`<div class="field">
    ${around(
      html`<label for=${id}>${field.label}${optional}</label>`,
      html`<${Control} field=${field} common=${common} people=${people} own=${own} />`,
    )}
  </div>`;
}

function Control({ field, common, people, own }) {
  switch (field.type) {
    case 'text':
      return field.lines === 'one'
        ? html`<input type="text" autocomplete="off" maxlength=${field.maxLength} ...${common} />`
        : html`<textarea rows="3" maxlength=${field.maxLength} ...${common}></textarea>`;
    case 'channel':
      return html`<input type="text" autocomplete="off" ...${common} />`;
    case 'time':
      return html`<input type="time" ...${common} />`;
    case 'day':
      return html`<input type="date" ...${common} />`;
    case 'choice':
      return html`<${Select} pick=${own.pick} common=${common} options=${field.options} />`;
    case 'person':
      return html`<${Select} pick=${own.pick} common=${common} options=${optionsOf(people, own)} />`;
    default:
      return html`<p class="hint">(the playground cannot draw “${field.type}” yet)</p>`;
  }
}

function optionsOf(people, own) {
  return people.map(({ id, name, role, isMe }) => ({
    value: id,
    label: `${name}, ${role}${isMe ? ` ${own.you}` : ''}`,
  }));
}

/** Nothing is picked for anyone: the first line is empty unless the form says otherwise. */
function Select({ common, options, pick }) {
  return html`<select ...${common}>
    <option value="">${pick}</option>
    ${options.map((option) => html`<option value=${option.value}>${option.label}</option>`)}
  </select>`;
}

function initialAnswers(form) {
  return Object.fromEntries(form.fields.map((field) => [field.id, String(field.initial ?? '')]));
}

/** A field left empty is absent. */
function filledIn(answers) {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer.trim() !== ''));
}
