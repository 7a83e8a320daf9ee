import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { accountOf } from '../../src/features/nudges/store.ts';
import { type Hospital, openHospital, until } from '../support/hospital.ts';
import type { Person } from '../support/slack/person.ts';
import { button, buttonsOf, textOf } from '../support/slack/read.ts';
import type { Message, View } from '../support/slack/types.ts';

let hospital: Hospital;

// A Wednesday, noon in London.
beforeEach(async () => {
  hospital = await openHospital({
    now: '2026-12-02T12:00:00Z',
    environment: { BUDDY_ADMINS: 'slack:U0ADMIN' },
  });
});
afterEach(() => hospital.close());

const zones = [
  'Pacific/Auckland',
  'Asia/Tokyo',
  'Europe/London',
  'America/New_York',
  'America/Denver',
  'America/Los_Angeles',
];

function twelve(): Person[] {
  return Array.from({ length: 12 }, (_, index) =>
    hospital.slack.person(`U${index}`, {
      name: `Clinician ${index}`,
      tz: zones[index % zones.length] ?? 'UTC',
    }),
  );
}

function nudgesOf(person: Person): Message[] {
  return person.inbox.filter((message) => button(message, 'checkins.acknowledge') !== undefined);
}

test('twelve clinicians in six time zones get one nudge each, at nine on their own Monday', async () => {
  const people = twelve();
  for (let index = 0; index < 12; index += 2)
    await hospital.pair(people[index] as Person, people[index + 1] as Person);

  const mondayAtNine: Record<string, string> = {
    'Pacific/Auckland': '2026-12-06T20:00:00Z',
    'Asia/Tokyo': '2026-12-07T00:00:00Z',
    'Europe/London': '2026-12-07T09:00:00Z',
    'America/New_York': '2026-12-07T14:00:00Z',
    'America/Denver': '2026-12-07T16:00:00Z',
    'America/Los_Angeles': '2026-12-07T17:00:00Z',
  };
  for (const zone of zones) {
    const nine = Date.parse(mondayAtNine[zone] ?? '');
    const there = people.filter((_, index) => zones[index % zones.length] === zone);
    await hospital.goTo(nine - 60_000);
    for (const person of there) expect(nudgesOf(person)).toHaveLength(0);
    await hospital.goTo(nine);
    for (const person of there) expect(nudgesOf(person)).toHaveLength(1);
  }
  await hospital.goTo('2026-12-08T12:00:00Z');
  for (const person of people) expect(nudgesOf(person)).toHaveLength(1);

  const questions = people.map((person) =>
    textOf(nudgesOf(person)[0] as Message)
      .split('You and')[0]
      ?.replace(/^.*\n/, ''),
  );
  expect(new Set(questions).size).toBe(1);
  expect(await accountOf(hospital.db, '2026-W50')).toMatchObject({ eligible: 12, sent: 12, pending: 0 });
  expect(hospital.slack.complaints).toEqual([]);
});

test('one tap by either buddy shows in both messages, and pressing again changes nothing', async () => {
  const ana = hospital.slack.person('UANA', { name: 'Ana', tz: 'Europe/London' });
  const ben = hospital.slack.person('UBEN', { name: 'Ben', tz: 'America/New_York' });
  const mallory = hospital.slack.person('UMAL', { name: 'Mallory', tz: 'Europe/London' });
  await hospital.pair(ana, ben);
  await hospital.goTo('2026-12-07T14:00:00Z');
  const [anas, bens] = [nudgesOf(ana)[0] as Message, nudgesOf(ben)[0] as Message];
  const acknowledge = button(anas, 'checkins.acknowledge')?.id ?? '';

  await mallory.press(anas, acknowledge);
  expect(await acknowledgements()).toBe(0);

  await ana.press(anas, acknowledge);
  await hospital.settled();
  expect(await acknowledgements()).toBe(1);
  for (const person of [ana, ben]) {
    const message = person.inbox.find((one) => one.ts === (person === ana ? anas.ts : bens.ts)) as Message;
    expect(textOf(message)).toContain('checked in this week');
    expect(button(message, 'checkins.acknowledge')).toBeUndefined();
  }

  await ana.press(anas, acknowledge);
  await hospital.settled();
  expect(await acknowledgements()).toBe(1);
  expect(hospital.slack.complaints).toEqual([]);
});

test('a member who moves from New York to Los Angeles on Sunday gets one nudge, at nine over there', async () => {
  const ana = hospital.slack.person('UANA', { name: 'Ana', tz: 'America/New_York' });
  const ben = hospital.slack.person('UBEN', { name: 'Ben', tz: 'America/New_York' });
  await hospital.pair(ana, ben);
  hospital.jump('2026-12-06T15:00:00Z');
  hospital.slack.changePerson('UANA', { tz: 'America/Los_Angeles' });
  await hospital.slack.event('user_change', { user: hospital.slack.userObject('UANA') });
  // Slack is answered at once, and what it told is written right after.
  await until(async () => (await zoneOf('UANA')) === 'America/Los_Angeles');

  await hospital.goTo('2026-12-07T14:00:00Z');
  expect([nudgesOf(ana).length, nudgesOf(ben).length]).toEqual([0, 1]);
  await hospital.goTo('2026-12-07T17:00:00Z');
  expect(nudgesOf(ana)).toHaveLength(1);
  await hospital.goTo('2026-12-13T12:00:00Z');
  expect(nudgesOf(ana)).toHaveLength(1);
});

test('a paused member gets no nudge, their buddy sees that they are away, and they return by themselves', async () => {
  const ana = hospital.slack.person('UANA', { name: 'Ana', tz: 'Europe/London' });
  const ben = hospital.slack.person('UBEN', { name: 'Ben', tz: 'Europe/London' });
  await hospital.pair(ana, ben);
  const answer = await ana.command('/buddy', 'pause');
  await ana.press(answer, 'members.pause:1w');

  await hospital.goTo('2026-12-07T09:00:00Z');
  expect([nudgesOf(ana).length, nudgesOf(ben).length]).toEqual([0, 1]);
  expect(textOf(nudgesOf(ben)[0] as Message)).toContain('away');
  expect(await accountOf(hospital.db, '2026-W50')).toMatchObject({ eligible: 2, sent: 1, paused: 1 });
  await hospital.goTo('2026-12-14T09:00:00Z');
  expect([nudgesOf(ana).length, nudgesOf(ben).length]).toEqual([1, 2]);
});

test('an administrator abroad posts on Sunday what everybody is asked on Monday', async () => {
  const ana = hospital.slack.person('UANA', { name: 'Ana', tz: 'Europe/London' });
  const ben = hospital.slack.person('UBEN', { name: 'Ben', tz: 'Pacific/Auckland' });
  const admin = hospital.slack.person('U0ADMIN', { name: 'Wil', tz: 'America/Los_Angeles' });
  await hospital.pair(ana, ben);
  hospital.jump('2026-12-06T18:00:00Z');

  const card = await admin.command('/buddy', 'admin');
  await admin.press(card, 'questions.post');
  await until(() => admin.modal !== undefined);
  const form = admin.modal as View;
  const first = 'What is *one* thing & <b>only</b> one?';
  const done = await admin.submit(form, { week: '2026-W50', first, second: 'And :smile: what else?' });
  expect(done.status).toBe(200);

  await hospital.goTo('2026-12-07T09:00:00Z');
  for (const person of [ana, ben]) {
    const raw = JSON.stringify(nudgesOf(person)[0]?.blocks);
    expect(raw).toContain('What is *one* thing &amp; &lt;b&gt;only&lt;/b&gt; one?');
    expect(raw).toContain('And :smile: what else?');
  }
  const late = await admin.submit(form, { week: '2026-W50', first: 'Too late?', second: 'Is it?' });
  expect(JSON.stringify(late.body)).toContain('errors');
  expect(await frozen('2026-W50')).toContain('only');
});

test('someone who asks to be reminded this evening gets one reminder, unless they have checked in', async () => {
  const ana = hospital.slack.person('UANA', { name: 'Ana', tz: 'Europe/London' });
  const ben = hospital.slack.person('UBEN', { name: 'Ben', tz: 'Europe/London' });
  await hospital.pair(ana, ben);
  await hospital.goTo('2026-12-07T09:00:00Z');
  for (const person of [ana, ben])
    await person.press(nudgesOf(person)[0] as Message, 'nudges.snooze:evening');
  const before = [ana.inbox.length, ben.inbox.length];
  await hospital.goTo('2026-12-07T17:59:00Z');
  expect([ana.inbox.length, ben.inbox.length]).toEqual(before);
  await hospital.goTo('2026-12-07T18:00:30Z');
  expect([ana.inbox.length, ben.inbox.length]).toEqual(before.map((count) => count + 1));
  expect(buttonsOf(ana.lastMessage as Message).map(({ id }) => id)).not.toContain('checkins.acknowledge');

  await hospital.goTo('2026-12-14T09:00:00Z');
  const nudge = nudgesOf(ana).at(-1) as Message;
  await ana.press(nudge, 'nudges.snooze:evening');
  await ben.press(nudgesOf(ben).at(-1) as Message, 'checkins.acknowledge');
  const count = ana.inbox.length;
  await hospital.goTo('2026-12-14T18:00:30Z');
  expect(ana.inbox).toHaveLength(count);
});

async function acknowledgements(): Promise<number> {
  return (await hospital.db.selectFrom('acknowledgements').selectAll().execute()).length;
}

async function zoneOf(id: string): Promise<string | undefined> {
  const row = await hospital.db
    .selectFrom('members')
    .select('time_zone')
    .where('person_id', '=', id)
    .executeTakeFirst();
  return row?.time_zone;
}

async function frozen(week: string): Promise<string> {
  const row = await hospital.db
    .selectFrom('question_sets')
    .select('first')
    .where('week', '=', week as never)
    .executeTakeFirstOrThrow();
  return row.first;
}
