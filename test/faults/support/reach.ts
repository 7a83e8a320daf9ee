import { weekOf } from '../../../src/calendar/iso-week.ts';
import type { Act } from './acts.ts';
import type { Buddies } from './buddies.ts';
import type { RealBot } from './real-bot.ts';

/** The real bot, with the ids that stand on the buttons that people have seen. */
export interface Real {
  readonly bot: RealBot;
  /** By the model's numbers. */
  readonly ids: Map<number, string>;
  readonly forgotten: Set<string>;
  tally: { acts: number; atOnce: number };
}

/** What someone reaches for, before it is known which invitation, pair or code that is. */
export interface Wish {
  readonly type: Act['type'];
  readonly by: string;
  readonly who: string;
  readonly pick: number;
}

/** Mostly what is one's own, else someone else's, as a forger would; null where there is nothing to reach for. */
export function reachFor(model: Buddies, real: Real, { type, by, who, pick }: Wish): Act | null {
  const oneOf = <T extends { nth: number }>(all: readonly T[], isMine: (one: T) => boolean) => {
    const mine = all.filter(isMine);
    const from = mine.length > 0 && pick % 8 > 0 ? mine : all;
    // The newest most of the time.
    return from.length === 0 ? null : (from[Math.max(0, from.length - 1 - (pick % 3))]?.nth ?? null);
  };
  const numbered = (nth: number | null) => (nth === null ? null : ({ type, by, nth } as Act));
  switch (type) {
    case 'invite':
      return { type, by, who };
    case 'accept':
    case 'decline':
      return numbered(oneOf(model.invitations, ({ to }) => to === by));
    case 'withdraw':
      return numbered(oneOf(model.invitations, ({ from }) => from === by));
    case 'end':
    case 'acknowledge':
      return numbered(oneOf(model.pairs, ({ two }) => two.includes(by)));
    case 'join': {
      const known = [...real.ids]
        .filter(([, id]) => id.includes('-') && id.length === 9)
        .map(([nth]) => ({ nth }));
      return numbered(
        oneOf(known, ({ nth }) => model.codes.some((code) => code.nth === nth && code.by !== by)),
      );
    }
    case 'expire':
      return { type };
    default:
      return { type, by } as Act;
  }
}

export function doIt({ bot, ids }: Real, model: Buddies, act: Act): Promise<string> {
  const id = 'nth' in act ? ids.get(act.nth) : '';
  switch (act.type) {
    case 'invite':
      return bot.command(act.by, 'invite', act.who);
    case 'accept':
    case 'decline':
    case 'withdraw':
    case 'end':
      return bot.press(act.by, `pairing.${act.type}:${id}`);
    case 'acknowledge':
      return bot.press(act.by, `checkins.acknowledge:${id}/${weekOf(model.now, 'Europe/Paris')}`);
    case 'code':
      return bot.command(act.by, 'invite');
    case 'join':
      return bot.command(act.by, `join ${id}`);
    case 'pause':
    case 'resume':
      return bot.command(act.by, act.type);
    case 'forget':
      return bot.press(act.by, 'privacy.forget:yes');
    case 'expire':
      return bot.expire();
  }
}

/** What has come into being gets the model's number. */
export async function learnIds(
  model: Buddies,
  { bot, ids }: Real,
  replies: ReadonlyMap<Act, string>,
): Promise<void> {
  const known = new Set(ids.values());
  const invitations = await bot.db
    .selectFrom('invitations')
    .innerJoin('members', 'members.id', 'inviter_id')
    .select(['invitations.id', 'person_id as from', 'invitee_person_id as to'])
    .execute();
  for (const { nth, from, to } of model.invitations.filter((one) => !ids.has(one.nth))) {
    const row = invitations.find((one) => one.from === from && one.to === to && !known.has(one.id));
    if (row !== undefined) ids.set(nth, row.id);
  }
  const members = await bot.db.selectFrom('members').select(['id', 'person_id']).execute();
  const pairs = await bot.db.selectFrom('pairs').selectAll().where('ended_at', 'is', null).execute();
  for (const { nth, two } of model.pairs.filter((one) => one.isOpen && !ids.has(one.nth))) {
    const wanted = two.map((person) => members.find((member) => member.person_id === person)?.id);
    const row = pairs.find(
      (one) => wanted.includes(one.first_member_id) && wanted.includes(one.second_member_id),
    );
    if (row !== undefined) ids.set(nth, row.id);
  }
  for (const [act, reply] of replies) {
    if (act.type !== 'code') continue;
    const code = /join ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(reply)?.[1];
    const made = model.codes.findLast(({ by, nth }) => by === act.by && !ids.has(nth));
    if (code !== undefined && made !== undefined) ids.set(made.nth, code);
  }
}
