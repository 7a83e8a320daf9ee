import { html } from './vendor/preact.js';

/** Two lamps that overlap: Buddy's mark. */
export function BuddyMark() {
  return html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="10" class="mark-night" />
    <circle cx="12.5" cy="16" r="6.5" class="mark-one" />
    <circle cx="19.5" cy="16" r="6.5" class="mark-other" />
  </svg>`;
}

const paths = {
  chevron: 'M6 9l6 6 6-6',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12l16-8-5 16-3.5-6.5L4 12zM11.5 13.5L20 4',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 14.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5z',
  more: 'M4 7h16M4 12h16M4 17h16',
  sun: 'M12 16a4 4 0 100-8 4 4 0 000 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 119.5 4a7 7 0 0010.5 10.5z',
  horizon: 'M3 18h18M7 18a5 5 0 0110 0M12 7.5v2M4.8 11.3l1.4 1.4M19.2 11.3l-1.4 1.4',
  curtain: 'M4 4h16M6 4v16c3-2 4-8 4-16M18 4v16c-3-2-4-8-4-16',
  check: 'M5 12.5l4.5 4.5L19 7.5',
};

/** A small line drawing beside words; it says nothing by itself. */
export function Icon({ name }) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${paths[name]} /></svg>`;
}

/** Someone's initials on their color. */
export function Avatar({ person, small }) {
  return html`<span class=${`avatar ${small ? 'small' : ''}`} style=${{ '--hue': person.hue }} aria-hidden="true">${person.initials}</span>`;
}

/** How many messages nobody has looked at, and where they are for someone who listens. */
export function Unread({ count, where }) {
  return html`<span class="unread">${count}<span class="unseen"> unread${where}</span></span>`;
}
