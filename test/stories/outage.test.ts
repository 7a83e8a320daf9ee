import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { IsoWeek } from '../../src/calendar/iso-week.ts';
import { accountOf } from '../../src/features/nudges/store.ts';
import { type Hospital, openHospital, until } from '../support/hospital.ts';
import type { Person } from '../support/slack/person.ts';
import { button, textOf } from '../support/slack/read.ts';
import type { Message } from '../support/slack/types.ts';

let hospital: Hospital;
let people: Person[];

beforeEach(async () => {
  hospital = await openHospital({ now: '2026-12-02T12:00:00Z' });
  people = Array.from({ length: 6 }, (_, index) =>
    hospital.slack.person(`U${index}`, { name: `Clinician ${index}`, tz: 'Europe/London' }),
  );
  for (let index = 0; index < 6; index += 2)
    await hospital.pair(people[index] as Person, people[index + 1] as Person);
});
afterEach(() => hospital.close());

function nudges(): number[] {
  return people.map(
    (person) => person.inbox.filter((one) => button(one, 'checkins.acknowledge') !== undefined).length,
  );
}

async function accountHolds(week: IsoWeek): Promise<Awaited<ReturnType<typeof accountOf>>> {
  const account = await accountOf(hospital.db, week);
  const { eligible, ...parts } = account;
  expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(eligible);
  expect(eligible).toBe(6);
  return account;
}

test('Buddy was down on Monday morning: everybody gets their questions late, and once', async () => {
  await hospital.down();
  hospital.jump('2026-12-08T07:00:00Z');
  await hospital.up();
  expect(nudges()).toEqual([1, 1, 1, 1, 1, 1]);
  await hospital.goTo('2026-12-10T07:00:00Z');
  expect(nudges()).toEqual([1, 1, 1, 1, 1, 1]);
  expect(await accountHolds('2026-W50')).toMatchObject({ sent: 6 });
});

test('down until Thursday evening is late, down until Friday is missed', async () => {
  await hospital.down();
  hospital.jump('2026-12-10T21:00:00Z');
  await hospital.up();
  expect(nudges()).toEqual([1, 1, 1, 1, 1, 1]);
  await hospital.down();
  hospital.jump('2026-12-18T08:00:00Z');
  await hospital.up();
  expect(nudges()).toEqual([1, 1, 1, 1, 1, 1]);
  expect(await accountHolds('2026-W51')).toMatchObject({ missed: 6 });
  await hospital.goTo('2026-12-21T09:00:00Z');
  expect(nudges()).toEqual([2, 2, 2, 2, 2, 2]);
});

test('down for three weeks: this week comes once, the others are accounted for as missed', async () => {
  await hospital.down();
  hospital.jump('2026-12-29T08:00:00Z');
  await hospital.up();
  expect(nudges()).toEqual([1, 1, 1, 1, 1, 1]);
  for (const week of ['2026-W50', '2026-W51', '2026-W52'] as const) {
    expect(await accountHolds(week)).toMatchObject({ missed: 6 });
  }
  expect(await accountHolds('2026-W53')).toMatchObject({ sent: 6 });
});

test('a storm of 429s delays the nudges, and loses and doubles none', async () => {
  hospital.slack.fault('chat.postMessage', { kind: 'rate-limited', times: 4, retryAfter: 1 });
  await hospital.goTo('2026-12-07T09:00:00Z');
  await until(() => nudges().every((count) => count === 1), 25_000);
  await hospital.settled();
  expect(await accountHolds('2026-W50')).toMatchObject({ sent: 6 });
});

test('a connection that drops after delivery makes one duplicate at most, and nobody goes without', async () => {
  hospital.slack.fault('chat.postMessage', { kind: 'drop-after-delivery', times: 1, to: 'U2' });
  await hospital.goTo('2026-12-07T09:00:00Z');
  await until(async () => (await accountHolds('2026-W50')).sent === 6, 25_000);
  const received = nudges();
  expect(received.every((count) => count >= 1)).toBe(true);
  expect(received.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(7);
});

const unreachable = ['channel_not_found', 'account_inactive', 'user_disabled'];

test.each(unreachable)(
  '%s: this one is accounted for as unreachable, and the others get theirs',
  async (error) => {
    hospital.slack.fault('chat.postMessage', { kind: 'error', error, times: 5, to: 'U3' });
    await hospital.goTo('2026-12-07T09:00:00Z');
    await until(async () => (await accountHolds('2026-W50')).pending === 0, 25_000);
    expect(nudges()).toEqual([1, 1, 1, 0, 1, 1]);
    expect(await accountHolds('2026-W50')).toMatchObject({ sent: 5, unreachable: 1 });
    expect(
      hospital.slack.callsOf('chat.postMessage', 'U3').filter((call) => call.fault === 'error').length,
    ).toBeLessThanOrEqual(3);
  },
);

test('nobody waits for someone that Slack does not let through: who asked hears so', async () => {
  const [ana] = people as [Person];
  hospital.slack.person('UCHO', { name: 'Cho', tz: 'Europe/London' });
  for (const to of ['U1', 'UCHO'])
    hospital.slack.fault('chat.postMessage', { kind: 'error', error: 'user_disabled', times: 5, to });
  await ana.command('/buddy', 'reach');
  await ana.command('/buddy', '<@UCHO|cho>');
  const heard = (sentence: string): boolean => ana.inbox.some((one) => textOf(one).includes(sentence));
  await until(() => heard("I couldn't get through to") && heard("I couldn't reach"), 25_000);
  const { status } = await hospital.db
    .selectFrom('invitations')
    .select('status')
    .where('invitee_person_id', '=', 'UCHO')
    .executeTakeFirstOrThrow();
  expect(status).toBe('expired');
});

test('a request delivered twice, and one replayed, are handled once', async () => {
  const [ana, ben] = people as [Person, Person];
  const cho = hospital.slack.person('UCHO', { name: 'Cho', tz: 'Europe/London' });
  await cho.command('/buddy', ana.mention);
  await hospital.slack.replay();
  await hospital.slack.redeliver();
  await hospital.settled();
  expect(ana.inbox.filter((message) => button(message, 'pairing.accept') !== undefined)).toHaveLength(1);

  await hospital.goTo('2026-12-07T09:00:00Z');
  const nudge = ben.inbox.findLast((one) => button(one, 'checkins.acknowledge')) as Message;
  await ben.press(nudge, 'checkins.acknowledge');
  for (let again = 0; again < 3; again += 1) await hospital.slack.replay();
  const rows = await hospital.db.selectFrom('acknowledgements').selectAll().execute();
  expect(rows).toHaveLength(1);
});
