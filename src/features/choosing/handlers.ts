import type { Turn } from '../../bot/turn.ts';
import { dayText, localDay } from '../../calendar/local-time.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace, reply } from '../../chat/say.ts';
import { saidIn } from '../../content/languages.ts';
import { isPaused } from '../../people/members/rules.ts';
import type { Member } from '../../people/members/store.ts';
import { findOpenToInvitations, saveOpenToInvitations } from '../../people/members/wishes-store.ts';
import { fingerprint } from '../../system/ids.ts';
import { enrolActor } from '../invitations/enrol-and-pair.ts';
import { allowAsksByAnyone } from '../invitations/refusal-store.ts';
import { isUnwelcomeGuest } from '../invitations/rules.ts';
import { wordsFor as invitationWordsFor } from '../invitations/words.ts';
import { countBuddies } from '../pairing/many-store.ts';
import { choosingCard, nowClosedCard, nowOpenCard } from './cards.ts';
import { questionsAmong, whoIsOpen } from './rules.ts';

/** More than can be shown, so that leaving some out leaves enough. */
const mostConsidered = 500;

/** `pairing.choose`: how to find someone, and who has let it be known that they are open to an invitation. */
export async function choose(turn: Turn): Promise<readonly Effect[]> {
  const { actor, pairs, hospital, content } = turn;
  const { refusals } = invitationWordsFor(actor.reader);
  if (pairs.length >= hospital.maxBuddies) return [reply(refusals['you-are-full']())];
  const guide = content.guides.find((one) => one.id === 'choosing');
  const choosing = {
    questions: questionsAmong(
      guide === undefined ? [] : saidIn(guide.words, actor.reader.language).paragraphs,
    ),
    openPeople: isUnwelcomeGuest(turn) ? [] : await openPeople(turn),
    amOpen: actor.member?.isOpenToInvitations === true,
  };
  return [reply(choosingCard(actor.reader, choosing))];
}

async function openPeople({ db, now, actor, pairs, hospital }: Turn): Promise<readonly Member[]> {
  const candidates = await findOpenToInvitations(db, mostConsidered);
  const today = dayText(localDay(now, hospital.timeZone));
  return whoIsOpen(candidates, {
    memberId: actor.member?.id ?? null,
    buddyIds: new Set(pairs.map((pair) => pair.buddy.id)),
    now,
    maxBuddies: hospital.maxBuddies,
    buddiesOf: await countBuddies(
      db,
      candidates.map((candidate) => candidate.id),
    ),
    turnOf: (candidate) => fingerprint(`${today} ${candidate.id}`),
  });
}

/** `pairing.open`: a yes to being shown, and thereby to being here. */
export async function open(turn: Turn): Promise<readonly Effect[]> {
  const { db, now, actor, pairs, hospital } = turn;
  const { refusals } = invitationWordsFor(actor.reader);
  if (isUnwelcomeGuest(turn)) return [reply(refusals['sender-is-guest']())];
  const me = await enrolActor(turn);
  if (pairs.length >= hospital.maxBuddies) return [reply(refusals['you-are-full']())];
  await saveOpenToInvitations(db, me.id, true);
  const hadRefused = await allowAsksByAnyone(db, actor.accounts);
  return [replace(nowOpenCard(actor.reader, { isPaused: isPaused(me.rhythm, now), hadRefused }))];
}

/** `pairing.close`: takes it back at once. */
export async function close({ db, actor }: Turn): Promise<readonly Effect[]> {
  if (actor.member?.isOpenToInvitations) await saveOpenToInvitations(db, actor.member.id, false);
  return [replace(nowClosedCard(actor.reader))];
}
