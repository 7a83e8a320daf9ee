/** "Monday 23 November" for a local instant. */
export function sayDay(instant: number, zone: string): string {
  return inZone(instant, zone, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "Monday 23 November, 09:00" for a local instant, on a 24-hour clock as wards use it. */
export function sayInstant(instant: number, zone: string): string {
  const time = inZone(instant, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${sayDay(instant, zone)}, ${time}`;
}

function inZone(instant: number, zone: string, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: zone }).format(instant);
}
