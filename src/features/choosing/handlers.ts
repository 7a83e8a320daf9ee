import type { Turn } from '../../bot/turn.ts';
import { dayText, localDay } from '../../calendar/local-time.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace, reply } from '../../chat/say.ts';
import { isPaused } from '../../people/members/rules.ts';
import { enrol, findMember, type Member } from '../../people/members/store.ts';
import { findOpenToInvitations, saveOpenToInvitations } from '../../people/members/wishes-store.ts';
import { fingerprint } from '../../system/ids.ts';
import { isUnwelcomeGuest } from '../invitations/rules.ts';
import { refusals } from '../invitations/words.en.ts';
import { findPairs, type Pair } from '../pairing/store.ts';
import { choosingCard, nowClosedCard, nowOpenCard } from './cards.ts';
import { questionsAmong, whoIsOpen } from './rules.ts';
import { countBuddies } from './store.ts';

/** More than can be shown, so that leaving some out leaves enough. */
const mostConsidered = 500;

/** `pairing.choose`: how to find somebody, and who has let it be known that they are open to an invitation. */
export async function choose(turn: Turn): Promise<readonly Effect[]> {
  const me = await findMember(turn.db, turn.from);
  const pairs = me === null ? [] : await findPairs(turn.db, me.id);
  if (pairs.length >= turn.settings.maxBuddies) return [reply(refusals['you-are-full']())];
  const guide = turn.content.guides.find((one) => one.id === 'choosing');
  return [
    reply(
      choosingCard({
        questions: questionsAmong(guide?.paragraphs ?? []),
        openPeople: isUnwelcomeGuest(turn.sender, turn.settings.guestsWelcome)
          ? []
          : await openPeople(turn, me, pairs),
        amOpen: me?.isOpenToInvitations === true,
      }),
    ),
  ];
}

async function openPeople(turn: Turn, me: Member | null, pairs: readonly Pair[]): Promise<readonly Member[]> {
  const { db, now, settings } = turn;
  const candidates = await findOpenToInvitations(db, mostConsidered);
  const today = dayText(localDay(now, settings.timeZone));
  return whoIsOpen(candidates, {
    memberId: me?.id ?? null,
    buddyIds: new Set(pairs.map((pair) => pair.buddy.id)),
    now,
    maxBuddies: settings.maxBuddies,
    buddiesOf: await countBuddies(
      db,
      candidates.map((candidate) => candidate.id),
    ),
    turnOf: (candidate) => fingerprint(`${today} ${candidate.id}`),
  });
}

/** `pairing.open`: a yes to being shown, and thereby to being here. */
export async function open(turn: Turn): Promise<readonly Effect[]> {
  const { db, now, settings } = turn;
  if (isUnwelcomeGuest(turn.sender, turn.settings.guestsWelcome))
    return [reply(refusals['sender-is-guest']())];
  const me = await enrol(db, turn.from, turn.sender, settings, now);
  if ((await findPairs(db, me.id)).length >= settings.maxBuddies) return [reply(refusals['you-are-full']())];
  await saveOpenToInvitations(db, me.id, true);
  return [replace(nowOpenCard(isPaused(me, now)))];
}

/** `pairing.close`: takes it back at once. */
export async function close(turn: Turn): Promise<readonly Effect[]> {
  const me = await findMember(turn.db, turn.from);
  if (me?.isOpenToInvitations) await saveOpenToInvitations(turn.db, me.id, false);
  return [replace(nowClosedCard)];
}
