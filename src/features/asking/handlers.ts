import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import { millisecondsInDay } from '../../calendar/spans.ts';
import type { Effect } from '../../chat/effect.ts';
import type { Answers } from '../../chat/form.ts';
import { personKey } from '../../chat/person.ts';
import { reply } from '../../chat/say.ts';
import { nameOf } from '../../people/name-of.ts';
import { findAskable } from '../referrals/askable.ts';
import type { ReferralContent } from '../referrals/content.ts';
import { unseal } from '../referrals/content.ts';
import { closeReferral } from '../referrals/flow.ts';
import { openReferrals, takeTurnToAsk } from '../referrals/open.ts';
import { mostADay } from '../referrals/rules.ts';
import { findAbout, findAskedBy, lockReferral } from '../referrals/store.ts';
import { isSomeoneThere } from '../referrals/who-looks-after.ts';
import type { Supporter } from '../supporters/store.ts';
import { onList, readAboutThem } from './about-them.ts';
import { readRefer, readSelf } from './read-answers.ts';
import { anyone, referView, selfView, thanksView } from './views.ts';
import { wordsFor } from './words.ts';

/** `support.refer`: someone learned of an event, and asks that a supporter reach out to the colleagues concerned. */
export async function refer(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, actor, content, colleagues } = turn;
  const { reader, accounts } = actor;
  const words = wordsFor(reader);
  const view = referView(reader, content);
  if (intent.answers === null) return [{ type: 'view', view }];
  const read = readRefer(intent.answers, colleagues, accounts, words);
  if (!read.ok) {
    const asksName = 'pickedName' in { ...intent.answers, ...read.errors };
    return [{ type: 'view', view: referView(reader, content, asksName), errors: read.errors }];
  }
  const { answered } = read;
  if (!(await isSomeoneThere(db))) return [{ type: 'view', view: thanksView(reader, 'noProgram', view.id) }];
  if ((await askedToday(turn)) + answered.colleagues.length > mostADay)
    return [{ type: 'view', view, errors: { colleagues: words.manyToday } }];
  const { answers } = intent;
  const contents = answered.colleagues.map(
    (colleague): ReferralContent => ({
      ...noWishes,
      ...readAboutThem(answers, content.support.choices),
      ...colleague,
      kind: answered.kind,
      askedBy: answers.named === 'yes' ? nameOf(actor).name : null,
      isForOneself: false,
      wishesOtherUnit: answers.otherUnit === 'yes',
      wishesGroup: answers.group === 'yes' && answered.colleagues.length > 1,
    }),
  );
  await openReferrals(turn, contents, { soon: answered.soon, asker: actor.account, supporter: null });
  return [{ type: 'view', view: thanksView(reader, 'thanks', view.id) }];
}

/** `support.self`: for oneself, from someone chosen or from anyone who fits. */
export async function askForOneself(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, actor, content } = turn;
  const { reader } = actor;
  const words = wordsFor(reader);
  if (intent.answers !== null) await takeTurnToAsk(db);
  const supporters = await supportersFor(turn);
  const chosen = supporters.some(({ id }) => id === intent.about) ? intent.about : null;
  const view = selfView(reader, content, supporters, chosen);
  if (intent.answers === null) return [{ type: 'view', view }];
  const { answers } = intent;
  const read = readSelf(answers, words);
  const wished = answers.supporter ?? anyone;
  const supporter = supporters.find(({ id }) => id === wished) ?? null;
  if (supporter === null && wished !== anyone)
    return [{ type: 'view', view, errors: { supporter: words.goneSupporter } }];
  if (!read.ok) return [{ type: 'view', view, errors: read.errors }];
  if (supporter === null && !(await isSomeoneThere(db)))
    return [{ type: 'view', view: thanksView(reader, 'noProgram', view.id) }];
  const wishes = wishesOf(turn, answers, read.answered);
  await openReferrals(turn, [wishes], { soon: read.answered.soon, asker: null, supporter });
  return [{ type: 'view', view: thanksView(reader, 'thanksSelf', view.id) }];
}

function wishesOf(
  { actor, content }: Turn,
  answers: Answers,
  { contact, kind }: Pick<ReferralContent, 'contact' | 'kind'>,
): ReferralContent {
  const { person, name } = nameOf(actor);
  return {
    ...noWishes,
    ...readAboutThem(answers, content.support.choices),
    person,
    name,
    contact,
    kind,
    askedBy: null,
    isForOneself: true,
    wishesOtherUnit: answers.otherUnit === 'yes',
    wishesNight: answers.night === 'yes',
    language: onList(answers.language, content.support.choices.languages) ?? actor.reader.language,
  };
}

/** Those who can be asked by name, not oneself. */
async function supportersFor(turn: Turn): Promise<readonly Supporter[]> {
  const mine = new Set(turn.actor.accounts.map(personKey));
  return (await findAskable(turn)).filter(({ person }) => !mine.has(personKey(person)));
}

async function askedToday({ db, actor, seals, now }: Turn): Promise<number> {
  const keyed: string[] = [];
  for (const account of actor.accounts) keyed.push(...(await seals.fingerprints(personKey(account))));
  const open = await findAskedBy(db, keyed);
  return open.filter(({ openedAt }) => openedAt > now - millisecondsInDay).length;
}

/** `support.end`: a colleague doesn't want what's offered to them, and needn't say why. */
export async function endOffer(turn: Turn): Promise<readonly Effect[]> {
  const { db, actor, seals } = turn;
  const words = wordsFor(actor.reader);
  const keyed: string[] = [];
  for (const account of actor.accounts) keyed.push(...(await seals.fingerprints(personKey(account))));
  const open = await findAbout(db, keyed);
  for (const { id } of open) {
    const referral = await lockReferral(db, id);
    if (referral !== null) await closeReferral(turn, referral, await unseal(seals, referral), 'declined');
  }
  return [reply(open.length === 0 ? words.nothingOpen : words.ended)];
}

const noWishes = {
  wishesNight: false,
  wishesGroup: false,
  language: null,
};
