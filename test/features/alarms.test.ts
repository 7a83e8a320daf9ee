import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Credentials } from '../../src/chat/adapter.ts';
import type { Card } from '../../src/chat/card.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { PersonRef, Platform } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { createHearing, type Hearing } from '../../src/features/alarms/hearing.ts';
import { raiseAlarms } from '../../src/features/alarms/raise.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { erase } from '../../src/features/privacy/erase.ts';
import { saveAddresses } from '../../src/outbox/recipient-store.ts';
import { saveContact } from '../../src/people/contacts/store.ts';
import { enrol, type Member } from '../../src/people/members/store.ts';
import { appoint } from '../../src/people/roles/store.ts';
import { recordedLog } from '../contract/recorded-log.ts';
import { aProfile, aScene, content, slackPerson, someHospital, temporaryDatabase } from '../support/turn.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const sunday = Date.parse('2026-11-22T06:00:00Z');
/** 9:00 in Paris. */
const monday = Date.parse('2026-11-23T08:00:00Z');
const wil = slackPerson('UWIL');
const tea: PersonRef = { platform: 'teams', workspace: 'tenant', id: 'tea' };
const hospital = { ...someHospital, admins: new Set(['slack:UWIL']), platforms: ['slack', 'teams'] as const };

let db: Database;
let close: () => Promise<void>;
let hearing: Hearing;
let log: ReturnType<typeof recordedLog>;
let credentials: Record<'slack' | 'teams', Credentials>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  hearing = createHearing();
  log = recordedLog();
  const accepted = { standing: 'accepted', code: null, workspace: null, expires: null } as const;
  credentials = { slack: accepted, teams: accepted };
  await appoint(db, { person: wil, name: 'Wil Park' }, 'editor', sunday);
});
afterEach(() => close());

function refuse(platform: 'slack' | 'teams', code = 'token_revoked'): void {
  credentials[platform] = { standing: 'refused', code, workspace: null, expires: null };
}

function look(now: number, by = hearing): Promise<number> {
  const adapters = new Map(
    (['slack', 'teams'] as const).map((platform): [Platform, { credentials(): Credentials }] => [
      platform,
      { credentials: () => credentials[platform] },
    ]),
  );
  return raiseAlarms({ db, adapters, hearing: by, hospital, log }, now);
}

async function alarms(): Promise<readonly { to: string; said: string; status: string }[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'person_id as to', 'card', 'status'])
    .where('key', 'like', '%alarm:%')
    .orderBy('created_at')
    .orderBy('person_id')
    .execute();
  return rows.map(({ to, card, status }) => ({
    to,
    status,
    said: card === null ? '' : fallbackText(JSON.parse(card) as Card),
  }));
}

async function arrive(instant: number): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ status: 'sent', message_ref: 'there', settled_at: instant, card: null })
    .where('status', '=', 'waiting')
    .execute();
}

async function pairsOf(count: number): Promise<readonly Member[]> {
  const members: Member[] = [];
  for (let nth = 0; nth < count; nth += 1)
    members.push(await enrol(db, slackPerson(`UP${nth}`), aProfile(`Person ${nth}`), someHospital, sunday));
  for (let nth = 0; nth + 1 < count; nth += 2)
    await startPair(db, members[nth] as Member, members[nth + 1] as Member, sunday);
  return members;
}

/** The messages of Monday, of which the first so many end otherwise than by arriving. */
async function mondayOf(count: number, not: number, status: 'unreachable' | 'failed'): Promise<void> {
  const members = await pairsOf(count);
  await planDue(db, { at: monday, now: monday, content });
  await arrive(monday + minute);
  if (not === 0) return;
  await db
    .updateTable('outbox')
    .set({ status })
    .where(
      'person_id',
      'in',
      members.slice(0, not).map(({ person }) => person.id),
    )
    .execute();
}

describe('a refused token', () => {
  beforeEach(async () => {
    await appoint(db, { person: tea, name: 'Tea Novak' }, 'administrator', sunday);
  });

  test('is told once, by the other platform, in the words of who reads it', async () => {
    await saveContact(db, tea, { name: 'Tea Novak', timeZone: 'America/New_York', language: 'es' }, sunday);
    refuse('slack');
    for (let at = monday; at < monday + day; at += 20 * minute) await look(at);
    const [told, ...more] = await alarms();
    expect(more).toEqual([]);
    expect(told?.to).toBe('tea');
    expect(told?.said).toMatch(/Slack ya no deja entrar a Buddy.*lunes, 23 de noviembre.*token_revoked/s);
  });

  test('is not told when it passes within seconds, and is one matter when it comes and goes', async () => {
    refuse('slack');
    await look(monday);
    expect(await alarms()).toEqual([]);
    const accepted = { standing: 'accepted', code: null, workspace: null, expires: null } as const;
    for (let at = monday + minute; at < monday + hour; at += minute) {
      credentials.slack = at % (2 * minute) === 0 ? { ...accepted, standing: 'refused' } : accepted;
      await look(at);
    }
    expect(await alarms()).toHaveLength(1);
  });

  test('says in its place that it is over, and is a new matter when it comes back another day', async () => {
    refuse('slack');
    await look(monday);
    await look(monday + minute);
    await arrive(monday + minute);
    credentials.slack = { standing: 'unconfirmed', code: null, workspace: null, expires: null };
    await look(monday + 2 * hour);
    expect(await alarms()).toHaveLength(1);
    credentials.slack = { standing: 'accepted', code: null, workspace: null, expires: null };
    await look(monday + 2 * hour);
    const told = await alarms();
    expect(told.map(({ status }) => status)).toEqual(['sent', 'waiting']);
    expect(told[1]?.said).toContain("It's been fine again since Monday, November 23, 11:00 AM");
    await look(monday + 3 * hour);
    expect(await alarms()).toHaveLength(2);

    refuse('slack');
    await look(monday + day);
    await look(monday + day + minute);
    expect((await alarms()).filter(({ said }) => said.includes('no longer lets'))).toHaveLength(2);
  });

  test('that nobody can be told of stands in the log, and is told as soon as someone can be', async () => {
    refuse('slack');
    refuse('teams', 'AADSTS7000222');
    await look(monday);
    await look(monday + minute);
    await look(monday + 2 * minute);
    expect(await alarms()).toEqual([]);
    expect(log.lines.filter((line) => line.includes('administrators should know'))).toHaveLength(2);
    credentials.teams = { standing: 'accepted', code: null, workspace: null, expires: null };
    await look(monday + 3 * minute);
    expect((await alarms()).map(({ to }) => to)).toEqual(['tea']);
  });

  test('reaches each administrator once: two accounts of one person are one, whoever else has a role', async () => {
    await enrol(db, wil, aProfile('Wil Park'), someHospital, sunday);
    const wilInTeams = { ...tea, id: 'wil-in-teams' };
    const { id } = await db.selectFrom('members').select('id').executeTakeFirstOrThrow();
    await db
      .insertInto('linked_accounts')
      .values({
        platform: 'teams',
        workspace: 'tenant',
        person_id: wilInTeams.id,
        member_id: id,
        name: 'Wil Park',
        created_at: sunday,
      })
      .execute();
    await appoint(db, { person: wilInTeams, name: 'Wil Park' }, 'administrator', sunday);
    await saveAddresses(db, [{ person: wilInTeams, address: 'there' }]);
    refuse('slack');
    await look(monday);
    await look(monday + minute);
    expect((await alarms()).map(({ to }) => to)).toEqual(['tea', 'wil-in-teams']);
  });

  test('is told a little later to those who could not be written to at the first look, and to nobody twice', async () => {
    refuse('slack');
    await look(monday);
    await look(monday + minute);
    await appoint(db, { person: { ...tea, id: 'uma' }, name: 'Uma Rao' }, 'administrator', monday);
    for (let at = monday + 2 * minute; at < monday + 20 * minute; at += minute) await look(at);
    expect((await alarms()).map(({ to }) => to)).toEqual(['tea', 'uma']);
  });

  test('is not told once more to someone who becomes an administrator while it stands', async () => {
    refuse('slack');
    await look(monday);
    await look(monday + minute);
    await appoint(db, { person: { ...tea, id: 'uma' }, name: 'Uma Rao' }, 'administrator', monday);
    await look(monday + hour);
    expect((await alarms()).map(({ to }) => to)).toEqual(['tea']);
  });

  test('is told once by two processes that look at the same moment, and not again after a restart', async () => {
    refuse('slack');
    const processes = [createHearing(), createHearing(), createHearing()];
    for (const at of [monday, monday + minute, monday + 2 * minute])
      await Promise.all(processes.map((one) => look(at, one)));
    await Promise.all([createHearing(), createHearing()].map((one) => look(monday + 3 * minute, one)));
    expect(await alarms()).toHaveLength(1);
  });
});

test('a secret that expires is told of two weeks before, on which day and what to do', async () => {
  credentials.teams = { standing: 'accepted', code: null, workspace: null, expires: '2026-12-10' };
  await look(monday);
  expect(await alarms()).toEqual([]);
  await look(monday + 4 * day);
  await look(monday + 5 * day);
  const [told, ...more] = await alarms();
  expect(more).toEqual([]);
  expect(told?.said).toMatch(
    /expires on December 10, 2026\..*MicrosoftAppPassword and TEAMS_SECRET_EXPIRES/s,
  );
});

describe('a Monday', () => {
  test('of which nothing has gone out in an hour is told, though two people take part', async () => {
    await pairsOf(2);
    await planDue(db, { at: monday, now: monday, content });
    await db.updateTable('outbox').set({ attempts: 4 }).execute();
    await look(monday + 59 * minute);
    expect(await alarms()).toEqual([]);
    await look(monday + hour);
    await look(monday + 2 * hour);
    const [told, ...more] = await alarms();
    expect(more).toEqual([]);
    expect(told?.said).toMatch(
      /Nothing has gone out in Slack.*Monday, November 23, 9:00 AM.*buddy -- check/s,
    );
  });

  test('of which more than a tenth did not arrive is told, without a number and without a name', async () => {
    await mondayOf(40, 12, 'unreachable');
    await look(monday + hour);
    await look(monday + 2 * hour);
    const [told, ...more] = await alarms();
    expect(more).toEqual([]);
    expect(told?.said).toContain('More than one in ten of the messages for Monday, November 23');
    expect(told?.said).not.toMatch(/Person|UP\d|\b(?:12|28|40)\b/);
  });

  test('of which ten did not arrive says nothing, to the letter, whoever they are', async () => {
    await mondayOf(20, 10, 'unreachable');
    await look(monday + hour);
    await look(monday + 2 * hour);
    expect(await alarms()).toEqual([]);
    expect(log.lines).toEqual([]);
    expect(await db.selectFrom('alarms').selectAll().execute()).toEqual([]);
  });

  test('that nobody answered for two days is told', async () => {
    await look(sunday);
    await mondayOf(12, 0, 'failed');
    for (let at = monday + hour; at <= monday + 3 * day; at += 5 * minute) await look(at);
    const [told, ...more] = await alarms();
    expect(more).toEqual([]);
    expect(told?.said).toMatch(/Nothing comes in from Slack.*Monday, November 23.*type “\/buddy help”/s);
  });

  test('on which someone has tapped is not silent', async () => {
    await look(sunday);
    await mondayOf(12, 0, 'failed');
    hearing.heard('slack', monday + 2 * hour);
    for (let at = monday + 3 * hour; at <= monday + 4 * day; at += 5 * minute) await look(at);
    expect(await alarms()).toEqual([]);
  });

  test('is not silent when Buddy was down after it: nothing could come in', async () => {
    await look(sunday);
    await mondayOf(12, 0, 'failed');
    await look(monday + hour);
    const restarted = createHearing();
    for (let at = monday + 3 * day; at <= monday + 4 * day; at += 5 * minute) await look(at, restarted);
    expect(await alarms()).toEqual([]);
  });
});

test('an administrator who erases everything is in no message that waits', async () => {
  await enrol(db, wil, aProfile('Wil Park'), someHospital, sunday);
  await pairsOf(2);
  await planDue(db, { at: monday, now: monday, content });
  await db.updateTable('outbox').set({ attempts: 4 }).execute();
  await look(monday + hour);
  expect(await alarms()).toHaveLength(1);
  await erase(aScene({ db, now: monday + hour, from: wil, hospital }), wil);
  expect(await alarms()).toEqual([]);
});
