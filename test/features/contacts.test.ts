import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Database } from '../../src/db/schema.ts';
import { addressOf, saveAddresses } from '../../src/outbox/recipient-store.ts';
import { findContact } from '../../src/people/contacts/store.ts';
import { findMember } from '../../src/people/members/store.ts';
import { forgetWhatIsOld } from '../../src/program/retention.ts';
import { databaseUnderTest } from '../support/fresh-database.ts';
import { aProfile, buttonIds, slackPerson, temporaryDatabase, textOf } from '../support/turn.ts';
import { everything } from './privacy-stage.ts';
import { noon, openTeamsStage, type TeamsStage, teamsPerson } from './teams-stage.ts';

const ana = teamsPerson('aaaa-0001');
const ben = teamsPerson('bbbb-0002');
const anas = { name: 'Ana Diaz', timeZone: 'America/New_York', language: 'en' } as const;
let db: Database;
let close: () => Promise<void>;
let stage: TeamsStage;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  stage = openTeamsStage(db);
});
afterEach(() => close());

/** A number that changes with every write, also with one that leaves all as it was. */
async function writes(): Promise<number> {
  const counted = {
    sqlite: sql<{ writes: number }>`select total_changes() as writes`,
    // Each version of a row is of another transaction.
    postgres: sql<{ writes: number }>`select sum(xmin::text::bigint) as writes
      from (select xmin from contacts union all select xmin from addresses) as versions`,
  };
  const { rows } = await counted[databaseUnderTest].execute(db);
  return Number(rows[0]?.writes ?? Number.NaN);
}

async function traces(): Promise<string[]> {
  const tables = Object.entries(await everything(db));
  return tables.filter(([, rows]) => rows.includes(ana.id)).map(([name]) => name);
}

describe('who writes to Buddy', () => {
  test('is known from then on by how to reach them, their name, time zone and language', async () => {
    await stage.hears({ from: ana, says: 'help', contact: anas });
    expect(await findContact(db, ana)).toEqual({
      ...anas,
      welcomedAt: null,
      unreachableSince: null,
      createdAt: noon,
      address: `chat of ${ana.id}`,
    });
    expect(await findMember(db, ana)).toBeNull();
  });

  test('and tells nothing new causes no write at all', async () => {
    await stage.hears({ from: ana, says: 'help', contact: anas });
    const before = await writes();
    await stage.hears({ from: ana, says: 'status', contact: anas });
    await stage.hears({ from: ana, presses: 'resources.show' });
    expect(await writes()).toBe(before);
  });

  test('keeps the name and the time zone that later events do not tell, or tell in no way that is known', async () => {
    await stage.hears({ from: ana, says: 'help', contact: anas });
    await stage.hears({
      from: ana,
      app: 'installed',
      contact: { timeZone: 'Eastern Standard Time (Mexico)' },
    });
    expect(await findContact(db, ana)).toMatchObject(anas);
  });

  test('is reached where they last wrote', async () => {
    await stage.hears({ from: ana, says: 'help', contact: anas });
    await stage.hears({ from: ana, says: 'help', contact: { ...anas, address: 'another chat' } });
    expect(await addressOf(db, ana)).toBe('another chat');
  });

  test('as a member is called by their new name, and nudged by the new clock', async () => {
    await stage.hears({ from: ana, says: 'invite', contact: anas });
    expect(await findMember(db, ana)).toMatchObject({
      ...anas,
      rhythm: { nextNudgeAt: Date.parse('2026-11-30T14:00Z') },
    });
    const moved = { name: 'Ana Berg', timeZone: 'Asia/Tokyo' };
    await stage.hears({ from: ana, says: 'help', contact: moved });
    expect(await findMember(db, ana)).toMatchObject({
      ...moved,
      rhythm: { nextNudgeAt: Date.parse('2026-11-30T00:00Z') },
    });
  });

  test('and is forgotten is in no table, also when the platform delivers that event again', async () => {
    await stage.hears({ from: ana, says: 'invite', contact: anas });
    expect(await traces()).toEqual(['addresses', 'contacts', 'members']);
    const yes = { from: ana, presses: 'privacy.forget:yes', id: 'the yes', contact: anas } as const;
    expect(textOf(await stage.hears(yes))).toContain('erased');
    expect(await traces()).toEqual([]);
    await stage.hears(yes);
    expect(await traces()).toEqual([]);
  });

  test('sees it under privacy, and can have a copy and erase it without being a member', async () => {
    await stage.hears({ from: ana, says: 'help', contact: anas });
    const shown = await stage.hears({ from: ana, says: 'privacy', contact: anas });
    expect(textOf(shown)).toContain('Ana Diaz, your account in Teams');
    expect(textOf(shown)).toContain('since November 25, 2026; as Ana Diaz, America/New_York');
    const copy = await stage.hears({ from: ana, presses: 'privacy.export', contact: anas });
    expect(JSON.stringify(copy)).toContain('welcomedAt');
    expect(buttonIds(await stage.hears({ from: ana, says: 'forget me' }))).toEqual(['privacy.forget:yes']);
  });
});

test('an address that events have told is kept, one that can be found again goes', async () => {
  await stage.hears({ from: ana, says: 'help', contact: anas });
  await saveAddresses(db, [{ person: slackPerson('U1'), address: 'D1' }]);
  await forgetWhatIsOld(db, { now: noon });
  expect(await addressOf(db, ana)).toBe(`chat of ${ana.id}`);
  expect(await addressOf(db, slackPerson('U1'))).toBeNull();
  await saveAddresses(db, [{ person: ana, address: 'as delivered' }]);
  await forgetWhatIsOld(db, { now: noon });
  expect(await addressOf(db, ana)).toBe('as delivered');
});

describe('who someone is', () => {
  const invitesBen = { from: ana, presses: `pairing.invite:${ben.id}`, contact: anas } as const;
  const invitee = () => db.selectFrom('invitations').select(['invitee_name as name']).executeTakeFirst();

  beforeEach(async () => {
    await stage.hears({ from: ben, says: 'help', contact: { name: 'Ben Ode' } });
  });

  test('is what their own messages tell, without a question to the platform', async () => {
    await stage.hears(invitesBen);
    expect(await findMember(db, ana)).toMatchObject(anas);
    expect(await invitee()).toEqual({ name: 'Ben Ode' });
    expect(stage.asked).toEqual([]);
  });

  test('is asked where guests are kept out, by the stored address; the time zone may come from a message', async () => {
    stage.guestsWelcome = false;
    stage.answer = aProfile('As the platform has it', { timeZone: null });
    await stage.hears(invitesBen);
    expect(stage.asked).toEqual([
      { person: ana, address: `chat of ${ana.id}` },
      { person: ben, address: `chat of ${ben.id}` },
    ]);
    expect(await findMember(db, ana)).toMatchObject({
      name: 'As the platform has it',
      timeZone: 'America/New_York',
    });
  });

  test('a guest stays out where guests are kept out', async () => {
    stage.guestsWelcome = false;
    stage.answer = aProfile('Ana Diaz', { kind: 'guest' });
    expect(textOf(await stage.hears(invitesBen))).toContain("Guest accounts can't use Buddy here");
    expect(await findMember(db, ana)).toBeNull();
  });

  test('who has only installed the app is invited, even when the platform cannot say their name', async () => {
    await stage.hears({ from: teamsPerson('cccc-0003'), app: 'installed' });
    stage.answer = { unavailable: true };
    await stage.hears({ from: ana, presses: 'pairing.invite:cccc-0003', contact: anas });
    expect(stage.asked).toHaveLength(1);
    expect(await invitee()).toEqual({ name: 'your colleague' });
  });

  test('someone unknown, where nothing is told, and the platform cannot be asked is to be tried again', async () => {
    stage.answer = { unavailable: true };
    const answers = { person: teamsPerson('x') };
    const answer = await stage.hears({ from: ana, fillsIn: 'pairing.invite', answers, contact: anas });
    expect(textOf(answer)).toContain('try again in a minute');
    expect(await findMember(db, ana)).toBeNull();
  });
});
