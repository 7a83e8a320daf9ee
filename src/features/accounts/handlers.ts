import type { Intent } from '../../bot/intent.ts';
import type { Handler, MemberTurn, Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace, reply } from '../../chat/say.ts';
import type { Member } from '../../people/members/store.ts';
import { newCode } from '../../system/ids.ts';
import { keepInvitations } from '../invitations/held-store.ts';
import { linkCodeCard, linkedCard, linkForm, nothingYetCard } from './cards.ts';
import { enterLinkCode, type KeepSums } from './enter.ts';
import { addLinkCode, findLinked, type LinkedAccount, removeLinked, swapAccounts } from './store.ts';
import { wordsFor } from './words.ts';

/**
 * `accounts.link`: shows a code; with one, links the account that enters it to the one that made it. `keepSums` is
 * passed in, because the sums belong to rooms further right.
 */
export function link(keepSums: KeepSums): Handler {
  return async (turn, intent) => {
    const { db, now, actor, hospital } = turn;
    const { reader, member: me } = actor;
    const here = actor.account.platform;
    const others = hospital.platforms.filter((platform) => platform !== here);
    const form = linkForm(reader);
    if (others.length === 0) return [reply(wordsFor(reader).onePlatform(here))];
    if (intent.answers !== null) {
      return enterLinkCode(turn, String(intent.answers.code ?? ''), {
        keepSums,
        refuse: (why) => ({ type: 'form-errors', form, errors: { code: why } }),
      });
    }
    if (intent.about === 'enter') return [{ type: 'open-form', form }];
    if (intent.about !== '') return enterLinkCode(turn, intent.about, { keepSums, refuse: reply });

    if (me === null) return [reply(nothingYetCard(reader, others))];
    const linked = await findLinked(db, me.id);
    if (linked !== null) return [reply(linkedCard(reader, me, linked))];
    const code = newCode();
    await addLinkCode(db, me.id, code, now);
    return [reply(linkCodeCard(reader, code, { here, others }))];
  };
}

/**
 * `accounts.unlink`, from either account: at once. The one to which messages go keeps everything. The other begins afresh,
 * but for the limits on asking: to unlink and link again would be a way round them.
 */
export async function unlink(turn: MemberTurn): Promise<readonly Effect[]> {
  const { db, now } = turn;
  const { member: me, reader } = turn.actor;
  const linked = await findLinked(db, me.id);
  if (linked === null) return notLinked(turn);
  await removeLinked(db, me.id);
  await keepInvitations(db, [linked.person], me.id, now);
  return [replace(wordsFor(reader).unlinked(me.person.platform))];
}

/** `accounts.prefer`: messages go to the account on the platform that it names, from the next one on. */
export async function prefer(turn: MemberTurn, intent: Intent): Promise<readonly Effect[]> {
  const { member: me, reader } = turn.actor;
  const linked = await findLinked(turn.db, me.id);
  if (linked === null) return notLinked(turn);
  if (intent.about !== linked.person.platform) return [replace(linkedCard(reader, me, linked))];
  const swapped = await swapAccounts(turn.db, me, linked);
  return [replace(linkedCard(reader, swapped, otherOf(me, linked)))];
}

/** For someone with one account. */
export async function notLinked({ actor }: Turn): Promise<readonly Effect[]> {
  return [replace(wordsFor(actor.reader).notLinked)];
}

/** The linked account once the two are swapped. */
function otherOf(me: Member, linked: LinkedAccount): LinkedAccount {
  return { ...linked, person: me.person, name: me.name };
}
