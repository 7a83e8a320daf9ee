import type { Turn } from '../../bot/turn.ts';
import { parseDay } from '../../calendar/local-time.ts';
import type { FieldErrors } from '../../chat/effect.ts';
import type { Answer, Answers } from '../../chat/form.ts';
import type { Reader } from '../../chat/reader.ts';
import type { Choice, Choices } from '../../content/choices.ts';
import { weekdays } from '../../content/shapes.ts';
import { nameOf } from '../../people/name-of.ts';
import { contactOf } from '../../people/way-to-reach.ts';
import { forSupporters } from './for-supporters.ts';
import { cardView, savedView } from './own-card-view.ts';
import { allHours, ceiling, parts, usualMost } from './rules.ts';
import { type Supporter, saveSupporter } from './store.ts';
import { wordsFor } from './words.ts';

/** `support.card`: what a supporter says of themselves, and what of it everyone sees. */
export const editCard = forSupporters(async (turn, { answers }, me) => {
  const { db, actor, content } = turn;
  const { choices } = content.support;
  const view = cardView(actor.reader, choices, me);
  if (answers === null) return [{ type: 'view', view }];
  const errors = faultsOf(actor.reader, answers);
  if (Object.keys(errors).length > 0) return [{ type: 'view', view, errors }];
  const { language } = actor.reader;
  const changed = { ...cardOf(choices, answers), ...nameNow(turn), language };
  await saveSupporter(db, me.id, changed);
  return [{ type: 'view', view: savedView(actor.reader, choices, { ...me, ...changed }) }];
});

/** Names change, and a member's is followed. */
function nameNow({ actor }: Turn): { readonly name?: string } {
  return actor.member === null ? {} : { name: nameOf(actor).name };
}

function faultsOf(reader: Reader, { contact, awayFrom, awayUntil }: Answers): FieldErrors {
  const words = wordsFor(reader).card;
  const from = dayIn(awayFrom);
  const until = dayIn(awayUntil);
  return {
    ...(textIn(contact) === null || contactIn(contact) !== null ? {} : { contact: words.notAContact }),
    ...(from === 'not a day' ? { awayFrom: words.notADay } : {}),
    ...(until === 'not a day' ? { awayUntil: words.notADay } : {}),
    ...(from !== null && until !== null && until < from ? { awayUntil: words.endsBefore } : {}),
  };
}

/** What was entered, once it has no faults. What nobody can choose counts as not chosen. */
function cardOf(choices: Choices, answers: Answers): Partial<Omit<Supporter, 'id' | 'person'>> {
  return {
    profession: oneOf(choices.professions, answers.profession),
    specialty: oneOf(choices.specialties, answers.specialty),
    rank: oneOf(choices.ranks, answers.rank),
    unit: oneOf(choices.units, answers.unit),
    kinds: someOf(idsOf(choices.kinds), answers.kinds),
    languages: someOf(idsOf(choices.languages), answers.languages),
    contact: contactIn(answers.contact),
    shown: someOf(parts, answers.shown),
    hours: someOf(allHours, answers.hours),
    onCall: someOf(weekdays, answers.onCall),
    mostOffers: mostIn(answers.most),
    awayFrom: dayIn(answers.awayFrom),
    awayUntil: dayIn(answers.awayUntil),
  };
}

function textIn(answer: Answer | undefined): string | null {
  return typeof answer === 'string' && answer.trim() !== '' ? answer : null;
}

function contactIn(answer: Answer | undefined): string | null {
  const typed = textIn(answer);
  return typed === null ? null : contactOf(typed);
}

function dayIn(answer: Answer | undefined): string | null {
  const typed = textIn(answer);
  return typed === null || parseDay(typed) !== null ? typed : 'not a day';
}

function oneOf(choices: readonly Choice[], answer: Answer | undefined): string | null {
  return choices.find(({ id }) => id === answer)?.id ?? null;
}

function someOf(ids: readonly string[], answer: Answer | undefined): readonly string[] {
  const picked = textIn(answer)?.split(',') ?? [];
  return ids.filter((id) => picked.includes(id));
}

function idsOf(choices: readonly Choice[]): readonly string[] {
  return choices.map(({ id }) => id);
}

function mostIn(answer: Answer | undefined): number {
  const most = Number(answer);
  return Number.isInteger(most) && most >= 1 && most <= ceiling ? most : usualMost;
}
