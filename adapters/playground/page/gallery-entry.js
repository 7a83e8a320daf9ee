import { CardView } from './card.js';
import { FormFields } from './form.js';
import { idOf, titleOf } from './gallery-names.js';
import { html, useState } from './vendor/preact.js';
import { ViewParts } from './view.js';

const people = [{ id: 'one', name: 'A colleague', role: 'picked from everyone' }];

/** One message, form or view. What a platform gets of it is folded away, and written only once it's wanted. */
export function Entry({ entry, platform, platformName }) {
  const { name, card, form, view } = entry;
  const [isUnfolded, setUnfolded] = useState(false);
  const id = idOf(name);
  const title = titleOf(name);
  return html`<article class="entry" id=${id} tabindex="-1">
    <h3>${title}</h3>
    <div class="entry-drawn" role="group" aria-label=${`${title}, drawn`}>
      ${card && html`<${CardView} card=${card} headingLevel=${4} idPrefix=${id} onPress=${() => undefined} />`}
      ${
        form &&
        html`<h4 class="card-heading">${form.title}</h4>
          <${FormFields} form=${form} people=${people} idPrefix=${id} onSubmit=${async () => null} onClose=${() => undefined} />`
      }
      ${
        view &&
        html`<h4 class="card-heading">${view.title}</h4>
          <${ViewParts} view=${view} people=${people} idPrefix=${id} onPress=${() => undefined} onSubmit=${async () => null} onClose=${() => undefined} />`
      }
    </div>
    <details class="entry-json" onToggle=${(event) => setUnfolded(event.target.open)}>
      <summary>What ${platformName} gets</summary>
      ${isUnfolded && html`<pre tabindex="0" role="region" aria-label=${`${title} for ${platformName}`}>${JSON.stringify(entry[platform], null, 2)}</pre>`}
    </details>
  </article>`;
}
