import type { Hands } from '../../adapters/playground/hands.ts';
import { refOf } from '../../adapters/playground/ward.ts';
import { addDays, dayText, localDay } from '../calendar/local-time.ts';
import type { Answers } from '../chat/form.ts';
import type { Database } from '../db/schema.ts';
import { isSomeoneThere } from '../features/referrals/who-looks-after.ts';
import { findSupporterOf } from '../features/supporters/store.ts';
import { wardZone } from './steps.ts';
import type { Travel } from './travel.ts';
import { isAnyoneReferred } from './ward-store.ts';

export interface HardShift {
  readonly db: Database;
  readonly now: () => number;
  readonly travel: Travel;
  readonly hands: Hands;
}

const director = 'elif';
const trainedDaysAgo = 90;

const cards = {
  gus: {
    ...{ profession: 'nurse', specialty: 'critical-care', rank: 'senior', contact: '312-555-0142' },
    ...{ kinds: 'event-error,event-death', languages: 'en', hours: 'days,nights', most: '4' },
    shown: 'profession,specialty,rank,kinds,languages,hours',
  },
  dana: {
    ...{ profession: 'pharmacist', rank: 'experienced', contact: 'dana.levi@hospital.example' },
    ...{ kinds: 'event-error', languages: 'en,es', hours: 'days', most: '4' },
    shown: 'profession,rank,kinds,languages,hours,contact',
  },
} as const;

/**
 * A small program of peer support, and a night after which someone should reach out to Chidi. All of it is done as people
 * do it, by forms and buttons. Only what isn't there yet is added: where someone waits already, nobody else is referred.
 */
export async function bringSupport(shift: HardShift, signal: AbortSignal): Promise<void> {
  const { db, travel, hands } = shift;
  if (!(await isSomeoneThere(db)))
    await hands.fillsIn('wil', 'program.roles', { person: refOf(director), role: 'director' });
  for (const [who, card] of Object.entries(cards))
    if ((await findSupporterOf(db, [refOf(who)])) === null) await join(shift, who, card, signal);
  if (await isAnyoneReferred(db)) return;
  const night = { kind: 'event-death', soon: 'today' };
  await hands.fillsIn('ana', 'support.refer', { colleagues: [refOf('chidi')], ...night });
  await travel.catchUp(signal);
}

/** Someone is invited, says yes, fills in their card, and is trained. */
async function join(
  { db, now, travel, hands }: HardShift,
  who: string,
  card: Answers,
  signal: AbortSignal,
): Promise<void> {
  await hands.fillsIn(director, 'support.invite', { person: refOf(who) });
  await travel.catchUp(signal);
  await hands.presses(who, 'support.join:yes');
  await hands.fillsIn(who, 'support.card', card);
  const supporter = await findSupporterOf(db, [refOf(who)]);
  const day = dayText(addDays(localDay(now(), wardZone), -trainedDaysAgo));
  if (supporter !== null) await hands.fillsIn(director, `support.trained:${supporter.id}`, { day });
}
