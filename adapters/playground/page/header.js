import { LanguageSwitch } from './language.js';
import { BuddyMark, Icon } from './marks.js';
import { html, useState } from './vendor/preact.js';

export function Header({ ward, isOpen, curtainButton, tour, onCurtain, onReset }) {
  const [isMenu, setMenu] = useState(false);
  const then = (act) => () => {
    setMenu(false);
    act();
  };
  const onKey = (event) => {
    if (event.key !== 'Escape' || !isMenu) return;
    event.preventDefault();
    setMenu(false);
    document.querySelector('.menu-button').focus();
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
    <div id="tools" onKeyDown=${onKey} class=${`tools ${isMenu ? 'is-open' : ''}`}>
      <a class="button plain" href="/playground/gallery">All messages</a>
      ${!(tour.isVisible && !tour.isShift) && html`<button type="button" class="button plain tour-button" onClick=${then(() => tour.show('week'))}>Tour</button>`}
      ${!(tour.isVisible && tour.isShift) && html`<button type="button" class="button plain shift-button" onClick=${then(() => tour.show('shift'))}>After a hard shift</button>`}
      ${!ward.isWide && html`<${LanguageSwitch} ward=${ward} person=${ward.person} isInMenu />`}
      <button type="button" class="button plain" onClick=${then(onReset)}>Reset</button>
    </div>
    <button ref=${curtainButton} type="button" class="button curtain-button" aria-expanded=${isOpen} aria-controls="curtain" onClick=${onCurtain}>
      <${Icon} name="curtain" /><span>Behind the curtain</span>
      ${ward.state.fault !== 'none' && html`<span class="dot"></span><span class="unseen"> (deliveries are failing)</span>`}
    </button>
  </header>`;
}
