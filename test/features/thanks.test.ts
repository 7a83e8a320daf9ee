import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { erase } from '../../src/features/privacy/erase.ts';
import { enrol } from '../../src/people/members/store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  buttonIds,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

/** Late in the evening in Paris, noon on the east coast. */
const now = Date.parse('2026-12-02T21:00:00Z');
const year = 366 * 86_400_000;
const wil = slackPerson('UWIL');

let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

const hospital = { ...someHospital, admins: new Set(['slack:UWIL']) };
const does = (name: 'program.thanks' | 'members.pause', about = '', from: PersonRef = wil, at = now) =>
  answer(aScene({ db, now: at, from, hospital, newcomer: aProfile('Wil Park') }), anIntent(name, { about }));

async function member(id: string, timeZone = 'Europe/Paris', language: 'en' | 'es' | null = null) {
  await enrol(db, slackPerson(id), aProfile(id, { timeZone, language }), hospital, now - year);
}

async function sent() {
  const rows = await db
    .selectFrom('outbox')
    .select(['person_id', 'due_at', 'card'])
    .where('key', 'like', 'thank-you:%')
    .orderBy('person_id')
    .execute();
  return rows.map(({ person_id, due_at, card }) => ({
    who: person_id,
    at: new Date(due_at).toISOString(),
    card,
  }));
}

describe('the yearly thanks', () => {
  test('are shown first, and go out only with the button under them', async () => {
    await member('UANA');
    const shown = await does('program.thanks');
    expect(textOf(shown)).toMatch(/same for all.*thank you for being there/s);
    expect(buttonIds(shown)).toEqual(['program.thanks:send']);
    expect(await sent()).toEqual([]);
  });

  test('go to everyone in the same words, at the hour of their Monday, and to nobody on a pause', async () => {
    await member('UANA');
    await member('UBEN', 'America/New_York');
    await member('UEVA', 'Europe/Paris', 'es');
    await member('UPAU');
    await does('members.pause', '', slackPerson('UPAU'));
    await does('program.thanks', 'send');
    const all = await sent();
    expect(all.map(({ who, at }) => [who, at])).toEqual([
      ['UANA', '2026-12-03T08:00:00.000Z'],
      ['UBEN', '2026-12-03T14:00:00.000Z'],
      ['UEVA', '2026-12-03T08:00:00.000Z'],
    ]);
    expect(all[0]?.card).toBe(all[1]?.card);
    expect(all[2]?.card).toContain('Gracias');
    for (const { card } of all) expect(card).not.toMatch(/UANA|UBEN|Park|\d/);
  });

  test('go out once in a year, to many as to few, and stand in the list of who did what', async () => {
    for (let nth = 0; nth < 1_003; nth += 1) await member(`U${nth}`);
    await Promise.all([does('program.thanks', 'send'), does('program.thanks', 'send')]);
    expect(await sent()).toHaveLength(1_003);
    expect(textOf(await does('program.thanks'))).toMatch(/thanked in 2026/);
    await does('program.thanks', 'send');
    expect(await sent()).toHaveLength(1_003);
    const done = await db.selectFrom('audit_entries').select(['action', 'about']).execute();
    expect(new Set(done.map(({ action, about }) => `${action} ${about}`))).toEqual(new Set(['thanked 2026']));

    await does('program.thanks', 'send', wil, now + year);
    expect(await sent()).toHaveLength(2_006);
  });

  test('don’t reach someone who has erased everything before their hour', async () => {
    await member('UANA');
    await does('program.thanks', 'send');
    const scene = aScene({ db, now, from: slackPerson('UANA'), hospital });
    await erase(scene, slackPerson('UANA'));
    expect(await sent()).toEqual([]);
  });

  test('can’t be sent by anyone else', async () => {
    await member('UANA');
    for (const about of ['', 'send']) await does('program.thanks', about, slackPerson('UANA'));
    expect(await sent()).toEqual([]);
    expect(textOf(await does('program.thanks', 'send', slackPerson('UANA')))).toMatch(/program lead/);
  });
});
