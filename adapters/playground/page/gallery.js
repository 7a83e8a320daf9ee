import { getGallery } from './api.js';
import { CardView } from './card.js';
import { FormFields } from './form.js';
import { BuddyMark } from './marks.js';
import { html, render, useEffect, useState } from './vendor/preact.js';

const colleagues = [{ id: 'one', name: 'A colleague', role: 'picked from everybody' }];

/** Every message and form that Buddy can send, and beside each what Slack gets. */
function Gallery() {
  const [entries, setEntries] = useState(null);
  const [fault, setFault] = useState(null);
  const [filter, setFilter] = useState('');
  useEffect(() => {
    getGallery().then(setEntries, (error) => setFault(error.message));
  }, []);
  const found = (entries ?? []).filter((entry) => textOf(entry).includes(filter.trim().toLowerCase()));
  return html`<header class="gallery-head">
      <a class="brand" href="/"><${BuddyMark} /><span>Back to the ward</span></a>
      <h1>Every message of Buddy</h1>
      <p class="text quiet">Drawn here as on the ward; beside it, what Slack gets. The buttons are for looking only.</p>
      <div class="filter">
        <label for="filter">Filter</label>
        <input id="filter" type="search" autocomplete="off" value=${filter} onInput=${(event) => setFilter(event.target.value)} />
        <p role="status">${entries === null ? (fault ?? 'One moment.') : `${found.length} of ${entries.length}`}</p>
      </div>
    </header>
    <main>
      ${groupsOf(found).map(
        ([group, members]) => html`<section key=${group} class="group" aria-label=${group}>
          <h2>${group}</h2>
          ${members.map((entry) => html`<${Entry} key=${entry.name} entry=${entry} />`)}
        </section>`,
      )}
      ${entries !== null && found.length === 0 && html`<p class="empty">Nothing has these words.</p>`}
    </main>`;
}

function Entry({ entry }) {
  const { name, card, form, slack } = entry;
  const id = `entry-${name.replaceAll(/[^a-z0-9]+/gi, '-')}`;
  return html`<article class="entry" id=${id}>
    <h3>${titleOf(name)}</h3>
    <div class="entry-both">
      <div class="entry-drawn" role="group" aria-label=${`${name}, drawn`}>
        ${card && html`<${CardView} card=${card} headingLevel=${4} idPrefix=${id} onPress=${() => undefined} />`}
        ${
          form &&
          html`<h4 class="card-heading">${form.title}</h4>
            <${FormFields} form=${form} colleagues=${colleagues} idPrefix=${id} onSubmit=${async () => null} onClose=${() => undefined} />`
        }
      </div>
      <details class="entry-json" open=${matchMedia('(min-width: 900px)').matches}>
        <summary>What Slack gets</summary>
        <pre tabindex="0" role="region" aria-label=${`${name} for Slack`}>${JSON.stringify(slack, null, 2)}</pre>
      </details>
    </div>
  </article>`;
}

/** Names come as "room: what it is", or "room/what-it-is". */
function parted(name) {
  const at = name.search(/[:/]/);
  return at === -1 ? ['Others', name] : [name.slice(0, at).trim(), name.slice(at + 1).trim()];
}

function titleOf(name) {
  return parted(name)[1];
}

function groupsOf(entries) {
  const groups = new Map();
  for (const entry of entries) {
    const [group] = parted(entry.name);
    groups.set(group, [...(groups.get(group) ?? []), entry]);
  }
  return [...groups];
}

function textOf({ name, card, form }) {
  return `${name} ${JSON.stringify(card ?? form)}`.toLowerCase();
}

const root = document.querySelector('#app');
root.replaceChildren();
render(html`<${Gallery} />`, root);
