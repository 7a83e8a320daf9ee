import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { IsoWeek } from '../../src/calendar/iso-week.ts';
import { type PersonRef, personKey } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { nudgeKey } from '../../src/features/nudges/messages.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { accountOf } from '../../src/features/nudges/store.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { enrol, findMember, type Member } from '../../src/people/members/store.ts';
import { fingerprint } from '../../src/system/ids.ts';
import { everything } from '../features/privacy-stage.ts';
import { type Hands, handsOn } from '../support/people-at-once.ts';
import { aProfile, content, slackPerson, someHospital, temporaryDatabase } from '../support/turn.ts';

/**
 * People who act in the same moment. On SQLite one transaction comes after the other; on PostgreSQL ten run at once. What
 * comes of it is the same.
 */
const sunday = Date.parse('2026-11-22T12:00:00Z');
const monday = Date.parse('2026-11-23T09:00:30Z');
const week: IsoWeek = '2026-W48';
const ana = slackPerson('U0ANA');
const ben = slackPerson('U0BEN');
const cho = slackPerson('U0CHO');
const crowd = (count: number, name = 'U0N'): PersonRef[] =>
  Array.from({ length: count }, (_, nth) => slackPerson(`${name}${nth}`));

let db: Database;
let close: () => Promise<void>;
let hands: Hands;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  hands = handsOn(db, sunday);
});
afterEach(async () => {
  expect(hands.faults).toEqual([]);
  await close();
});

const at = <Result>(things: readonly (() => Promise<Result>)[]): Promise<Result[]> =>
  Promise.all(things.map((thing) => thing()));

const join = (person: PersonRef, name = person.id): Promise<Member> =>
  enrol(db, person, aProfile(name), someHospital, sunday);

/** Asks, and returns the id of what was asked. */
async function ask(from: PersonRef, to: PersonRef): Promise<string> {
  await hands.command(from, '', { to });
  const row = await db
    .selectFrom('invitations')
    .select('id')
    .where('invitee_person_id', '=', to.id)
    .where('status', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return row.id;
}

async function pairs(): Promise<string[]> {
  const rows = await db
    .selectFrom('pairs')
    .innerJoin('members as first', 'first.id', 'pairs.first_member_id')
    .innerJoin('members as second', 'second.id', 'pairs.second_member_id')
    .select(['first.person_id as one', 'second.person_id as other'])
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(({ one, other }) => [one, other].sort().join(' ')).sort();
}

async function statuses(): Promise<Record<string, number>> {
  const rows = await db.selectFrom('invitations').select('status').execute();
  return Object.fromEntries(
    Object.entries(Object.groupBy(rows, (row) => row.status)).map(([status, all = []]) => [
      status,
      all.length,
    ]),
  );
}

const count = async (table: 'members' | 'pairs' | 'wrong_codes' | 'acknowledgements'): Promise<number> =>
  (await db.selectFrom(table).selectAll().execute()).length;

const keysLike = async (start: string): Promise<string[]> =>
  (await db.selectFrom('outbox').select('key').where('key', 'like', `${start}%`).execute()).map(
    ({ key }) => key,
  );

describe('at the same moment', () => {
  test('ten say yes to one who may have three buddies: three become buddies, and nobody else a member', async () => {
    const people = crowd(10);
    const ids: string[] = [];
    for (const person of people) ids.push(await ask(ana, person));
    await at(people.map((person, nth) => () => hands.press(person, `pairing.accept:${ids[nth]}`)));
    expect(await pairs()).toHaveLength(3);
    expect(await count('members')).toBe(4);
    expect(await statuses()).toEqual({ accepted: 3, withdrawn: 7 });
    expect(await keysLike('full:')).toHaveLength(7);
  });

  test('each of eight invites the other of two: buddies at once, nothing left waiting, and no invitation sent', async () => {
    const couples = crowd(8).map((one, nth) => [one, slackPerson(`U0M${nth}`)] as const);
    await at(
      couples.flatMap(([one, other]) => [
        () => hands.command(one, '', { to: other }),
        () => hands.command(other, '', { to: one }),
      ]),
    );
    expect(await pairs()).toEqual(couples.map(([one, other]) => [one.id, other.id].sort().join(' ')).sort());
    expect(await statuses()).toEqual({ accepted: 8 });
    expect(await keysLike('invitation:')).toEqual([]);
  });

  test('five enter one code: it works once', async () => {
    const code = await codeOf(ana);
    await at(crowd(5).map((person) => () => hands.command(person, `join ${code}`)));
    expect(await pairs()).toHaveLength(1);
    expect([await count('members'), await count('wrong_codes')]).toEqual([2, 4]);
  });

  test('two enter the code of the other: one pair', async () => {
    const [anas, bens] = [await codeOf(ana), await codeOf(ben)];
    await at([() => hands.command(ana, `join ${bens}`), () => hands.command(ben, `join ${anas}`)]);
    expect(await pairs()).toEqual(['U0ANA U0BEN']);
  });

  test('one takes an invitation back while the other accepts it: either they are buddies, or it is closed', async () => {
    const couples = crowd(12).map((one, nth) => [one, slackPerson(`U0M${nth}`)] as const);
    const ids: string[] = [];
    for (const [one, other] of couples) ids.push(await ask(one, other));
    await at(
      couples.flatMap(([one, other], nth) => [
        () => hands.press(other, `pairing.accept:${ids[nth]}`),
        () => hands.press(one, `pairing.withdraw:${ids[nth]}`),
      ]),
    );
    const { accepted = 0, withdrawn = 0 } = await statuses();
    expect(accepted + withdrawn).toBe(12);
    expect(await pairs()).toHaveLength(accepted);
  });

  test('someone presses yes and not now: the first one counts', async () => {
    const people = crowd(8);
    const ids: string[] = [];
    for (const person of people) ids.push(await ask(person, slackPerson(`${person.id}M`)));
    await at(
      people.flatMap((person, nth) =>
        ['accept', 'decline'].map(
          (word) => () => hands.press(slackPerson(`${person.id}M`), `pairing.${word}:${ids[nth]}`),
        ),
      ),
    );
    const { accepted = 0, declined = 0 } = await statuses();
    expect(accepted + declined).toBe(8);
    expect(await pairs()).toHaveLength(accepted);
    expect(await keysLike('declined:')).toHaveLength(declined);
  });

  test('one event reaches eight instances: it is handled once', async () => {
    const answers = await at(
      Array.from({ length: 8 }, () => () => hands.command(ana, '', { to: ben, id: 'the same' })),
    );
    expect(answers.filter((effects) => effects.length > 0)).toHaveLength(1);
    expect(await keysLike('invitation:')).toHaveLength(1);
  });

  test('one person invites fifteen: ten wait', async () => {
    await at(crowd(15).map((person) => () => hands.command(ana, '', { to: person })));
    expect(await statuses()).toEqual({ waiting: 10 });
    expect(await count('members')).toBe(1);
  });

  test('one person guesses twenty codes: after eight there is nothing to guess', async () => {
    await at(Array.from({ length: 20 }, (_, nth) => () => hands.command(ana, `join 2222-22${10 + nth}`)));
    expect(await count('wrong_codes')).toBe(8);
  });

  test('one person asks for a check-in five times: three are passed on', async () => {
    await startPair(db, await join(ana), await join(ben), sunday);
    await at(Array.from({ length: 5 }, () => () => hands.command(ana, 'reach')));
    expect(await keysLike('reach:')).toHaveLength(3);
  });

  test('everybody of ten threes checks in: the message of the one in the middle shows both', async () => {
    const threes: (readonly [Member, string, Member, string, Member])[] = [];
    for (const person of crowd(10)) {
      const [left, middle, right] = [
        await join(slackPerson(`${person.id}L`)),
        await join(person),
        await join(slackPerson(`${person.id}R`)),
      ];
      const first = (await startPair(db, left, middle, sunday)) ?? '';
      threes.push([left, first, middle, (await startPair(db, middle, right, sunday)) ?? '', right]);
    }
    await planDue(db, { at: monday, now: monday, content });
    hands = handsOn(db, monday);
    const press = (who: Member, pair: string) => () =>
      hands.press(who.person, `checkins.acknowledge:${pair}/${week}`);
    await at(
      threes.flatMap(([left, first, middle, second, right]) => [
        press(left, first),
        press(right, second),
        press(middle, first),
      ]),
    );
    const middles = threes.map(([, , middle]) => nudgeKey(middle.id, week));
    const rows = await db.selectFrom('outbox').select('card').where('key', 'in', middles).execute();
    expect(rows.filter(({ card }) => card?.includes('checkins.acknowledge'))).toEqual([]);
  });

  test('someone has themselves erased while everyone does something with them: they are in no table', async () => {
    const me = await join(ana, 'Ana');
    for (const [nth, buddy] of crowd(2, 'U0B').entries())
      await startPair(db, me, await join(buddy), sunday + nth);
    await planDue(db, { at: monday, now: monday, content });
    hands = handsOn(db, monday);
    const waiting = await ask(ana, cho);
    const code = await codeOf(ana);
    const [pair] = await db.selectFrom('pairs').select('id').execute();
    await at([
      () => hands.press(cho, `pairing.accept:${waiting}`),
      () => hands.press(slackPerson('U0B0'), `checkins.acknowledge:${pair?.id}/${week}`),
      () => hands.press(ana, 'privacy.forget:yes'),
      () => hands.command(ben, `join ${code}`),
      () => hands.press(slackPerson('U0B1'), 'members.pause'),
      () => hands.press(slackPerson('U0B0'), `pairing.end:${pair?.id}`),
    ]);
    expect(await findMember(db, ana)).toBeNull();
    const tables = Object.entries(await everything(db));
    const tablesWith = (mark: string) =>
      tables.filter(([, text]) => text.includes(mark)).map(([name]) => name);
    expect(tablesWith(ana.id)).toEqual([]);
    // What limits count stays for its time.
    expect(tablesWith(fingerprint(personKey(ana)))).toEqual(['kept_asks']);
  });

  test('three plan one Monday, while members change their minds: everybody is accounted for once', async () => {
    const members: Member[] = [];
    for (const person of crowd(600)) members.push(await join(person));
    for (let nth = 0; nth < members.length; nth += 2)
      await startPair(db, members[nth] as Member, members[nth + 1] as Member, sunday);
    hands = handsOn(db, monday);
    const plan = () => planDue(db, { at: monday, now: monday, content });
    const paused = crowd(600).filter((_, nth) => nth % 50 === 0);
    const [planned] = await Promise.all([
      at([plan, plan, plan]),
      at(paused.map((person) => () => hands.command(person, 'pause'))),
    ]);
    expect(planned.reduce((sum, part) => sum + part, 0)).toBe(600);
    expect(await accountOf(db, week)).toMatchObject({ eligible: 600 });
    expect(await keysLike('nudge:')).toHaveLength(600 - paused.length);
  });

  test('two buddies are erased at once: what they noted is in the sums once', async () => {
    const people = crowd(20);
    const members = await Promise.all(people.map((person) => join(person)));
    for (let nth = 0; nth < 20; nth += 2) {
      const pair = await startPair(db, members[nth] as Member, members[nth + 1] as Member, sunday);
      const noted = { pair_id: pair ?? '', member_id: members[nth]?.id ?? '', week, acknowledged_at: sunday };
      await db.insertInto('acknowledgements').values(noted).execute();
    }
    hands = handsOn(db, monday);
    await at(
      people.map((person) => async () => {
        await hands.press(person, 'privacy.forget:yes');
      }),
    );
    expect(await count('acknowledgements')).toBe(0);
    const sums = await db.selectFrom('checkin_sums').selectAll().execute();
    expect(sums).toMatchObject([{ week, pairs: 10, acknowledgements: 10 }]);
  });
});

async function codeOf(person: PersonRef): Promise<string> {
  const answered = JSON.stringify(await hands.command(person, 'invite'));
  return /join ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(answered)?.[1] ?? '';
}
