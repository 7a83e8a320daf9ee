import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import { todayOf } from '../../calendar/hospital-day.ts';
import { parseDay } from '../../calendar/local-time.ts';
import type { Effect } from '../../chat/effect.ts';
import type { Answer } from '../../chat/form.ts';
import { nameOf } from '../../people/name-of.ts';
import { writeAudit } from '../audit/store.ts';
import { pageOf } from '../pages/rules.ts';
import { wantedPage } from '../supporters/pick-view.ts';
import { findActive, findSupporter, type Supporter, saveSupporter } from '../supporters/store.ts';
import { wordsFor as supporterWordsFor } from '../supporters/words.ts';
import { trainedOnView, trainingView } from './views.ts';
import { wordsFor } from './words.ts';

/** `support.trained`: who's been trained, and the day on which someone was. */
export async function noteTraining(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, actor } = turn;
  const words = wordsFor(actor.reader);
  const { about, answers } = intent;
  if (about === '' || wantedPage(about) !== undefined) return [await list(turn, about, null)];
  const supporter = await findSupporter(db, about);
  if (supporter?.state !== 'active') return [await list(turn, '', supporterWordsFor(actor.reader).gone)];
  const today = todayOf(turn);
  const view = trainedOnView(actor.reader, supporter, today);
  if (answers === null) return [{ type: 'view', view }];
  const day = dayUntil(today, answers.day);
  if (day === null) return [{ type: 'view', view, errors: { day: words.trained.notADay } }];
  await note(turn, supporter, day);
  return [await list(turn, '', words.trained.saved(supporter.name))];
}

async function note({ db, now, actor }: Turn, supporter: Supporter, day: string): Promise<void> {
  await saveSupporter(db, supporter.id, { trainedOn: day });
  const by = nameOf(actor);
  await writeAudit(db, { by, action: 'trained-supporter', about: '', subject: supporter }, now);
}

/** Null for what's no day, or is yet to come. */
function dayUntil(today: string, answer: Answer | undefined): string | null {
  return typeof answer === 'string' && parseDay(answer) !== null && answer <= today ? answer : null;
}

async function list(turn: Turn, about: string, said: string | null): Promise<Effect> {
  const { db, actor } = turn;
  const page = pageOf(await findActive(db), wantedPage(about));
  const mayInvite = actor.roles.has('director') || actor.roles.has('deputy');
  const view = trainingView(actor.reader, { page, today: todayOf(turn), mayInvite, said });
  return { type: 'view', view };
}
