import { useLater, withStyle } from './later.js';
import { wordsIn } from './own-words.js';
import { html, useRef, useState } from './vendor/preact.js';

/** Draws one Card. `onPress(buttonId)` may return a promise; while it runs, the buttons wait. */
export function CardView({ card, onPress, headingLevel = 3, idPrefix }) {
  const Heading = `h${headingLevel}`;
  return html`<div class="card" lang=${card.language ?? 'en'}>
    ${card.heading && html`<${Heading} class="card-heading">${card.heading}<//>`}
    ${card.elements.map((element, index) => html`<${ElementView} key=${index} element=${element} own=${wordsIn(card)} onPress=${onPress} id=${`${idPrefix}-${index}`} />`)}
  </div>`;
}

export function ElementView({ element, own, onPress, id }) {
  switch (element.type) {
    case 'text':
      return html`<p class=${`text ${element.tone ?? 'normal'}`}><${Words} words=${element.words} /></p>`;
    case 'questions':
      return html`<ol class="questions">
        <li>${element.first}</li>
        <li>${element.second}</li>
      </ol>`;
    case 'fields':
      return html`<dl class="fields">
        ${element.fields.map(
          (field) => html`<div>
            <dt>${field.label}</dt>
            <dd><${Words} words=${field.words} /></dd>
          </div>`,
        )}
      </dl>`;
    case 'divider':
      return html`<hr class="divider" />`;
    case 'buttons':
      return html`<div class="buttons">
        ${element.buttons.map(
          (button) =>
            html`<button type="button" key=${button.id} class=${`button ${button.style ?? ''}`} data-button=${button.id} aria-label=${button.spoken} onClick=${() => onPress(button.id)}>
              ${button.label}
            </button>`,
        )}
      </div>`;
    case 'choice':
      return html`<${Choice} element=${element} own=${own} onPress=${onPress} id=${id} />`;
    case 'table':
      return html`<${Table} element=${element} own=${own} />`;
    case 'chart':
      return html`<${Rare} name="Chart" element=${element} />`;
    case 'file':
      return html`<${Rare} name="File" element=${element} own=${own} />`;
    default:
      return html`<p class="text quiet">(the playground cannot draw “${element.type}” yet)</p>`;
  }
}

/** Plain words, with names as chips, commands as they are typed here, and numbers that can be called. */
export function Words({ words }) {
  const parts = Array.isArray(words) ? words : [words];
  return html`${parts.map((part) => {
    if (typeof part === 'string') return part;
    if (part.phone !== undefined) return html`<a class="phone" href=${`tel:${part.phone}`}>${part.phone}</a>`;
    if (part.command === undefined) return html`<span class="name">${part.name}</span>`;
    return part.colleague ? '/buddy @colleague' : `/buddy ${part.command}`;
  })}`;
}

/** Nothing is picked for anyone, as in a form; pressed with nothing picked, it leads back to the list. */
function Choice({ element, own, onPress, id }) {
  const [picked, setPicked] = useState('');
  const list = useRef(null);
  const apply = () => {
    if (picked === '') return list.current.focus();
    return onPress(`${idUpToColon(element.id)}:${picked}`);
  };
  return html`<div class="choice">
    <label for=${id}>${element.label}</label>
    <div class="choice-row">
      <select id=${id} ref=${list} value=${picked} onChange=${(event) => setPicked(event.target.value)}>
        <option value="">${own.pick}</option>
        ${element.options.map((option) => html`<option value=${option.value}>${option.label}</option>`)}
      </select>
      <button type="button" class="button" data-button=${element.id} aria-label=${`${own.apply}: ${element.label}`} onClick=${apply}>
        ${own.apply}
      </button>
    </div>
  </div>`;
}

/** What is picked takes the place of whatever follows the colon. */
function idUpToColon(id) {
  const colon = id.indexOf(':');
  return colon === -1 ? id : id.slice(0, colon);
}

function Table({ element, own }) {
  return html`<div class="table-scroll" role="region" aria-label=${`${own.table}: ${element.columns.join(', ')}`} tabindex="0">
    <table>
      <thead>
        <tr>
          ${element.columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${element.rows.map(
          (row) => html`<tr>
            ${row.map((cell) => html`<td><${Words} words=${cell} /></td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Drawn by what is fetched with the first card that has one. */
function Rare({ name, element, own }) {
  const [fault, complain] = useState(null);
  const part = useLater({ complain }, true, () => withStyle('card-rare', import('./card-rare.js')));
  if (part !== null) return html`<${part[name]} element=${element} own=${own} />`;
  return fault && html`<p class="text quiet" role="status">${fault}</p>`;
}
