import { remember } from './remember.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();
const FORMATTERS_KEPT = 1_000;

/**
 * How far the clocks of `zone` are ahead of UTC at `instant` (epoch milliseconds), in milliseconds: 3_600_000 for
 * Paris in winter, negative in the Americas. Defined for every instant, so there are no gaps or folds here.
 * Throws RangeError for a zone that Intl does not know and for an instant that is no date.
 *
 * `tzOffset` of @date-fns/tz does the same but loses the sign of offsets between 0 and -1 h, and answers something
 * that is not a number for some names that are no zones.
 */
export function offsetAt(instant: number, zone: string): number {
  const minute = Math.floor(instant / 60_000);
  const known = latest.get(zone);
  if (known?.minute === minute) return known.offset;
  const offset = askIntl(instant, zone);
  if (latest.size >= FORMATTERS_KEPT) latest.clear();
  if (instant >= WHOLE_MINUTES_SINCE) latest.set(zone, { minute, offset });
  return offset;
}

/** What was found last: whoever is answered asks for now. */
const latest = new Map<string, { readonly minute: number; readonly offset: number }>();

/** The last clocks to change in the middle of a minute were Liberia's, on 7 January 1972. */
const WHOLE_MINUTES_SINCE = Date.UTC(1972, 1);

function askIntl(instant: number, zone: string): number {
  const formatter = remember(formatters, FORMATTERS_KEPT, zone, () => {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  });
  const text = formatter.format(instant); // "3/29/2026, GMT+02:00"; just "GMT" at zero; seconds before 1972
  const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
  if (match === null) throw new Error(`Intl gave no offset for ${zone}`);
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = match;
  const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
  return sign === '-' ? -size : size;
}
