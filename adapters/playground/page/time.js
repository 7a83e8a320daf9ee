// Instants are epoch milliseconds; a zone is an IANA name. A 24-hour clock, as wards use it.

const formats = new Map();

function format(instant, zone, parts) {
  const key = `${zone} ${JSON.stringify(parts)}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: zone }));
  return formats.get(key).format(instant);
}

/** "09:00" */
export function clockTime(instant, zone) {
  return format(instant, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** "Monday, 23 November" */
export function longDay(instant, zone) {
  return format(instant, zone, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "Mon, 23 Nov" */
export function shortDay(instant, zone) {
  return format(instant, zone, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** "New York" for "America/New_York" */
export function placeOf(zone) {
  return zone.split('/').at(-1).replaceAll('_', ' ');
}

/** What the sky looks like: `night`, `dawn`, `day` or `dusk`. */
export function skyAt(instant, zone) {
  const hour = Number(clockTime(instant, zone).slice(0, 2));
  if (hour < 6 || hour >= 21) return 'night';
  if (hour < 9) return 'dawn';
  return hour < 18 ? 'day' : 'dusk';
}
