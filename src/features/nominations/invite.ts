import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Mention } from '../../chat/card.ts';
import type { Effect, FieldErrors } from '../../chat/effect.ts';
import { type Profile, personKey } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { accountsOf } from '../../people/members/account-store.ts';
import { nameOf } from '../../people/name-of.ts';
import { writeAudit } from '../audit/store.ts';
import { pageOf } from '../pages/rules.ts';
import { addSupporter, findSupporterOf, findSupporters } from '../supporters/store.ts';
import { sendInvitation } from './messages.ts';
import { manyNominations } from './rules.ts';
import { deleteNominationsOf, findNomination, findNominations, type Nomination } from './store.ts';
import { type Candidate, inviteView, nominationsView } from './views.ts';
import { wordsFor } from './words.ts';

/** `support.nominations`: who colleagues have named, and who's been asked. */
export async function showNominations(turn: Turn, { about }: Intent): Promise<readonly Effect[]> {
  return [await nominations(turn, about, null)];
}

/** `support.invite`: someone from the list, or anyone else. */
export async function inviteSupporter(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { actor, colleague } = turn;
  const words = wordsFor(actor.reader).invite;
  if (intent.about !== '') {
    const named = await findNomination(turn.db, intent.about);
    return [await nominations(turn, '', named === null ? words.gone : await ask(turn, named))];
  }
  const view = inviteView(actor.reader);
  if (intent.answers === null) return [{ type: 'view', view }];
  const refuse = (errors: FieldErrors): readonly Effect[] => [{ type: 'view', view, errors }];
  const { person } = intent;
  if (person === null || colleague === null || colleague === 'absent' || !isOneOfUs(colleague, turn))
    return refuse({ person: words.unknown });
  return [
    await nominations(
      turn,
      '',
      await ask(turn, { person, name: colleague.name, language: colleague.language }),
    ),
  ];
}

function isOneOfUs({ kind, active }: Profile, { hospital }: Turn): boolean {
  return active && (kind === 'person' || (kind === 'guest' && hospital.guestsWelcome));
}

/** Asks them, once, and says what came of it. */
async function ask(turn: Turn, someone: Mention & Pick<Partial<Profile>, 'language'>): Promise<string> {
  const { db, now, actor } = turn;
  const words = wordsFor(actor.reader).invite;
  const accounts = await accountsOf(db, someone.person);
  for (const account of accounts) await deleteNominationsOf(db, account);
  if ((await findSupporterOf(db, accounts)) !== null) return words.already(someone.name);
  const invited = await addSupporter(db, someone, now);
  if (invited === null) return words.already(someone.name);
  await sendInvitation(turn, invited);
  const by = nameOf(actor);
  await writeAudit(db, { by, action: 'invited-supporter', about: '', subject: someone }, now);
  return words.done(someone.name);
}

async function nominations({ db, actor }: Turn, wantedPage: string, said: string | null): Promise<Effect> {
  const page = pageOf(await candidates(db), wantedPage);
  return { type: 'view', view: nominationsView(actor.reader, page, said) };
}

/** Those named by many first; in each group by name, so that the order ranks nobody. */
async function candidates(db: Executor): Promise<readonly Candidate[]> {
  const supporters = await findSupporters(db);
  const asked = new Set(supporters.map(({ person }) => personKey(person)));
  const byPerson = Map.groupBy(await findNominations(db), ({ person }) => personKey(person));
  const named = [...byPerson].filter(([key]) => !asked.has(key)).map(([, said]) => candidateOf(said));
  const waiting = supporters
    .filter(({ state }) => state === 'invited')
    .map(({ id, name }) => ({ id, name, stands: 'waiting' as const }));
  return [
    ...named.filter(({ stands }) => stands === 'many'),
    ...named.filter(({ stands }) => stands === 'few'),
    ...waiting,
  ];
}

function candidateOf(nominations: readonly Nomination[]): Candidate {
  const [{ id, name } = { id: '', name: '' }] = nominations;
  return { id, name, stands: nominations.length >= manyNominations ? 'many' : 'few' };
}
