import { Avatar } from './marks.js';
import { html } from './vendor/preact.js';

/**
 * What could be meant by the words before the caret. Null when there is nothing to offer; otherwise what to put from `from` on. `isEager` says that Enter takes the
 * first offer rather than sending what stands there.
 */
export function completionsFor({ text, caret, commands, people, person }) {
  const before = text.slice(0, caret);
  const mention = /(?:^|\s)@([^@]*)$/.exec(before);
  if (mention !== null) return mentionsFor(mention[1], before, people, person);
  if (caret !== text.length || !text.startsWith('/')) return null;
  return commandsFor(text, commands);
}

function mentionsFor(typed, before, people, person) {
  const start = typed.toLowerCase();
  const colleagues = people.filter((one) => one.id !== person);
  if (colleagues.some(({ name }) => start.startsWith(name.toLowerCase()))) return null;
  const offers = colleagues
    .filter(({ name }) => [name, ...name.split(/\s+/)].some((part) => part.toLowerCase().startsWith(start)))
    .map((one) => ({
      id: one.id,
      label: `@${one.name}`,
      about: one.role,
      insert: `@${one.name} `,
      person: one,
    }));
  return offers.length === 0 ? null : { from: before.length - typed.length - 1, isEager: true, offers };
}

function commandsFor(text, commands) {
  const typed = text.toLowerCase();
  const offers = commands
    .map(({ command, about }) => ({ label: asTyped(command), about }))
    .filter(({ label }) => label.toLowerCase().startsWith(typed) && insertOf(label).trim() !== text.trim())
    .map(({ label, about }) => ({ id: label, label, about, insert: insertOf(label) }));
  return offers.length === 0 ? null : { from: 0, isEager: !/^\/buddy ?$/.test(typed), offers };
}

function asTyped(command) {
  if (command.startsWith('/')) return command;
  return command === '' ? '/buddy' : `/buddy ${command}`;
}

/** Up to where someone has to fill in something of their own. */
function insertOf(label) {
  const gap = label.search(/@colleague|\bCODE\b|<|\[/);
  if (gap === -1) return label === '/buddy join' ? `${label} ` : label;
  return label.slice(0, gap) + (label[gap] === '@' ? '@' : '');
}

export function Offers({ id, offers, chosen, onTake }) {
  const keepFocus = (event) => event.preventDefault();
  return html`<ul id=${id} class="offers" role="listbox" aria-label="Suggestions">
    ${offers.map(
      (
        offer,
        index,
      ) => html`<li id=${`${id}-${index}`} key=${offer.id} role="option" aria-selected=${offer === chosen} onMouseDown=${keepFocus} onClick=${() => onTake(offer)}>
        ${offer.person && html`<${Avatar} person=${offer.person} small />`}
        <span class="offer-label">${offer.label}</span>
        <span class="offer-about">${offer.about}</span>
      </li>`,
    )}
  </ul>`;
}
