import { BuddyMark, Icon } from './marks.js';
import { html, useState } from './vendor/preact.js';

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

export function Header({ ward, isOpen, curtainButton, tour, onCurtain, onReset }) {
  const [isMenu, setMenu] = useState(false);
  const then = (act) => () => {
    setMenu(false);
    act();
  };
  return html`<header class="header">
    <div class="brand">
      <${BuddyMark} />
      <h1>Buddy</h1>
      <p class="tagline">A fictional ward. Nothing leaves this computer.</p>
    </div>
    <button type="button" class="button icon-button menu-button" aria-expanded=${isMenu} aria-controls="tools" onClick=${() => setMenu(!isMenu)}>
      <${Icon} name="more" /><span class="unseen">More</span>
    </button>
    <div id="tools" class=${`tools ${isMenu ? 'is-open' : ''}`}>
      <${FaultSwitch} ward=${ward} />
      <a class="button plain" href="/playground/gallery">All messages</a>
      ${!tour.isVisible && html`<button type="button" class="button plain" onClick=${then(tour.show)}>Tour</button>`}
      <button type="button" class="button plain" onClick=${then(onReset)}>Reset</button>
    </div>
    <button ref=${curtainButton} type="button" class="button curtain-button" aria-expanded=${isOpen} aria-controls="curtain" onClick=${onCurtain}>
      <${Icon} name="curtain" /><span>Behind the curtain</span>
    </button>
  </header>`;
}

function FaultSwitch({ ward }) {
  const { fault } = ward.state;
  return html`<div class=${`fault ${fault === 'none' ? '' : 'is-on'}`}>
    <label for="fault">Deliveries</label>
    <select id="fault" value=${fault} aria-describedby="fault-what" onChange=${(event) => ward.setFault(event.target.value)}>
      ${Object.entries(faults).map(([value, { label }]) => html`<option value=${value}>${label}</option>`)}
    </select>
    <p id="fault-what" class="fault-what" role="status">${faults[fault]?.what}</p>
  </div>`;
}
