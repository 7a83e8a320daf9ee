import { getGallery } from './api.js';
import { Entry } from './gallery-entry.js';
import { idOf, roomsOf, titleOf } from './gallery-names.js';
import { BuddyMark } from './marks.js';
import { keep, recall } from './memory.js';
import { html, render, useEffect, useState } from './vendor/preact.js';

const platformKey = 'gallery.platform';
/** What the messages are in: `?language=es`. */
const language = new URLSearchParams(location.search).get('language') === 'es' ? 'es' : 'en';
const other = { en: { id: 'es', name: 'Español' }, es: { id: 'en', name: 'English' } }[language];

const platforms = { slack: 'Slack', teams: 'Microsoft Teams' };

/** Every message and form that Buddy can send, room by room, and below each what a platform gets. */
function Gallery() {
  const [entries, setEntries] = useState(null);
  const [fault, setFault] = useState(null);
  const [filter, setFilter] = useState('');
  const [platform, setPlatform] = useState(recall(platformKey) ?? 'slack');
  const [open, setOpen] = useState(null);
  useEffect(() => {
    getGallery(language).then(setEntries, (error) => setFault(error.message));
  }, []);
  useEffect(() => keep(platformKey, platform), [platform]);
  const wanted = filter.trim().toLowerCase();
  const found = (entries ?? []).filter((entry) => textOf(entry).includes(wanted));
  const rooms = roomsOf(found);
  const isOpen = (room) => wanted !== '' || room.id === (open ?? rooms[0]?.id);
  const count = entries === null ? (fault ?? 'One moment.') : `${found.length} of ${entries.length}`;
  return html`<header class="gallery-head">
      <a class="brand" href="/"><${BuddyMark} /><span>Back to the ward</span></a>
      <h1>Every message of Buddy</h1>
      <p class="text quiet">Drawn here as on the ward, and below it what a platform gets. The buttons are for looking only. In <a href=${`?language=${other.id}`} lang=${other.id}>${other.name}</a>.</p>
      <div class="filters">
        <div class="filter">
          <label for="filter">Filter</label>
          <input id="filter" type="search" autocomplete="off" value=${filter} onInput=${(event) => setFilter(event.target.value)} />
          <p role="status">${count}</p>
        </div>
        <${PlatformSwitch} platform=${platform} onPlatform=${setPlatform} />
      </div>
    </header>
    <div class="gallery-body">
      <${Index} rooms=${rooms} isOpen=${isOpen} onOpen=${setOpen} />
      <main>
        ${rooms.map(
          (
            room,
          ) => html`<details key=${room.id} id=${room.id} class="group" open=${isOpen(room)} onToggle=${({
            target,
          }) => {
            if (target.open && wanted === '') setOpen(room.id);
            else if (!target.open && room.id === (open ?? rooms[0].id)) setOpen('');
          }}>
            <summary><h2>${room.title}</h2><span class="group-count">${room.entries.length}</span></summary>
            <div class="entries">
              ${room.entries.map((entry) => html`<${Entry} key=${entry.name} entry=${entry} platform=${platform} platformName=${platforms[platform]} />`)}
            </div>
          </details>`,
        )}
        ${entries !== null && found.length === 0 && html`<p class="empty">Nothing has these words.</p>`}
      </main>
    </div>`;
}

function PlatformSwitch({ platform, onPlatform }) {
  return html`<fieldset class="platforms">
    <legend>What is sent to</legend>
    ${Object.entries(platforms).map(
      ([id, name]) => html`<label key=${id}>
        <input type="radio" name="platform" value=${id} checked=${platform === id} onChange=${() => onPlatform(id)} />${name}
      </label>`,
    )}
  </fieldset>`;
}

/** The rooms, and of an open one its messages. */
function Index({ rooms, isOpen, onOpen }) {
  const goTo = (room, id) => (event) => {
    event.preventDefault();
    onOpen(room);
    // Once it's open: what is folded can't be scrolled to.
    requestAnimationFrame(() => requestAnimationFrame(() => show(id)));
  };
  return html`<nav class="index" aria-label="Index">
    <ul>
      ${rooms.map(
        (room) => html`<li key=${room.id}>
          <a href=${`#${room.id}`} aria-current=${isOpen(room) ? 'true' : undefined} onClick=${goTo(room.id, room.id)}>${room.title} <span class="group-count">${room.entries.length}</span></a>
          ${
            isOpen(room) &&
            html`<ul>
              ${room.entries.map(({ name }) => html`<li key=${name}><a href=${`#${idOf(name)}`} onClick=${goTo(room.id, idOf(name))}>${titleOf(name)}</a></li>`)}
            </ul>`
          }
        </li>`,
      )}
    </ul>
  </nav>`;
}

function show(id) {
  const target = document.getElementById(id);
  target?.scrollIntoView();
  (target?.querySelector(':scope > summary') ?? target)?.focus({ preventScroll: true });
}

function textOf({ name, card, form, view }) {
  return `${name} ${titleOf(name)} ${JSON.stringify(card ?? form ?? view)}`.toLowerCase();
}

const root = document.querySelector('#app');
root.replaceChildren();
render(html`<${Gallery} />`, root);
