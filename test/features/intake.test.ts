import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { referredBefore } from '../../src/features/intake/repeated.ts';
import { enrol } from '../../src/people/members/store.ts';
import { appoint } from '../../src/people/roles/store.ts';
import { createSealsInMemory, type Seals } from '../../src/sealing/seals.ts';
import { Secret } from '../../src/system/secret.ts';
import { wholeContent } from '../faults/support/tables.ts';
import { aReport, asWritten } from '../support/incident-system.ts';
import { type IntakeStage, now, openIntake } from '../support/intake-stage.ts';
import { seals } from '../support/seals.ts';
import { addTrained } from '../support/supporters.ts';
import { aProfile, slackPerson, someHospital } from '../support/turn.ts';

const ana = slackPerson('U0ANA');
const elif = slackPerson('U0ELIF');

let stage: IntakeStage;
beforeEach(async () => {
  stage = await openIntake();
});
afterEach(() => stage.close());

async function anaIs(role: 'director' | 'administrator'): Promise<void> {
  await appoint(stage.db, { person: ana, name: 'Ana Ruiz' }, role, 1);
}

async function messages(): Promise<readonly { to: string; card: string }[]> {
  const rows = await stage.db.selectFrom('outbox').select(['person_id', 'card']).execute();
  return rows.map(({ person_id, card }) => ({ to: person_id, card: card ?? '' }));
}

describe('someone presses the button in the incident-report system', () => {
  beforeEach(() => anaIs('director'));

  test('and the director hears that a colleague waits, never who', async () => {
    expect(await stage.system.reports(aReport)).toMatchObject({ status: 202, body: { referred: 1 } });
    expect(stage.woken()).toBe(1);
    expect(await stage.opened()).toMatchObject([
      { person: null, name: 'Elif Kaya', contact: '617-555-0142', kind: 'event-error', askedBy: null },
    ]);
    const [told, ...others] = await messages();
    expect(others).toEqual([]);
    expect(told).toMatchObject({ to: ana.id, card: expect.stringMatching(/waits for you at the desk/) });
    for (const secret of ['Elif', '0142', 'event-error']) {
      expect(told?.card).not.toContain(secret);
      expect(stage.log.lines.join('\n')).not.toContain(secret);
      expect(JSON.stringify(await wholeContent(stage.db))).not.toContain(secret);
    }
  });

  test('for several of one event, and all are there, with what the hospital’s lists know of them', async () => {
    const people = [
      { ...aReport.people[0], profession: 'nurse', specialty: 'Whatever it is', unit: null },
      { name: 'Ben Adler', contact: '', platformId: 'slack:U0BEN' },
    ];
    const report = { ...aReport, soon: 'week', people, group: true, description: 'what happened' };
    expect((await stage.system.reports(report)).body).toEqual({ referred: 2 });
    expect(await stage.opened()).toMatchObject([
      { name: 'Elif Kaya', profession: 'nurse', specialty: null, unit: null, wishesGroup: true },
      { name: 'Ben Adler', contact: null, person: slackPerson('U0BEN'), wishesGroup: true },
    ]);
    expect(JSON.stringify(await stage.opened())).not.toContain('what happened');
    expect(await messages()).toHaveLength(1);
  });

  test('about the director, and it’s not for their eyes', async () => {
    const people = [{ name: 'Ana Ruiz', platformId: 'slack:U0ANA' }];
    expect((await stage.system.reports({ ...aReport, people })).status).toBe(202);
    expect(await messages()).toEqual([]);
    expect(await stage.opened()).toMatchObject([{ person: ana }]);
  });

  test('for someone on a platform where nobody is known, and the name has to do', async () => {
    const people = [{ name: 'Elif Kaya', platformId: 'teams:00000000-0000-0000-0000-0000000000AA' }];
    expect((await stage.system.reports({ ...aReport, people })).status).toBe(202);
    expect(await stage.opened()).toMatchObject([{ person: null, name: 'Elif Kaya' }]);
  });

  test('twice for the same colleague, and one offer is enough', async () => {
    const people = [{ name: 'Elif Kaya', platformId: 'slack:U0ELIF' }];
    for (let count = 0; count < 2; count += 1)
      expect((await stage.system.reports({ ...aReport, people })).body).toEqual({ referred: 1 });
    expect(await stage.opened()).toMatchObject([{ person: elif }]);
  });
});

describe('a report that comes again', () => {
  beforeEach(() => anaIs('director'));

  test('hears the same and changes nothing, whatever it says now, also after a restart', async () => {
    await stage.system.reports(aReport, { id: 'msg_1' });
    const before = await wholeContent(stage.db);
    const two = { ...aReport, people: [...aReport.people, { name: 'Ben Adler' }] };
    expect((await stage.system.reports(aReport, { id: 'msg_1' })).body).toEqual({ referred: 1 });
    await stage.restarts();
    expect(await stage.system.reports(two, { id: 'msg_1' })).toMatchObject({
      status: 202,
      body: { referred: 1 },
    });
    expect(await wholeContent(stage.db)).toEqual(before);
    expect((await stage.system.reports(two, { id: 'msg_2' })).body).toEqual({ referred: 2 });
  });

  test('eight times at once is one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => stage.system.reports(aReport, { id: 'msg_1' })),
    );
    expect(answers.map(({ status, body }) => [status, body])).toEqual(Array(8).fill([202, { referred: 1 }]));
    expect(await stage.opened()).toHaveLength(1);
  });

  test('can’t be recognized by who has the database without its keys', async () => {
    await stage.system.reports(aReport, { id: 'report-4711' });
    const others = createSealsInMemory();
    await others.seal('', now);
    expect(await referredBefore(stage.db, seals, 'report-4711')).toBe(1);
    expect(await referredBefore(stage.db, others, 'report-4711')).toBeNull();
  });

  test('with what was wrong put right is taken in under the same id', async () => {
    const faulty = { ...aReport, soon: 'now' };
    expect((await stage.system.reports(faulty, { id: 'msg_1' })).status).toBe(400);
    expect((await stage.system.reports(aReport, { id: 'msg_1' })).status).toBe(202);
    expect(await stage.opened()).toHaveLength(1);
  });
});

describe('who may report', () => {
  test('either of two secrets is good while one takes the other’s place', async () => {
    for (const system of [stage.system, stage.next]) expect((await system.reports(aReport)).status).toBe(202);
    await stage.restarts({ secrets: new Secret([asWritten(stage.next.secret)]) });
    expect((await stage.system.reports(aReport)).status).toBe(401);
    expect((await stage.next.reports(aReport)).status).toBe(202);
  });

  test('a secret that has taken the place of the one it knew is found by the first request that it signed', async () => {
    const [former, next] = [[asWritten(stage.system.secret)], [asWritten(stage.next.secret)]];
    const read = () => ({ ok: true, value: next }) as const;
    await stage.restarts({ secrets: new Secret(former, { name: 'BUDDY_REFERRALS_SECRET', read }) });
    expect((await stage.system.reports(aReport)).status).toBe(202);
    expect((await stage.next.reports(aReport)).status).toBe(202);
    expect((await stage.system.reports(aReport)).status).toBe(401);
  });

  test('more than five minutes early or late is refused, four are not', async () => {
    for (const offsetSeconds of [-310, 310])
      expect((await stage.system.reports(aReport, { offsetSeconds })).status).toBe(401);
    for (const offsetSeconds of [-240, 240])
      expect((await stage.system.reports(aReport, { offsetSeconds })).status).toBe(202);
  });

  test('a changed body, id or time, and a missing header, is refused and said in the log once', async () => {
    const before = await wholeContent(stage.db);
    const body = JSON.stringify(aReport);
    const signed = stage.system.headers(body);
    const forged = [
      { ...signed, 'webhook-id': 'another' },
      { ...signed, 'webhook-timestamp': String(Number(signed['webhook-timestamp']) + 1) },
      { ...signed, 'webhook-signature': 'v1,' },
      { ...signed, 'webhook-signature': 'v1' },
      { ...signed, 'webhook-signature': `v1a,${signed['webhook-signature']?.slice(3)}` },
      ...['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
        Object.fromEntries(Object.entries(signed).filter(([one]) => one !== name)),
      ),
    ];
    for (const headers of forged) expect((await stage.system.sends(body, headers)).status).toBe(401);
    expect((await stage.system.sends(body.replace('Elif', 'Anna'), signed)).status).toBe(401);
    expect(await wholeContent(stage.db)).toEqual(before);
    expect(stage.log.lines.filter((line) => line.includes('"signature"'))).toHaveLength(1);
    expect((await stage.system.sends(body, signed)).status).toBe(202);
  });

  test('one good signature among others is enough', async () => {
    const body = JSON.stringify(aReport);
    const signed = stage.system.headers(body);
    const several = `v1a,AAAA v1,${'A'.repeat(43)}= ${signed['webhook-signature']}`;
    expect((await stage.system.sends(body, { ...signed, 'webhook-signature': several })).status).toBe(202);
  });

  test('sixty a minute, and the rest is told when to come again', async () => {
    for (let count = 0; count < 60; count += 1)
      expect((await stage.system.reports({}, { id: `msg_${count}` })).status).toBe(400);
    stage.passes(20_000);
    expect(await stage.system.reports(aReport)).toMatchObject({ status: 429, retryAfter: '40' });
    stage.passes(40_000);
    expect((await stage.system.reports(aReport)).status).toBe(202);
  });

  test('strangers take nothing of it', async () => {
    const body = JSON.stringify(aReport);
    const forged = { ...stage.system.headers(body), 'webhook-signature': 'v1,AAAA' };
    for (let count = 0; count < 70; count += 1)
      expect((await stage.system.sends(body, forged)).status).toBe(401);
    expect((await stage.system.reports(aReport)).status).toBe(202);
  });
});

describe('what can’t be taken in', () => {
  const person = aReport.people[0];
  test.each([
    ['kind', { ...aReport, kind: 'event-secret' }],
    ['kind', { ...aReport, kind: undefined }],
    ['soon', { ...aReport, soon: 1 }],
    ['people', { ...aReport, people: undefined }],
    ['people', { ...aReport, people: [] }],
    ['people', { ...aReport, people: Array(21).fill(person) }],
    ['people', { ...aReport, people: { 0: person } }],
    ['people.0', { ...aReport, people: ['Elif Kaya'] }],
    ['people.0.name', { ...aReport, people: [{ contact: person.contact }] }],
    ['people.1.name', { ...aReport, people: [person, { name: 'x'.repeat(81) }] }],
    ['people.0.name', { ...aReport, people: [{ name: '617-555-0142' }] }],
    ['people.0.contact', { ...aReport, people: [{ ...person, contact: 'she cried all night' }] }],
    ['people.0.platformId', { ...aReport, people: [{ ...person, platformId: 'U0ELIF' }] }],
    ['people.0.unit', { ...aReport, people: [{ ...person, unit: 4 }] }],
    ['group', { ...aReport, group: 'yes' }],
    ['body', []],
    ['body', 'no JSON'],
    ['body', 'null'],
    ['body', ''],
  ])('%s is named', async (field, report) => {
    const before = await wholeContent(stage.db);
    const { status, body } = await stage.system.reports(report);
    expect([status, body]).toEqual([400, { field, why: expect.stringContaining('must be') }]);
    expect(await wholeContent(stage.db)).toEqual(before);
  });

  test('more than 64 KB, another type, another method', async () => {
    const long = JSON.stringify({ ...aReport, more: 'x'.repeat(65_536) });
    expect((await stage.system.reports(long)).status).toBe(413);
    const body = JSON.stringify(aReport);
    for (const type of ['text/plain', 'application/jsonp', 'application/x-www-form-urlencoded'])
      expect(
        (await stage.system.sends(body, { ...stage.system.headers(body), 'content-type': type })).status,
      ).toBe(415);
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await fetch(`${stage.url()}/support/referrals`, { method });
      expect([status, headers.get('allow')]).toEqual([405, 'POST']);
    }
    expect(await stage.opened()).toEqual([]);
    const named = { ...stage.system.headers(body), 'content-type': 'application/json; charset=utf-8' };
    expect((await stage.system.sends(body, named)).status).toBe(202);
  });

  test('while the keys can’t be used, the other program is told to come again, and then it’s taken in', async () => {
    const broken: Seals = {
      ...seals,
      seal: async () => {
        throw new Error('Elif Kaya can’t be sealed');
      },
    };
    await stage.restarts({ seals: broken });
    const before = await wholeContent(stage.db);
    expect(await stage.system.reports(aReport, { id: 'msg_1' })).toMatchObject({
      status: 503,
      retryAfter: '60',
    });
    expect(await wholeContent(stage.db)).toEqual(before);
    expect(stage.log.lines.join('\n')).toContain('could not take in a referral');
    expect(stage.log.lines.join('\n')).not.toContain('Elif');
    await stage.restarts();
    expect((await stage.system.reports(aReport, { id: 'msg_1' })).status).toBe(202);
    expect(await stage.opened()).toHaveLength(1);
  });
});

describe('where nobody runs a program yet', () => {
  test('a supporter who fits is asked at once', async () => {
    await addTrained(stage.db, ana, 'Ana Ruiz');
    await stage.system.reports(aReport);
    const [told, ...others] = await messages();
    expect(others).toEqual([]);
    expect(told).toMatchObject({ to: ana.id, card: expect.stringContaining('could use a word from you') });
    expect(stage.log.lines).toEqual([]);
  });

  test('it’s kept, administrators hear that someone is needed, and the log says no more', async () => {
    await anaIs('administrator');
    await stage.system.reports(aReport);
    expect(await stage.opened()).toMatchObject([{ name: 'Elif Kaya' }]);
    const [told, ...others] = await messages();
    expect(others).toEqual([]);
    expect(told).toMatchObject({ to: ana.id, card: expect.stringContaining('appoint a director') });
    expect(told?.card).not.toContain('Elif');
    expect(stage.log.lines).toEqual([
      JSON.stringify({
        level: 'warn',
        message: 'an incident-report system asked for support, and nobody is there to look after it',
      }),
    ]);
  });

  test('those of BUDDY_ADMINS hear it, in the workspace that’s served', async () => {
    const admins = new Set(['slack:U0ANA', 'teams:U0NOBODY']);
    await stage.restarts({ hospital: { ...someHospital, admins } });
    await enrol(stage.db, elif, aProfile('Elif Kaya'), someHospital, now);
    await stage.system.reports(aReport);
    expect((await messages()).map(({ to }) => to)).toEqual([ana.id]);
  });
});
