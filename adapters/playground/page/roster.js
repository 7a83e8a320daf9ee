import { Avatar, Icon } from './marks.js';
import { clockTime, placeOf } from './time.js';
import { html, useEffect, useRef, useState } from './vendor/preact.js';

/** Whose eyes one looks through: a button with the person in front, and the list of all eight. */
export function Roster({ ward, pane, person }) {
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const root = useRef(null);
  const list = useRef(null);
  const { people } = ward;
  const { now } = ward.states[person] ?? ward.state;
  const current = people.find((one) => one.id === person);
  const elsewhere = people
    .filter((one) => !ward.shown.includes(one.id))
    .reduce((sum, one) => sum + one.unread, 0);
  useEffect(() => {
    if (!isOpen) return undefined;
    list.current.focus();
    const onDown = (event) => {
      if (!root.current.contains(event.target)) setOpen(false);
    };
    addEventListener('pointerdown', onDown);
    return () => removeEventListener('pointerdown', onDown);
  }, [isOpen]);
  useEffect(() => {
    if (isOpen) document.getElementById(`roster-${pane}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, at]);

  const open = () => {
    setAt(people.indexOf(current));
    setOpen(!isOpen);
  };
  const close = () => {
    setOpen(false);
    root.current.querySelector('.roster-button').focus();
  };
  const pick = (one) => {
    close();
    ward.look(pane, one.id);
  };
  const onKey = (event) => {
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: people.length - 1 };
    if (event.key in moves) setAt(Math.min(Math.max(moves[event.key], 0), people.length - 1));
    else if (event.key === 'Enter' || event.key === ' ') pick(people[at]);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') {
      setOpen(false);
      return;
    } else return;
    event.preventDefault();
  };
  return html`<div class="roster" ref=${root}>
    <button type="button" class="roster-button" aria-haspopup="listbox" aria-expanded=${isOpen} aria-controls=${`roster-${pane}`} onClick=${open}>
      <${Avatar} person=${current} />
      <span class="who">
        <span class="who-name"><span class="unseen">Looking through the eyes of </span>${current.name}</span>
        <span class="who-about">${clockTime(now, current.timeZone)} · ${current.role}</span>
      </span>
      ${elsewhere > 0 && html`<${Unread} count=${elsewhere} where=" in other chats" />`}
      <${Icon} name="chevron" />
    </button>
    ${
      isOpen &&
      html`<ul ref=${list} id=${`roster-${pane}`} class="roster-list" role="listbox" aria-label="Whose eyes to look through" tabindex="-1" aria-activedescendant=${`roster-${pane}-${at}`} onKeyDown=${onKey}>
        ${people.map(
          (
            one,
            index,
          ) => html`<li id=${`roster-${pane}-${index}`} key=${one.id} data-person=${one.id} role="option" aria-selected=${one.id === person} class=${index === at ? 'at' : ''} onClick=${() => pick(one)} onPointerMove=${() => setAt(index)}>
            <${Avatar} person=${one} />
            <span class="who">
              <span class="who-name">${one.name}</span>
              <span class="who-about">${one.role}</span>
            </span>
            ${one.unread > 0 && html`<${Unread} count=${one.unread} where="" />`}
            <span class="who-time">${clockTime(now, one.timeZone)}<span class="who-place">${placeOf(one.timeZone)}</span></span>
          </li>`,
        )}
      </ul>`
    }
  </div>`;
}

function Unread({ count, where }) {
  return html`<span class="unread">${count}<span class="unseen"> unread${where}</span></span>`;
}
