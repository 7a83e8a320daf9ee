// Instants are epoch milliseconds; a zone is an IANA name. Said as the cards say it, in the American way.

const formats = new Map();

function format(instant, zone, parts) {
  const key = `${zone} ${JSON.stringify(parts)}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat('en-US', { ...parts, timeZone: zone }));
  return formats.get(key).format(instant);
}

/** "9:00 AM" */
export function clockTime(instant, zone) {
  return format(instant, zone, { hour: 'numeric', minute: '2-digit' });
}

/** "Monday, November 23" */
export function longDay(instant, zone) {
  return format(instant, zone, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "Mon, Nov 23" */
export function shortDay(instant, zone) {
  return format(instant, zone, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** "New York" for "America/New_York" */
export function placeOf(zone) {
  return zone.split('/').at(-1).replaceAll('_', ' ');
}

/** What the sky looks like: `night`, `dawn`, `day` or `dusk`. */
export function skyAt(instant, zone) {
  const hour = Number(format(instant, zone, { hour: '2-digit', hourCycle: 'h23' }));
  if (hour < 6 || hour >= 21) return 'night';
  if (hour < 9) return 'dawn';
  return hour < 18 ? 'day' : 'dusk';
}
