import { type IsoWeek, parseIsoWeek } from '../../calendar/iso-week.ts';
import type { Held } from './held.ts';

/** True when there is nothing at all to show or to erase. */
export function isNothing(held: Held): boolean {
  const { person: _, member, linked: __, contact, address, namedIn, ...lists } = held;
  return (
    member === null &&
    contact === null &&
    address === null &&
    namedIn === 0 &&
    Object.values(lists).every((list) => list.length === 0)
  );
}

/** Whose weekly message a key of the outbox names, and of which week; null for any other key. */
export function readNudgeKey(key: string): { readonly memberId: string; readonly week: IsoWeek } | null {
  const [kind, memberId = '', text = ''] = key.split(':');
  const week = parseIsoWeek(text);
  return kind === 'nudge' && week !== null ? { memberId, week } : null;
}

/** Whether a message tells an inviter what became of their invitation. They would wait on without it. */
export function answersInvitation(key: string): boolean {
  return ['declined:', 'expired:', 'full:'].some((kind) => key.startsWith(kind));
}
