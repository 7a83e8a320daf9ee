import type { Intent } from '../../bot/intents.ts';
import type { Handler, Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace, reply } from '../../chat/say.ts';
import { findMember, type Member } from '../../people/members/store.ts';
import { newCode } from '../../system/ids.ts';
import { linkCodeCard, linkedCard, linkForm, nothingYetCard } from './cards.ts';
import { enterLinkCode, type KeepSums } from './enter.ts';
import { addLinkCode, findLinked, type LinkedAccount, removeLinked, swapAccounts } from './store.ts';
import { words } from './words.en.ts';

/**
 * `accounts.link`: shows a code; with one, links the account that enters it to the one that made it. `keepSums` is
 * passed in, because the sums belong to rooms further right.
 */
export function link(keepSums: KeepSums): Handler {
  return async (turn, intent) => {
    const here = turn.from.platform;
    const others = turn.settings.platforms.filter((platform) => platform !== here);
    if (others.length === 0) return [reply(words.onePlatform(here))];
    if (intent.answers !== null) {
      return enterLinkCode(turn, String(intent.answers.code ?? ''), {
        keepSums,
        refuse: (why) => ({ type: 'form-errors', form: linkForm, errors: { code: why } }),
      });
    }
    if (intent.about === 'enter') return [{ type: 'open-form', form: linkForm }];
    if (intent.about !== '') return enterLinkCode(turn, intent.about, { keepSums, refuse: reply });

    const me = await findMember(turn.db, turn.from);
    if (me === null) return [reply(nothingYetCard(others))];
    const linked = await findLinked(turn.db, me.id);
    if (linked !== null) return [reply(linkedCard(me, linked))];
    const code = newCode();
    await addLinkCode(turn.db, me.id, code, turn.now);
    return [reply(linkCodeCard(code, here, others))];
  };
}

/** `accounts.unlink`, from either account: at once. The one to which messages go keeps everything. */
export async function unlink({ db, from }: Turn): Promise<readonly Effect[]> {
  const me = await findMember(db, from);
  if (me === null || !(await removeLinked(db, me.id))) return [replace(words.notLinked)];
  return [replace(words.unlinked(me.person.platform))];
}

/** `accounts.prefer`: messages go to the account on the platform that it names, from the next one on. */
export async function prefer({ db, from }: Turn, intent: Intent): Promise<readonly Effect[]> {
  const me = await findMember(db, from);
  const linked = me === null ? null : await findLinked(db, me.id);
  if (me === null || linked === null) return [replace(words.notLinked)];
  if (intent.about !== linked.person.platform) return [replace(linkedCard(me, linked))];
  return [replace(linkedCard(await swapAccounts(db, me, linked), otherOf(me, linked)))];
}

/** The linked account once the two are swapped. */
function otherOf(me: Member, linked: LinkedAccount): LinkedAccount {
  return { ...linked, person: me.person, name: me.name };
}
