import type { Conditions } from '../../../adapters/playground/failures.ts';
import type { Hands } from '../../../adapters/playground/hands.ts';
import { type Ward, ward } from '../../../adapters/playground/ward.ts';
import { addWeeks, weekOf } from '../../calendar/iso-week.ts';
import { wardZone } from '../steps.ts';
import type { Chance } from './chance.ts';

/** Where lives are lived: who is there to join, and what moves their hands. */
export interface Stage {
  readonly now: () => number;
  readonly hands: Hands;
  readonly conditions: Conditions;
  readonly elsewhere: Ward;
  readonly chance: Chance;
}

/** The colleagues so far. */
export interface Life extends Stage {
  readonly pairs: { one: string; other: string; areTogether: boolean }[];
  readonly paused: string[];
  /** Waits until what was done has reached everyone. */
  settled(): Promise<void>;
}

/** So many of them keep Buddy blocked from the day they're asked. */
const shareBlocking = 0.02;

/** Most join early, as word gets round; by the end everyone has been asked. `elapsed`: the share of the half year. */
export async function meetAndPair(life: Life, elapsed: number): Promise<void> {
  const { elsewhere, pairs, hands, chance, settled } = life;
  const asked = Math.floor((elsewhere.length / 2) * Math.min(1, 1.15 * Math.sqrt(elapsed)));
  const joining = elsewhere.slice(2 * pairs.length, 2 * asked);
  const couples = joining.flatMap((one, index) => {
    const other = joining[index + 1];
    return index % 2 === 1 || other === undefined ? [] : [{ one, other }];
  });
  for (const { one, other } of couples) await hands.says(one.id, `@${other.name}`);
  await settled();
  for (const { one, other } of couples) {
    const areTogether = chance.often(0.93);
    await hands.presses(other.id, areTogether ? 'pairing.accept' : 'pairing.decline');
    pairs.push({ one: one.id, other: other.id, areTogether });
    if (chance.often(0.15)) await keepOwnTime(life, one.id);
    if (chance.often(shareBlocking)) life.conditions.blockedBy.add(other.id);
  }
  await settled();
}

function keepOwnTime({ hands, chance }: Life, person: string): Promise<void> {
  const time = chance.pick(['07:00', '12:30', '19:30']);
  const cadence = chance.pick(['weekly', 'weekly', 'fortnightly']);
  return hands.fillsIn(person, 'settings.edit', { time, cadence });
}

/** Some pause, and come back after a while; now and then two stop. */
export async function comeAndGo({ pairs, paused, hands, chance, settled }: Life): Promise<void> {
  for (const person of paused.splice(0)) {
    if (chance.often(0.35)) await hands.says(person, 'resume');
    else paused.push(person);
  }
  for (const pair of pairs) {
    if (!pair.areTogether) continue;
    if (chance.often(0.02)) {
      await hands.says(pair.one, 'pause');
      paused.push(pair.one);
    }
    if (!chance.often(0.003)) continue;
    await hands.says(pair.other, 'end');
    await hands.presses(pair.other, 'pairing.end:');
    pair.areTogether = false;
  }
  await settled();
}

/** One of the two presses; the other's message follows. */
export async function checkIn({ pairs, hands, chance, settled }: Life, share: number): Promise<void> {
  for (const { one, other, areTogether } of pairs) {
    if (areTogether && chance.often(share))
      await hands.presses(chance.pick([one, other]), 'checkins.acknowledge:');
  }
  await settled();
}

/** The weeks for which the administrator has words of their own; the last one is left to the one who takes the tour. */
const posted = new Map([
  [
    3,
    {
      first: 'Which small thing went right on your unit this week?',
      second: 'Who made it possible, and do they know?',
    },
  ],
  [
    11,
    {
      first: 'What does your first cup of something taste like these days?',
      second: 'When do you get to finish it?',
      note: 'The new wing opens on Tuesday. Thank you to everyone who is packing boxes.',
    },
  ],
  [
    19,
    {
      first: 'What have you learned from someone in another profession?',
      second: 'What would you like to ask them next?',
    },
  ],
]);

/** On Sunday evening, for the day after. */
export async function postAhead({ now, hands, settled }: Life, week: number): Promise<void> {
  const questions = posted.get(week);
  const administrator = ward.find((person) => person.isAdministrator);
  if (questions === undefined || administrator === undefined) return;
  const next = addWeeks(weekOf(now(), wardZone), 1);
  await hands.fillsIn(administrator.id, 'questions.post', { week: next, ...questions });
  await settled();
}
