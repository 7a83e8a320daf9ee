import { html, useState } from './vendor/preact.js';

/** A text to copy. */
export default function File({ element, own }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(element.content);
      setSaid(own.copied);
    } catch {
      setSaid(own.select);
    }
  };
  return html`<figure class="file">
    <figcaption>
      <span class="file-name">${element.name}</span>
      <span class="file-said" role="status">${said}</span>
      <button type="button" class="button" aria-label=${`${own.copy}: ${element.name}`} onClick=${copy}>${own.copy}</button>
    </figcaption>
    <pre tabindex="0" role="region" aria-label=${element.name}>${element.content}</pre>
  </figure>`;
}
