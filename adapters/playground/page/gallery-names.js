// What the rooms of the gallery are called on the page, in the order in which someone meets them.

const rooms = {
  home: 'The home page',
  help: 'Welcome and help',
  choosing: 'Choosing a buddy',
  invitations: 'Invitations',
  codes: 'Codes to pass on',
  pairing: 'Becoming buddies, and stopping',
  unpaired: 'Without a buddy',
  nudges: 'Monday’s message',
  checkins: 'Check-ins and status',
  settings: 'Settings and pauses',
  pulse: 'The quarterly pulse',
  resources: 'Where to turn, and guides',
  privacy: 'Privacy',
  accounts: 'One person on two platforms',
  questions: 'The weekly questions',
  administration: 'The administrators’ desk',
  figures: 'Figures for administrators',
  alarms: 'When something is wrong',
  launch: 'Making it known',
  thanks: 'Thanking everyone',
  support: 'Peer support: the way in',
  asking: 'Asking for support',
  referrals: 'What peer support sends',
  desk: 'The director’s desk',
  offers: 'What a supporter opens',
  roster: 'The roster',
  supporters: 'Supporters',
  nominations: 'Who becomes a supporter',
  training: 'Training, practice and guides',
  gatherings: 'When supporters meet, and thanks',
  program: 'Who runs the program',
  audit: 'Who did what',
};

/** Entries by room, as `{ id, title, entries }`. An entry's name begins with its room: "nudges: Monday". */
export function roomsOf(entries) {
  const found = Map.groupBy(entries, ({ name }) => name.slice(0, name.indexOf(':')));
  const order = Object.keys(rooms);
  return [...found]
    .sort(([one], [other]) => placeIn(order, one) - placeIn(order, other))
    .map(([id, members]) => ({ id: `room-${id}`, title: rooms[id] ?? capital(id), entries: members }));
}

/** "codes: refused, alreadyBuddies" is "Refused: already buddies". */
export function titleOf(name) {
  const words = name.slice(name.indexOf(':') + 1).trim();
  const [, why] = /^refused, (.+)$/.exec(words) ?? [];
  return why === undefined ? capital(words) : `Refused: ${spelled(why)}`;
}

export function idOf(name) {
  return `entry-${name.replaceAll(/[^a-z0-9]+/gi, '-')}`;
}

function placeIn(order, room) {
  return order.includes(room) ? order.indexOf(room) : order.length;
}

/** "alreadyBuddies" and "already-buddies" are two words. */
function spelled(reason) {
  return reason.replaceAll(/-|(?=[A-Z])/g, ' ').toLowerCase();
}

function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
