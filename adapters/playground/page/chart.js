import { html } from './vendor/preact.js';

/** A bar beside each label, with what it says in words: someone who doesn't see the bars misses nothing. */
export default function Chart({ element }) {
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
