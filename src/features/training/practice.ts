import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import { todayOf } from '../../calendar/hospital-day.ts';
import type { Effect } from '../../chat/effect.ts';
import { lineView } from '../../chat/line-view.ts';
import { fingerprint } from '../../system/ids.ts';
import { pageOf } from '../pages/rules.ts';
import { forSupporters } from '../supporters/for-supporters.ts';
import { pickView, wantedPage } from '../supporters/pick-view.ts';
import { findActive, type Supporter } from '../supporters/store.ts';
import { wordsFor as supporterWordsFor } from '../supporters/words.ts';
import { sendPractice } from './messages.ts';
import { aboutHalf, type Half, halves, practiceView } from './practice-view.ts';
import { wordsFor } from './words.ts';

/** `support.practice`: two supporters, two halves of a role play. Nothing is kept but the two messages. */
export const practice = forSupporters(async (turn, { about }, me) => {
  const { db, actor } = turn;
  const words = wordsFor(actor.reader);
  const others = (await findActive(db)).filter(({ id }) => id !== me.id);
  if (about === '' || wantedPage(about) !== undefined) return [pick(turn, others, about)];
  const half = readHalf(about);
  const other = others.find(({ id }) => id === (half?.otherId ?? about));
  const place = { id: 'support.practice', title: words.practice.title };
  if (other === undefined)
    return [{ type: 'view', view: lineView(place, supporterWordsFor(actor.reader).gone, []) }];
  return half === null ? begin(turn, me, other) : [open(turn, half, other)];
});

/** Whether it's only looked at: the list, or one's own half. */
export function looksAtPractice({ about }: Intent): boolean {
  return about === '' || about.includes('/');
}

function pick({ actor }: Turn, others: readonly Supporter[], about: string): Effect {
  const words = wordsFor(actor.reader).practice;
  const view = pickView(actor.reader, {
    intent: 'support.practice',
    title: words.title,
    intro: [words.intro],
    nobody: words.nobody,
    label: words.ask,
    page: pageOf(others, wantedPage(about)),
    more: [],
  });
  return { type: 'view', view };
}

/** Both get a message. On one day it's one role play, however often the two ask for it. */
async function begin(turn: Turn, me: Supporter, other: Supporter): Promise<readonly Effect[]> {
  const { actor, content } = turn;
  const words = wordsFor(actor.reader).practice;
  const day = todayOf(turn);
  const both = [me.id, other.id].sort();
  const { rolePlays } = content.support;
  const drawn = Number.parseInt(fingerprint(`${day} ${both.join(' ')}`).slice(0, 8), 16);
  const rolePlay = rolePlays[drawn % Math.max(1, rolePlays.length)];
  const place = { id: 'support.practice', title: words.title };
  if (rolePlay === undefined) return [{ type: 'view', view: lineView(place, words.nobody, []) }];
  const halfOf = ({ id }: Supporter): Half => (id === both[0] ? 'colleague' : 'supporter');
  const mine = aboutHalf(rolePlay.id, halfOf(me), other.id);
  const theirs = aboutHalf(rolePlay.id, halfOf(other), me.id);
  await sendPractice(turn, me, { withId: other.id, day, about: mine });
  await sendPractice(turn, other, { withId: me.id, day, about: theirs });
  const openMine = { id: `support.practice:${mine}`, label: words.open } as const;
  return [{ type: 'view', view: lineView(place, words.sent(other.name), [openMine]) }];
}

interface OwnHalf {
  readonly rolePlayId: string;
  readonly half: Half;
  readonly otherId: string;
}

function readHalf(about: string): OwnHalf | null {
  const [rolePlayId = '', named, otherId = ''] = about.split('/');
  const half = halves.find((one) => one === named);
  return half === undefined ? null : { rolePlayId, half, otherId };
}

function open({ actor, content }: Turn, { rolePlayId, half }: OwnHalf, other: Supporter): Effect {
  const words = wordsFor(actor.reader);
  const rolePlay = content.support.rolePlays.find(({ id }) => id === rolePlayId);
  return rolePlay === undefined
    ? {
        type: 'view',
        view: lineView({ id: 'support.practice', title: words.practice.title }, words.practice.gone, []),
      }
    : { type: 'view', view: practiceView(actor.reader, { rolePlay, half, other }) };
}
