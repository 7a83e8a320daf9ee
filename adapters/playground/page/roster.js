import { useLater, withStyle } from './later.js';
import { Avatar, Icon, Unread } from './marks.js';
import { clockTime } from './time.js';
import { html, useEffect, useRef, useState } from './vendor/preact.js';

/** Whose eyes one looks through: a button with the person in front, and the list of all eight. */
export function Roster({ ward, pane, person }) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef(null);
  const list = useLater(ward, isOpen, () => withStyle('roster-list', import('./roster-list.js')));
  const { people } = ward;
  const { now } = ward.states[person] ?? ward.state;
  const current = people.find((one) => one.id === person);
  const elsewhere = people
    .filter((one) => !ward.shown.includes(one.id))
    .reduce((sum, one) => sum + one.unread, 0);
  useEffect(() => {
    if (!isOpen) return undefined;
    const onDown = (event) => {
      if (!root.current.contains(event.target)) setOpen(false);
    };
    addEventListener('pointerdown', onDown);
    return () => removeEventListener('pointerdown', onDown);
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    root.current.querySelector('.roster-button').focus();
  };
  const pick = (one) => {
    close();
    ward.look(pane, one.id);
  };
  return html`<div class="roster" ref=${root}>
    <button type="button" class="roster-button" aria-haspopup="listbox" aria-expanded=${isOpen} aria-controls=${`roster-${pane}`} onClick=${() => setOpen(!isOpen)}>
      <${Avatar} person=${current} />
      <span class="who">
        <span class="who-name"><span class="unseen">Looking through the eyes of </span>${current.name}</span>
        <span class="who-about">${clockTime(now, current.timeZone)} · ${current.role}</span>
      </span>
      ${elsewhere > 0 && html`<${Unread} count=${elsewhere} where=" in other chats" />`}
      <${Icon} name="chevron" />
    </button>
    ${isOpen && list !== null && html`<${list.RosterList} id=${`roster-${pane}`} people=${people} current=${current} now=${now} onPick=${pick} onClose=${close} onLeave=${() => setOpen(false)} />`}
  </div>`;
}
