import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { transact } from '../../src/db/transact.ts';
import { leaveToOthers } from '../../src/features/referrals/leave-to-others.ts';
import { addOffer, saveOffer } from '../../src/features/referrals/offer-store.ts';
import { lockReferral } from '../../src/features/referrals/store.ts';
import { deleteSupporter } from '../../src/features/supporters/store.ts';
import { readSums } from '../../src/features/tallies/sums-store.ts';
import { dismiss } from '../../src/people/roles/store.ts';
import { outOfOrder, overdue } from '../support/referral-order.ts';
import { seals } from '../support/seals.ts';
import { nameOf, type SupportCore, supportCore } from '../support/support-core.ts';
import { addTrained } from '../support/supporters.ts';
import { slackPerson, temporaryDatabase } from '../support/turn.ts';

const hour = 3_600_000;
/** Fewer than a supporter takes in a year. */
const rounds = 4;

const ana = slackPerson('UANA');
const dan = slackPerson('UDAN');
const wil = slackPerson('UWIL');
const dep = slackPerson('UDEP');
const pia = slackPerson('UPIA');
const helpers = ['USUE', 'UTOM', 'UUMA', 'UVIC'].map(slackPerson);

let db: Database;
let close: () => Promise<void>;
let core: SupportCore;
let supporters: readonly { readonly id: string; readonly person: PersonRef }[];

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  core = supportCore(db);
  await core.appoints(ana, 'director');
  await core.appoints(dan, 'director');
  await core.appoints(pia, 'program-administrator');
  supporters = await Promise.all(helpers.map((person) => addTrained(db, person, nameOf(person.id))));
  await db.updateTable('supporters').set({ most_offers: 5 }).execute();
});
afterEach(async () => {
  expect(core.faults).toEqual([]);
  await close();
});

test('two directors offer one at the same moment, and one supporter is asked', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const referral = await referred(round);
    const [sue, tom] = supporters;
    await Promise.all([assign(ana, referral, sue), assign(dan, referral, tom)]);
    await allInOrder();
    expect(await current(referral)).toHaveLength(1);
    await core.presses(ana, `support.end:${referral}`);
  }
  expect(await counted()).toMatchObject({ offers: rounds, closed: rounds });
});

test('a supporter says no while a director offers it to someone else, and one is asked', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const referral = await referred(round);
    const [sue, tom] = supporters;
    await assign(ana, referral, sue);
    const offer = (await current(referral))[0]?.id;
    await Promise.all(
      mixed(round, [
        () => core.sends(helpers[0] as never, `support.offer:${offer}`, { outcome: 'cannot' }),
        () => assign(ana, `${referral}/${offer}`, tom),
      ]),
    );
    await allInOrder();
    expect((await current(referral)).map(({ supporter_id }) => supporter_id)).not.toContain(sue?.id);
    await core.presses(ana, `support.end:${referral}`);
  }
});

test('a supporter reaches out while a director offers it to someone else, and no two reach out', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const referral = await referred(round);
    const [sue, tom] = supporters;
    await assign(ana, referral, sue);
    const offer = (await current(referral))[0]?.id;
    await Promise.all(
      mixed(round, [
        () => core.sends(helpers[0] as never, `support.offer:${offer}`, { outcome: 'reached' }),
        () => assign(ana, `${referral}/${offer}`, tom),
      ]),
    );
    await allInOrder();
    await core.presses(ana, `support.end:${referral}`);
  }
});

test('nobody takes one from a supporter who has reached out, however old their view is', async () => {
  const referral = await referred(0);
  const [sue, tom] = supporters;
  await assign(ana, referral, sue);
  const offer = (await current(referral))[0]?.id;
  await core.sends(helpers[0] as never, `support.offer:${offer}`, { outcome: 'reached' });
  await assign(ana, `${referral}/${offer}`, tom);
  expect((await current(referral)).map(({ supporter_id }) => supporter_id)).toEqual([sue?.id]);
});

test('a supporter answers at the moment in which their day is over', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const referral = await referred(round);
    await assign(ana, referral, supporters[0]);
    const offer = (await current(referral))[0]?.id;
    core.now += 24 * hour;
    await Promise.all(
      mixed(round, [
        () => core.sends(helpers[0] as never, `support.offer:${offer}`, { outcome: 'reached' }),
        () => core.tick(),
        () => core.tick(),
      ]),
    );
    await allInOrder();
    expect(await current(referral)).toHaveLength(1);
    await core.presses(ana, `support.end:${referral}`);
  }
});

test('a colleague erases everything while their supporter says that they have talked, and it ends once', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const referral = await referred(round);
    await assign(ana, referral, supporters[0]);
    const offer = (await current(referral))[0]?.id;
    await Promise.all(
      mixed(round, [
        () => core.sends(helpers[0] as never, `support.offer:${offer}`, { outcome: 'done' }),
        () => core.presses(colleague(round), 'privacy.forget:yes'),
        () => core.presses(ana, `support.end:${referral}`),
      ]),
    );
    await allInOrder();
    expect(await db.selectFrom('referrals').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('offers').selectAll().execute()).toEqual([]);
  }
  expect(await counted()).toMatchObject({ closed: rounds, offers: rounds, 'kind:event-error': rounds });
  const [sue] = await db.selectFrom('supporters').select('offers_count').where('id', '=', id(0)).execute();
  expect(Number(sue?.offers_count)).toBeLessThanOrEqual(rounds);
});

test('a supporter leaves while a director offers theirs to someone else', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const gone = await addTrained(db, slackPerson(`UGONE${round}`), nameOf(`UGONE${round}`));
    const referral = await referred(round);
    await assign(ana, referral, gone);
    const offer = (await current(referral))[0]?.id;
    await Promise.all(
      mixed(round, [() => leaves(gone.id), () => assign(ana, `${referral}/${offer}`, supporters[1])]),
    );
    await allInOrder();
    expect(await current(referral)).toHaveLength(1);
    await core.presses(ana, `support.end:${referral}`);
  }
});

test('a supporter leaves at the moment in which theirs goes to someone else, and it stays with that one', async () => {
  const gone = await addTrained(db, slackPerson('UGONE'), nameOf('UGONE'));
  const referral = await referred(0);
  await assign(ana, referral, gone);
  const offer = (await current(referral))[0]?.id ?? '';
  let leaving: Promise<void> | null = null;
  await transact(db, async (transaction) => {
    await lockReferral(transaction, referral);
    leaving ??= leaves(gone.id);
    await sleep(150);
    await saveOffer(transaction, offer, 'lapsed', core.now);
    await addOffer(transaction, referral, id(1), core.now);
  });
  await leaving;
  await allInOrder();
  expect((await current(referral)).map(({ supporter_id }) => supporter_id)).toEqual([id(1)]);
});

test('the last director is taken away while something waits for them, and the deputy hears of it at once', async () => {
  await core.appoints(dep, 'deputy');
  await referred(0);
  await dismissed(ana, dan);
  await core.tick();
  await allInOrder();
  expect(await sent('desk:', dep.id)).toBe(1);
  core.now += hour;
  await allInOrder();
  expect(await sent('desk:', dep.id)).toBe(1);
});

test('where nobody comes after the director, it stays with them, and they hear of it again each day', async () => {
  await dismissed(pia);
  await referred(0);
  const before = await sent('desk:', ana.id);
  for (const days of [1, 2, 3]) {
    core.now += 24 * hour;
    await allInOrder();
    expect(await sent('desk:', ana.id)).toBe(before + days);
  }
});

test('nobody is left who could look at it, and a supporter who fits gets it by itself', async () => {
  const referral = await referred(0);
  await dismissed(ana, dan);
  await core.tick();
  await allInOrder();
  expect(await current(referral)).toHaveLength(1);
});

test('the same colleague is referred by many at once, and one waits', async () => {
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all(
      ['UASK1', 'UASK2', 'UASK3', 'UASK4'].map((asker) =>
        core.refers(slackPerson(asker), [colleague(round)]),
      ),
    );
    const rows = await db.selectFrom('referrals').selectAll().execute();
    expect(rows).toHaveLength(1);
    await core.presses(ana, `support.end:${rows[0]?.id}`);
  }
});

test('of two who choose a supporter with one place left, the second is asked to choose again', async () => {
  await db.updateTable('supporters').set({ most_offers: 1 }).execute();
  for (let round = 0; round < supporters.length; round += 1) {
    const answers = { supporter: id(round), kind: 'event-death' };
    const answered = await Promise.all(
      ['UP', 'UQ'].map((who) => core.sends(slackPerson(`${who}${round}`), 'support.self', answers)),
    );
    expect(
      answered.filter(([one]) => one?.type === 'view' && one.errors?.supporter !== undefined),
    ).toHaveLength(1);
  }
  await allInOrder();
  const open = await db.selectFrom('offers').select('supporter_id').execute();
  expect(new Set(open.map(({ supporter_id }) => supporter_id)).size).toBe(supporters.length);
});

function colleague(round: number) {
  return slackPerson(`UCOL${round}`);
}

function leaves(supporter: string): Promise<void> {
  return transact(db, async (transaction) => {
    await leaveToOthers(transaction, supporter, core.now);
    await deleteSupporter(transaction, supporter);
  });
}

function dismissed(...people: readonly PersonRef[]): Promise<void> {
  return transact(db, async (transaction) => {
    for (const person of people) await dismiss(transaction, person);
  });
}

/** One that waits at the desk. */
async function referred(round: number): Promise<string> {
  await core.refers(wil, [colleague(round)]);
  const row = await db
    .selectFrom('referrals')
    .select('id')
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return row.id;
}

function assign(by: PersonRef, about: string, supporter: { readonly id: string } | undefined) {
  return core.sends(by, `support.assign:${about}`, { supporter: supporter?.id ?? '' });
}

async function current(referral: string) {
  const offers = await db.selectFrom('offers').selectAll().where('referral_id', '=', referral).execute();
  return offers.filter(({ state }) => state !== 'cannot' && state !== 'lapsed');
}

async function allInOrder(): Promise<void> {
  expect(await outOfOrder(db, core.now)).toEqual([]);
  await core.tick();
  expect(await outOfOrder(db, core.now)).toEqual([]);
  expect(await overdue(db, core.now)).toBe(0);
}

async function sent(prefix: string, to?: string): Promise<number> {
  const rows = await db.selectFrom('outbox').select(['key', 'person_id']).execute();
  return rows.filter(({ key, person_id }) => key.startsWith(prefix) && (to ?? person_id) === person_id)
    .length;
}

const counted = async () => (await readSums({ db, seals })).sums;

function id(nth: number): string {
  return supporters[nth]?.id ?? '';
}

/** All at once, another one first each time. */
function mixed(round: number, acts: readonly (() => Promise<unknown>)[]): readonly Promise<unknown>[] {
  const from = round % acts.length;
  return [...acts.slice(from), ...acts.slice(0, from)].map((act) => act());
}
