import { millisecondsInDay, millisecondsInHour } from 'date-fns/constants';

/** A code works for 14 days at most. */
export const codeLastsMs = 14 * millisecondsInDay;

/** So many codes of one person wait at a time; a further one makes the oldest stop working. */
export const mostCodes = 5;

/** After this many wrong codes within the hour a person waits: 40 bits are then out of reach. */
export const mostWrongCodes = 8;
export const wrongCodesWithinMs = millisecondsInHour;

/**
 * The code as it was made, from what somebody typed: any case, with or without the hyphen, and O, I and L read as
 * the digits they look like. Null when it cannot be a code.
 */
export function readCode(typed: string): string | null {
  const characters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{8}$/.test(characters)) return null;
  return `${characters.slice(0, 4)}-${characters.slice(4)}`;
}
