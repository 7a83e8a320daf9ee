import type { Colleague as LookedUp } from '../../bot/turn.ts';
import type { Words } from '../../chat/card.ts';
import type { FieldErrors } from '../../chat/effect.ts';
import type { Answers } from '../../chat/form.ts';
import { isSamePerson, type PersonRef } from '../../chat/person.ts';
import { type EventKind, eventKinds } from '../../content/event-kinds.ts';
import { contactOf } from '../../people/way-to-reach.ts';
import type { Colleague } from '../referrals/content.ts';
import { mostAtOnce } from '../referrals/rules.ts';
import { typedName } from '../referrals/typed-person.ts';
import type { words as sentences } from './words.en.ts';

type Sentences = typeof sentences;

export interface AnsweredRefer {
  readonly colleagues: readonly Colleague[];
  readonly kind: EventKind;
  readonly soon: 'today' | 'week';
}

export type Read<Answered> =
  | { readonly ok: true; readonly answered: Answered }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Who's meant, what happened and how soon; every fault at its field. `me` are the accounts of who asks. */
export function readRefer(
  answers: Answers,
  picked: readonly LookedUp[],
  me: readonly PersonRef[],
  words: Sentences,
): Read<AnsweredRefer> {
  const errors: Record<string, Words> = {};
  const colleagues = pickedColleagues(answers, { picked, me }, words, errors);
  const typed = typedColleague(answers, words, errors);
  if (colleagues.length === 0 && typed === null && Object.keys(errors).length === 0)
    errors.colleagues = words.nobody;
  const { kind, soon } = kindAndSoon(answers, words, errors);
  if (kind === null || soon === null || Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    answered: { colleagues: typed === null ? colleagues : [...colleagues, typed], kind, soon },
  };
}

export interface AnsweredSelf {
  readonly contact: string | null;
  readonly kind: EventKind;
  readonly soon: 'today' | 'week';
}

export function readSelf(answers: Answers, words: Sentences): Read<AnsweredSelf> {
  const errors: Record<string, Words> = {};
  const entered = textOf(answers.contact);
  const contact = entered === '' ? null : contactOf(entered);
  if (entered !== '' && contact === null) errors.contact = words.badContact;
  // How soon isn't asked everywhere; without an answer it's this week.
  const { kind, soon } = kindAndSoon({ soon: 'week', ...answers }, words, errors);
  if (kind === null || soon === null || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, answered: { contact, kind, soon } };
}

interface Picked {
  readonly picked: readonly LookedUp[];
  readonly me: readonly PersonRef[];
}

function pickedColleagues(
  answers: Answers,
  { picked, me }: Picked,
  words: Sentences,
  errors: Record<string, Words>,
): readonly Colleague[] {
  if (picked.length > mostAtOnce) errors.colleagues = words.tooMany;
  else if (picked.some(({ person }) => me.some((account) => isSamePerson(account, person))))
    errors.colleagues = words.notYourself;
  return picked.flatMap(({ person, is }) => {
    if (is === 'absent') return absentColleague(answers, person, { picked, me }, { words, errors });
    if (is === null || is.kind === 'bot') {
      errors.colleagues ??= words.unknown;
      return [];
    }
    return [{ person, name: is.name, contact: null }];
  });
}

/**
 * Someone who doesn't have Buddy: the platform's picker gives an id, and nobody tells a name. It's asked for, of one who was
 * picked alone: of several, who asks can't know which one it is.
 */
function absentColleague(
  answers: Answers,
  person: PersonRef,
  { picked }: Picked,
  { words, errors }: { readonly words: Sentences; readonly errors: Record<string, Words> },
): readonly Colleague[] {
  if (picked.length > 1) {
    const known = picked.flatMap(({ is }) => (is === null || is === 'absent' ? [] : [is.name]));
    errors.colleagues ??= known.length === 0 ? words.noneHasBuddy : words.someHaveBuddy(known.join(', '));
    return [];
  }
  const entered = textOf(answers.pickedName);
  const name = typedName(entered);
  if (name === null) errors.pickedName = entered === '' ? words.noPickedName : words.badName;
  return name === null ? [] : [{ person, name, contact: null }];
}

/** Someone who isn't on the chat has a name and a way to be reached. */
function typedColleague(answers: Answers, words: Sentences, errors: Record<string, Words>): Colleague | null {
  const [enteredName, enteredContact] = [textOf(answers.name), textOf(answers.contact)];
  if (enteredName === '' && enteredContact === '') return null;
  const name = typedName(enteredName);
  const contact = contactOf(enteredContact);
  if (name === null) errors.name = words.badName;
  if (contact === null) errors.contact = enteredContact === '' ? words.noContact : words.badContact;
  return name === null || contact === null ? null : { person: null, name, contact };
}

function kindAndSoon(answers: Answers, words: Sentences, errors: Record<string, Words>) {
  const kind = eventKinds.find((one) => one === answers.kind) ?? null;
  const soon = soons.find((one) => one === answers.soon) ?? null;
  if (kind === null) errors.kind = words.noKind;
  if (soon === null) errors.soon = words.noSoon;
  return { kind, soon };
}

const soons = ['today', 'week'] as const;

function textOf(answer: Answers[string]): string {
  return typeof answer === 'string' ? answer.trim() : '';
}
