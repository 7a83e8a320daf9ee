import { CardView } from './card.js';
import { Composer } from './composer.js';
import { LanguageSwitch } from './language.js';
import { Messages } from './messages.js';
import { Roster } from './roster.js';
import { html, useEffect, useRef, useState } from './vendor/preact.js';

const tabs = [
  { id: 'messages', label: 'Messages' },
  { id: 'home', label: 'Home' },
];

/** One person's chat with Buddy. */
export function Chat({ ward, pane, person, onPress, onSay, onSunday, draft }) {
  const [tab, setTab] = useState('messages');
  const [seen, setSeen] = useState(null);
  const state = ward.states[person];
  const count = state?.messages.length ?? 0;
  const newest = state?.messages.at(-1)?.id;
  useEffect(() => {
    if (tab === 'messages') setSeen(`${person} ${newest}`);
  }, [tab, person, newest]);
  useEffect(() => {
    if (draft !== null) setTab('messages');
  }, [draft]);
  const pressing = useRef(false);
  const press = async (message, button) => {
    if (pressing.current) return;
    pressing.current = true;
    const answer = await onPress(person, message, button).finally(() => {
      pressing.current = false;
    });
    const after = ward.states[person]?.messages.length ?? 0;
    if (message === 'home' && answer?.form === undefined && after > count) setTab('messages');
  };
  const say = (text) => {
    setTab('messages');
    return onSay(person, text);
  };
  const isNew =
    tab === 'home' && seen !== null && seen !== `${person} ${newest}` && seen.startsWith(`${person} `);
  const name = ward.nameOf(person);
  return html`<section class=${`chat ${ward.active === pane ? 'is-active' : ''}`} data-pane=${pane} aria-labelledby=${`whose-${pane}`} onfocusin=${() => ward.focus(pane)} onPointerDown=${() => ward.focus(pane)}>
    <h2 id=${`whose-${pane}`} class="unseen">${name}’s chat with Buddy</h2>
    <div class="chat-head">
      <${Roster} ward=${ward} pane=${pane} person=${person} />
      ${ward.isWide && html`<${LanguageSwitch} ward=${ward} person=${person} />`}
      <${Tabs} pane=${pane} tab=${tab} isNew=${isNew} onTab=${setTab} />
    </div>
    <div class="chat-body" id=${`panel-${pane}`} role="tabpanel" aria-labelledby=${`tab-${pane}-${tab}`}>
      ${state === undefined && html`<p class="empty" role="status">One moment.</p>`}
      ${state !== undefined && tab === 'messages' && html`<${Messages} key=${person} state=${state} name=${name} pane=${pane} isFirst=${ward.shown[0] === person} onPress=${press} onSay=${say} onSunday=${onSunday} />`}
      ${state !== undefined && tab === 'home' && html`<${Home} key=${person} card=${state.home} pane=${pane} onPress=${press} />`}
    </div>
    ${state !== undefined && html`<${Composer} key=${person} ward=${ward} name=${name} state=${state} pane=${pane} draft=${draft} onSay=${say} />`}
  </section>`;
}

function Tabs({ pane, tab, isNew, onTab }) {
  const onKey = (event) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const next = tab === 'messages' ? 'home' : 'messages';
    onTab(next);
    document.getElementById(`tab-${pane}-${next}`).focus();
  };
  return html`<div class="tabs" role="tablist" aria-label="What is shown" onKeyDown=${onKey}>
    ${tabs.map(
      ({ id, label }) =>
        html`<button type="button" role="tab" id=${`tab-${pane}-${id}`} aria-selected=${tab === id} aria-controls=${`panel-${pane}`} tabindex=${tab === id ? 0 : -1} class="tab" onClick=${() => onTab(id)}>
          ${label}${id === 'messages' && isNew && html`<span class="dot"></span><span class="unseen"> (new)</span>`}
        </button>`,
    )}
  </div>`;
}

function Home({ card, pane, onPress }) {
  if (card === null) return html`<p class="empty">There is nothing here yet.</p>`;
  return html`<div class="home" tabindex="0" role="region" aria-label="Home">
    <${CardView} card=${card} idPrefix=${`home-${pane}`} onPress=${(button) => onPress('home', button)} />
  </div>`;
}
