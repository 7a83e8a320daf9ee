import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { follow } from '../../src/bot/route.ts';
import type { LookUp } from '../../src/chat/adapter.ts';
import type { PersonRef, Profile } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { cleanedLookUp } from '../../src/people/cleaned.ts';
import { nobody, profileChanged } from '../../src/people/members/handlers.ts';
import { refreshProfiles } from '../../src/people/members/refresh.ts';
import { deleteMember, enrol, findMember, type Member } from '../../src/people/members/store.ts';
import {
  anIntent,
  aProfile,
  aScene,
  slackPerson,
  someHospital,
  temporaryDatabase,
  turnOf,
} from '../support/turn.ts';

const ana = slackPerson('U0ANA');
const wednesday = Date.parse('2026-11-25T12:00:00Z');
const nextDay = wednesday + 25 * 3_600_000;
let db: Database;
let close: () => Promise<void>;
let left: Member[];

const leave = async (executor: Pick<Database, 'deleteFrom'>, member: Member): Promise<void> => {
  left.push(member);
  await deleteMember(executor as Database, member.id);
};

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  left = [];
});
afterEach(() => close());

async function hear(profile: Profile, from: PersonRef = ana) {
  const handle = profileChanged((turn) => leave(turn.db, turn.actor.member));
  const route = { for: 'members', handle, others: nobody } as const;
  const turn = await turnOf(aScene({ db, now: wednesday, from }));
  // As all that platforms tell is.
  const cleaned = cleanedLookUp(profile) as Profile;
  return follow(route, turn, anIntent('members.profile', { profile: cleaned }));
}

describe('a profile changes on the platform', () => {
  test('who marries or moves is called by the new name, and nudged at nine on the new clock, the same Monday', async () => {
    await enrol(db, ana, aProfile('Ana Diaz'), someHospital, wednesday);
    expect(await hear(aProfile('Ana Berg', { timeZone: 'America/New_York' }))).toEqual([]);
    expect(await findMember(db, ana)).toMatchObject({
      name: 'Ana Berg',
      timeZone: 'America/New_York',
      rhythm: { nextWeek: '2026-W49', nextNudgeAt: Date.parse('2026-11-30T14:00:00Z') },
    });
  });

  test('who has had this Monday in Auckland does not get it again in Honolulu', async () => {
    await enrol(db, ana, aProfile('Ana', { timeZone: 'Pacific/Auckland' }), someHospital, wednesday);
    await db.updateTable('members').set({ last_week: '2026-W49', next_week: '2026-W50' }).execute();
    await hear(aProfile('Ana', { timeZone: 'Pacific/Honolulu' }));
    expect(await findMember(db, ana)).toMatchObject({
      rhythm: {
        lastWeek: '2026-W49',
        nextWeek: '2026-W50',
        nextNudgeAt: Date.parse('2026-12-07T19:00:00Z'),
      },
    });
  });

  test.each([null, 'W. Europe Standard Time'])(
    'a platform that tells the zone %p leaves it as it was',
    async (timeZone) => {
      await enrol(db, ana, aProfile('Ana'), someHospital, wednesday);
      await hear(aProfile('Ana Berg', { timeZone }));
      expect(await findMember(db, ana)).toMatchObject({ name: 'Ana Berg', timeZone: 'Europe/Paris' });
    },
  );

  test('whose account is closed leaves', async () => {
    await enrol(db, ana, aProfile('Ana'), someHospital, wednesday);
    await hear(aProfile('Ana', { active: false }));
    expect(left.map((member) => member.name)).toEqual(['Ana']);
  });

  test('nobody becomes a member by it', async () => {
    expect(await hear(aProfile('Ana'))).toEqual([]);
    expect(await hear(aProfile('Ana', { active: false }))).toEqual([]);
    expect(await findMember(db, ana)).toBeNull();
    expect(left).toEqual([]);
  });
});

describe('once a day everybody is looked up', () => {
  async function enrolMany(count: number, platform: PersonRef['platform'] = 'slack'): Promise<PersonRef[]> {
    const people = Array.from({ length: count }, (_, index) => ({
      ...slackPerson(`U${platform}${index}`),
      platform,
    }));
    for (const person of people) await enrol(db, person, aProfile(person.id), someHospital, wednesday);
    return people;
  }

  function refresh(answer: (person: PersonRef) => LookUp, now = nextDay): Promise<number> {
    // The look-up reads, as any network call leaves time for: with a transaction open it would wait for itself.
    const lookUp = async (person: PersonRef) => {
      await findMember(db, person);
      return answer(person);
    };
    return refreshProfiles(db, lookUp, now, { leave });
  }

  const known = (person: PersonRef): LookUp => aProfile(person.id);

  test('a change that the platform never told is found', async () => {
    await enrolMany(1);
    expect(await refresh(() => aProfile('Ana Berg', { timeZone: 'Asia/Tokyo' }))).toBe(1);
    expect(await findMember(db, slackPerson('Uslack0'))).toMatchObject({
      name: 'Ana Berg',
      timeZone: 'Asia/Tokyo',
    });
  });

  test('nobody is looked up twice a day, and at most twenty at a time', async () => {
    await enrolMany(25);
    expect(await refresh(known, wednesday + 23 * 3_600_000)).toBe(0);
    expect(await refresh(known)).toBe(20);
    expect(await refresh(known)).toBe(5);
    expect(await refresh(known)).toBe(0);
  });

  test('whose account is closed leaves; the others stay', async () => {
    await enrolMany(3);
    await refresh((person) => aProfile(person.id, { active: person.id !== 'Uslack1' }));
    expect(left.map((member) => member.name)).toEqual(['Uslack1']);
  });

  test.each([1, 4, 20])(
    'a token of another workspace, which knows none of %i people, erases nobody; they are asked for again in an hour',
    async (count) => {
      await enrolMany(count);
      expect(await refresh(() => ({ unknown: true }))).toBe(count);
      expect(left).toEqual([]);
      expect(await refresh(known, nextDay + 59 * 60_000)).toBe(0);
      expect(await refresh(known, nextDay + 61 * 60_000)).toBe(count);
    },
  );

  test('a platform that cannot be asked changes nobody, holds up nobody, and is asked again in an hour', async () => {
    const [first] = await enrolMany(20);
    await db
      .updateTable('members')
      .set({ profile_checked_at: wednesday - 1 })
      .execute();
    await enrolMany(1, 'teams');
    await refresh(() => ({ unavailable: true }));
    expect(left).toEqual([]);
    expect(await findMember(db, first as PersonRef)).toMatchObject({
      name: 'Uslack0',
      timeZone: 'Europe/Paris',
    });
    expect(await refresh(known)).toBe(1);
    expect(await refresh(known, nextDay + 59 * 60_000)).toBe(0);
    expect(await refresh(known, nextDay + 61 * 60_000)).toBe(20);
  });
});
