import { weekOf } from '../../../src/calendar/iso-week.ts';
import type { Database } from '../../../src/db/schema.ts';
import type { Buddies } from './buddies.ts';

/** The same picture of the model and of the database: equal when they agree. */
export type Picture = Readonly<Record<string, readonly string[]>>;

export function pictureOf(model: Buddies): Picture {
  const here = (nth: number) => model.pairs.find((pair) => pair.nth === nth);
  return sorted({
    members: [...model.members],
    paused: [...model.paused],
    pairs: model.pairs.filter(({ isOpen }) => isOpen).map(({ two }) => [...two].sort().join('+')),
    invitations: model.invitations.map(({ from, to, status }) => `${from}>${to} ${status}`),
    codes: model.codes.map(({ by }) => by),
    wrong: [`${model.wrong.length}`],
    acknowledged: [...model.acknowledged].flatMap((one) => {
      const [nth, by, week] = one.split(' ');
      const pair = here(Number(nth));
      return pair === undefined || Number(week) !== model.week
        ? []
        : [`${[...pair.two].sort().join('+')} ${by}`];
    }),
  });
}

export async function pictureIn(db: Database, now: number): Promise<Picture> {
  const members = await db.selectFrom('members').selectAll().execute();
  const nameOf = (id: string) => members.find((member) => member.id === id)?.person_id ?? '?';
  const pairs = await db.selectFrom('pairs').selectAll().execute();
  const two = (pair: (typeof pairs)[number]) =>
    [nameOf(pair.first_member_id), nameOf(pair.second_member_id)].sort().join('+');
  const invitations = await db.selectFrom('invitations').selectAll().execute();
  const codes = await db.selectFrom('invitation_codes').selectAll().execute();
  const wrong = await db.selectFrom('wrong_codes').selectAll().execute();
  const acknowledged = await db
    .selectFrom('acknowledgements')
    .selectAll()
    .where('week', '=', weekOf(now, 'Europe/Paris'))
    .execute();
  return sorted({
    members: members.map(({ person_id }) => person_id),
    paused: members.filter(({ paused_at }) => paused_at !== null).map(({ person_id }) => person_id),
    pairs: pairs.filter(({ ended_at }) => ended_at === null).map(two),
    invitations: invitations.map((one) => `${nameOf(one.inviter_id)}>${one.invitee_person_id} ${one.status}`),
    codes: codes.map(({ inviter_id }) => nameOf(inviter_id)),
    wrong: [`${wrong.length}`],
    acknowledged: acknowledged.map(({ pair_id, member_id }) => {
      const pair = pairs.find(({ id }) => id === pair_id);
      return `${pair === undefined ? '?' : two(pair)} ${nameOf(member_id)}`;
    }),
  });
}

function sorted(picture: Picture): Picture {
  return Object.fromEntries(Object.entries(picture).map(([name, list]) => [name, [...list].sort()]));
}
