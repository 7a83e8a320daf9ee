import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/schema.ts';
import { releaseFigures } from '../../src/features/figures/release-all.ts';
import { findReleases } from '../../src/features/figures/store.ts';
import { isAsked, saveAsked } from '../../src/features/program/asks-store.ts';
import { professionOf, saveProfession } from '../../src/people/members/profession-store.ts';
import { enrol } from '../../src/people/members/store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  cardOf,
  content,
  formOf,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const now = Date.parse('2026-12-02T10:00:00Z');
const overSince = Date.parse('2027-01-02T10:00:00Z');
const listed = content.support.choices.professions.map(({ id }) => id);
const hospital = { ...someHospital, admins: new Set(['slack:UWIL']) };

let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

const member = (id: string) => enrol(db, slackPerson(id), aProfile(id), hospital, now);
const wants = (name: 'settings.edit' | 'settings.profession', about = '') =>
  answer(aScene({ db, now, from: slackPerson('UANA') }), {
    ...anIntent(name, { about }),
    isTyped: name === 'settings.edit',
  });
const settings = async () => JSON.stringify(cardOf(await wants('settings.edit')));

async function sets(profession: 'yes' | 'no'): Promise<void> {
  const wil = { ...aScene({ db, now, from: slackPerson('UWIL'), hospital, newcomer: aProfile('Wil') }) };
  const form = formOf(await answer(wil, anIntent('program.settings')));
  const initial = form.fields.map((field) => [field.id, 'initial' in field ? field.initial : '']);
  const answers = { ...Object.fromEntries(initial), profession };
  await answer(wil, anIntent('program.settings', { answers }));
}

describe('a profession', () => {
  test('is neither offered nor kept until an administrator turns it on', async () => {
    const ana = await member('UANA');
    expect(await settings()).not.toContain('settings.profession');
    expect(textOf(await wants('settings.profession', 'nurse'))).toContain("aren't asked for here");
    expect(await professionOf(db, ana.id)).toBeNull();
  });

  test('is said and taken back at one tap each', async () => {
    const ana = await member('UANA');
    await sets('yes');
    expect(await settings()).toContain("You haven't said your profession");
    expect(textOf(await wants('settings.profession', 'nurse'))).toContain('counted as: Nurse');
    expect(await professionOf(db, ana.id)).toBe('nurse');
    expect(await settings()).toContain('as you said it: Nurse');
    await wants('settings.profession', 'astronaut');
    expect(await professionOf(db, ana.id)).toBe('nurse');
    expect(textOf(await wants('settings.profession', 'none'))).toContain('no longer keep your profession');
    expect(await professionOf(db, ana.id)).toBeNull();
  });

  test('of everyone is deleted when it is turned off, and who did both stands in the list', async () => {
    const ana = await member('UANA');
    await sets('yes');
    await wants('settings.profession', 'nurse');
    await sets('no');
    expect([await isAsked(db, 'profession'), await professionOf(db, ana.id)]).toEqual([false, null]);
    const audit = await db.selectFrom('audit_entries').select('about').orderBy('id').execute();
    expect(audit.map(({ about }) => about)).toEqual(['profession-on', 'profession-off']);
  });
});

describe('in the quarter’s release', () => {
  async function hired(counts: Readonly<Record<string, number>>): Promise<void> {
    for (const [profession, count] of Object.entries(counts))
      for (let nth = 0; nth < count; nth += 1) {
        const { id } = await member(`U${profession}${nth}`.toUpperCase());
        await saveProfession(db, id, profession === 'none' ? null : profession);
      }
  }
  const released = async () => {
    await releaseFigures(db, overSince, { smallest: 11, professions: listed });
    return (await findReleases(db, 'quarter', 11))[0]?.figures?.professions;
  };

  test('stand groups that are large enough, with those who said nothing as one of them', async () => {
    await saveAsked(db, 'profession', true);
    await hired({ nurse: 25, physician: 4, pharmacist: 9, none: 31, astronaut: 1 });
    expect(await released()).toEqual({
      type: 'groups',
      total: 70,
      shown: [
        { name: 'nurse', count: 25 },
        { name: 'none', count: 30 },
      ],
      together: 15,
    });
  });

  test('stands the same whether four are in a small group or none is', async () => {
    await saveAsked(db, 'profession', true);
    await hired({ nurse: 25, none: 35 });
    expect(await released()).toEqual({
      type: 'groups',
      total: 60,
      shown: [{ name: 'none', count: 35 }],
      together: 25,
    });
  });

  test('stands nothing while nobody is asked', async () => {
    await hired({ nurse: 25, none: 31 });
    expect(await released()).toBeNull();
  });
});
