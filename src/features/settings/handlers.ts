import type { Intent } from '../../bot/intents.ts';
import type { Turn } from '../../bot/turn.ts';
import { parseClockTime } from '../../calendar/local-time.ts';
import type { Effect } from '../../chat/effect.ts';
import type { Answers } from '../../chat/form.ts';
import { reply } from '../../chat/say.ts';
import { scheduleByCadence, scheduleSameWeek } from '../../people/members/rules.ts';
import { findMember, type Member } from '../../people/members/store.ts';
import { saveWishes } from '../../people/members/wishes-store.ts';
import { accountElements } from '../accounts/cards.ts';
import { findLinked } from '../accounts/store.ts';
import { findPairs } from '../pairing/store.ts';
import { sayNext, settingsCard, settingsForm } from './cards.ts';
import { cadences } from './rules.ts';
import { words } from './words.en.ts';

/** `settings.edit`: when the Monday questions come, and how often. */
export async function editSettings(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const me = await findMember(turn.db, turn.from);
  if (me === null) return [reply(words.nobodyYet)];
  if (intent.isTyped) {
    const linked = await findLinked(turn.db, me.id);
    return [reply(settingsCard(me, accountElements(me, linked, turn.settings.platforms)))];
  }
  if (intent.answers === null) return [{ type: 'open-form', form: settingsForm(me) }];
  const { time, cadence } = readAnswers(intent.answers);
  if (time === null || cadence === undefined) {
    const errors: Record<string, string> = {};
    if (time === null) errors.time = words.noTime;
    if (cadence === undefined) errors.cadence = words.noCadence;
    return [{ type: 'form-errors', form: settingsForm(me), errors }];
  }
  const saved = await save(turn, me, { nudgeMinute: time, cadence });
  const pairs = await findPairs(turn.db, me.id);
  return [reply(`${words.saved} ${sayNext(saved, pairs.length > 0, turn.now)}`)];
}

function readAnswers(answers: Answers): { time: number | null; cadence: Member['cadence'] | undefined } {
  return {
    time: parseClockTime(String(answers.time ?? '')),
    cadence: cadences.find((one) => one === answers.cadence),
  };
}

/** Another time keeps the week that comes next; another cadence counts anew from the last one. */
async function save(
  turn: Turn,
  me: Member,
  chosen: Pick<Member, 'nudgeMinute' | 'cadence'>,
): Promise<Member> {
  const wishes = { ...me, ...chosen };
  const schedule =
    chosen.cadence === me.cadence
      ? scheduleSameWeek(me.nextWeek, wishes)
      : scheduleByCadence(wishes, turn.now);
  const saved = { ...wishes, ...schedule };
  await saveWishes(turn.db, me.id, saved);
  return saved;
}
