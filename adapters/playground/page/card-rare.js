// What few cards have.

import { html, useState } from './vendor/preact.js';

/** A bar beside each label, with what it says in words: someone who doesn't see the bars misses nothing. */
export function Chart({ element }) {
  return html`<table class="chart">
    <caption>${element.title}</caption>
    <tbody>
      ${element.bars.map(
        ({ label, value, said }) => html`<tr>
          <th scope="row">${label}</th>
          <td class="chart-bar">${value === null ? '' : html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10" /><rect class="bar" width=${(100 * value) / element.longest} height="10" /></svg>`}</td>
          <td class="chart-said">${said}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

export function File({ element, own }) {
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
