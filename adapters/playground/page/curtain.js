import { Account } from './account.js';
import { getAccount, getHeld } from './api.js';
import { Deliveries } from './deliveries.js';
import { Held } from './held.js';
import { Icon } from './marks.js';
import { html, useEffect, useRef, useState } from './vendor/preact.js';

/** The drawer that shows what the database holds, and what became of this week's messages. */
export function Curtain({ ward, onClose }) {
  const [tab, setTab] = useState('held');
  const title = useRef(null);
  useEffect(() => title.current.focus(), []);
  const { name, timeZone: zone } = ward.people.find(({ id }) => id === ward.person);
  const tabs = [
    { id: 'held', label: `What Buddy keeps about ${name}` },
    { id: 'account', label: 'This week’s account' },
  ];
  const onKey = (event) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const next = tab === 'held' ? 'account' : 'held';
    setTab(next);
    document.getElementById(`curtain-tab-${next}`).focus();
  };
  return html`<aside id="curtain" class="curtain" aria-labelledby="curtain-title">
    <div class="curtain-head">
      <h2 id="curtain-title" ref=${title} tabindex="-1">Behind the curtain</h2>
      <button type="button" class="button plain icon-button" aria-label="Close the curtain" onClick=${onClose}><${Icon} name="close" /></button>
    </div>
    <div class="tabs curtain-tabs" role="tablist" aria-label="Behind the curtain" onKeyDown=${onKey}>
      ${tabs.map(
        ({ id, label }) =>
          html`<button type="button" role="tab" id=${`curtain-tab-${id}`} aria-selected=${tab === id} aria-controls="curtain-panel" tabindex=${tab === id ? 0 : -1} class="tab" onClick=${() => setTab(id)}>${label}</button>`,
      )}
    </div>
    <div id="curtain-panel" class="curtain-panel" role="tabpanel" aria-labelledby=${`curtain-tab-${tab}`} tabindex="0">
      ${
        tab === 'held'
          ? html`<${Eyes} ward=${ward} /><${Reading} key=${`held ${ward.person}`} read=${() => getHeld(ward.person)} changes=${ward.changes} draw=${(held, before) => html`<${Held} held=${held} before=${before} name=${name} zone=${zone} />`} />`
          : html`<${Reading} key="account" read=${getAccount} changes=${ward.changes} draw=${(account) => html`<${Account} account=${account} people=${ward.people} />`} />`
      }
    </div>
    <${Deliveries} ward=${ward} />
  </aside>`;
}

/** With two chats side by side, whose rows are shown. */
function Eyes({ ward }) {
  if (ward.shown.length < 2) return null;
  return html`<div class="eyes" role="group" aria-label="Whose rows">
    ${ward.shown.map((person, pane) => html`<button type="button" class="button plain" aria-pressed=${ward.active === pane} onClick=${() => ward.focus(pane)}>${ward.nameOf(person)}</button>`)}
  </div>`;
}

/** Reads again after each change, and keeps what was there before so that news can be shown. */
function Reading({ read, changes, draw }) {
  const [{ now, before, fault }, setRead] = useState({ now: null, before: null, fault: null });
  useEffect(() => {
    let isCurrent = true;
    read().then(
      (answer) => isCurrent && setRead((last) => ({ now: answer, before: last.now, fault: null })),
      (fault) => isCurrent && setRead((last) => ({ ...last, fault: fault.message })),
    );
    return () => {
      isCurrent = false;
    };
  }, [changes]);
  if (fault !== null) return html`<p class="empty" role="status">${fault}</p>`;
  return now === null ? html`<p class="empty" role="status">One moment.</p>` : draw(now, before);
}
