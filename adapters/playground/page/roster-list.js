import { Avatar, Unread } from './marks.js';
import { clockTime, placeOf } from './time.js';
import { html, useEffect, useRef, useState } from './vendor/preact.js';

/** Everyone on the ward, to pick from by key or by hand. `onClose` goes back to the button, `onLeave` goes on. */
export function RosterList({ id, people, current, now, onPick, onClose, onLeave }) {
  const [at, setAt] = useState(people.indexOf(current));
  const list = useRef(null);
  useEffect(() => list.current.focus(), []);
  useEffect(() => document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' }), [at]);
  const onKey = (event) => {
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: people.length - 1 };
    if (event.key in moves) setAt(Math.min(Math.max(moves[event.key], 0), people.length - 1));
    else if (event.key === 'Enter' || event.key === ' ') onPick(people[at]);
    else if (event.key === 'Escape') onClose();
    else if (event.key === 'Tab') return onLeave();
    else return;
    event.preventDefault();
  };
  return html`<ul ref=${list} id=${id} class="roster-list" role="listbox" aria-label="Whose eyes to look through" tabindex="-1" aria-activedescendant=${`${id}-${at}`} onKeyDown=${onKey}>
    ${people.map(
      (
        one,
        index,
      ) => html`<li id=${`${id}-${index}`} key=${one.id} data-person=${one.id} role="option" aria-selected=${one.id === current.id} class=${index === at ? 'at' : ''} onClick=${() => onPick(one)} onPointerMove=${() => setAt(index)}>
        <${Avatar} person=${one} />
        <span class="who">
          <span class="who-name">${one.name}</span>
          <span class="who-about">${one.role}</span>
        </span>
        ${one.unread > 0 && html`<${Unread} count=${one.unread} where="" />`}
        <span class="who-time">${clockTime(now, one.timeZone)}<span class="who-place">${placeOf(one.timeZone)}</span></span>
      </li>`,
    )}
  </ul>`;
}
