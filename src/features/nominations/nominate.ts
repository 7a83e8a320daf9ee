import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect, FieldErrors } from '../../chat/effect.ts';
import { isSamePerson } from '../../chat/person.ts';
import { reply } from '../../chat/say.ts';
import { accountsOf } from '../../people/members/account-store.ts';
import { findSupporterOf } from '../supporters/store.ts';
import { mostNominations, nominationsCountMs } from './rules.ts';
import { addNomination, findNominatedBy } from './store.ts';
import { nominateView } from './views.ts';
import { wordsFor } from './words.ts';

/**
 * `support.nominate`: a colleague who'd be a good supporter. The answer is the same whether they are one, were named before
 * or are news, and whether it counts: it tells nothing of them.
 */
export async function nominate(turn: Turn, { person, answers }: Intent): Promise<readonly Effect[]> {
  const { db, now, actor, colleague } = turn;
  const words = wordsFor(actor.reader).nominate;
  const view = nominateView(actor.reader);
  if (answers === null) return [{ type: 'view', view }];
  const refuse = (errors: FieldErrors): readonly Effect[] => [{ type: 'view', view, errors }];
  if (person === null || colleague === null || colleague === 'absent')
    return refuse({ person: words.unknown });
  if (colleague.kind === 'bot' || !colleague.active) return refuse({ person: words.unknown });
  if (actor.accounts.some((account) => isSamePerson(account, person)))
    return refuse({ person: words.yourself });
  const said = await findNominatedBy(db, actor.accounts);
  const counted = said.filter((at) => at > now - nominationsCountMs).length;
  const isSupporter = (await findSupporterOf(db, await accountsOf(db, person))) !== null;
  if (counted < mostNominations && !isSupporter)
    await addNomination(db, { person, name: colleague.name }, actor.accounts[0], now);
  return [reply(words.thanks)];
}
