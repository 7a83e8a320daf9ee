import { html } from './vendor/preact.js';

const faults = {
  none: { label: 'fine', what: 'Every message arrives.' },
  'rate-limited': {
    label: 'rate limited',
    what: 'The platform asks for a pause; messages wait and go out later.',
  },
  down: { label: 'down', what: 'The platform answers with errors; messages wait, and each is tried again.' },
  blocked: {
    label: 'blocked',
    what: 'People have blocked Buddy; after three tries a message counts as unreachable.',
  },
};

/** How the made-up platform behaves: what would happen to messages on a bad day. */
export function Deliveries({ ward }) {
  const { fault } = ward.state;
  return html`<div class=${`deliveries ${fault === 'none' ? '' : 'is-on'}`}>
    <label for="fault">Deliveries</label>
    <select id="fault" value=${fault} aria-describedby="fault-what" onChange=${(event) => ward.setFault(event.target.value)}>
      ${Object.entries(faults).map(([value, { label }]) => html`<option value=${value}>${label}</option>`)}
    </select>
    <p id="fault-what" class="deliveries-what" role="status">${faults[fault]?.what}</p>
  </div>`;
}
