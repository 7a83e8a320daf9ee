import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { erase } from '../../src/features/privacy/erase.ts';
import { findAllAppointed } from '../../src/people/roles/store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  errorsOf,
  formOf,
  type Scene,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
  turnOf,
} from '../support/turn.ts';

const now = Date.parse('2026-12-02T15:00:00Z');
const wil = slackPerson('UWIL');
const ana = slackPerson('UANA');
const ben = slackPerson('UBEN');

let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

function as(from: PersonRef, scene: Partial<Scene> = {}): Scene {
  const hospital = { ...someHospital, admins: new Set(['slack:UWIL']) };
  return aScene({ db, now, from, hospital, newcomer: aProfile('Wil Park'), ...scene });
}

function give(role: string, person: PersonRef, by: PersonRef = wil, scene: Partial<Scene> = {}) {
  const name = person.id === 'UANA' ? 'Ana Silva' : 'Ben Okafor';
  const intent = anIntent('program.roles', { person, answers: { person, role } });
  return answer(as(by, { colleague: aProfile(name), ...scene }), intent);
}

async function rolesNow(): Promise<readonly string[]> {
  return (await findAllAppointed(db)).map(({ name, role }) => `${name}: ${role}`);
}

describe('who runs the program', () => {
  test('is appointed by an administrator who the hospital has named, and may then look at the desk', async () => {
    expect(formOf(await answer(as(wil), anIntent('program.roles'))).fields.map(({ id }) => id)).toEqual([
      'person',
      'role',
    ]);
    expect(textOf(await give('director', ana))).toMatch(/Ana Silva is now: Program director/);
    expect(await rolesNow()).toEqual(['Ana Silva: director']);
    const [effect] = await answer(as(ana), anIntent('support.desk'));
    expect(effect?.type).toBe('view');
  });

  test('is nobody just for being an administrator: the desk stays closed to them', async () => {
    expect(textOf(await answer(as(wil), anIntent('support.desk')))).toMatch(/for the program director/);
  });

  test('can’t be changed by anyone else, by a button or by a form', async () => {
    expect(textOf(await answer(as(ben), anIntent('program.roles')))).toMatch(/those who run the program/);
    expect(textOf(await give('administrator', ben, ben))).toMatch(/those who run the program/);
    expect(await rolesNow()).toEqual([]);
  });

  test('appoints deputies, but neither directors nor administrators', async () => {
    await give('director', ana);
    expect(textOf(await give('deputy', ben, ana))).toMatch(/Ben Okafor is now: Deputy/);
    expect(errorsOf(await give('administrator', ben, ana)).role).toMatch(/can't give or take/);
    expect(await rolesNow()).toEqual(['Ana Silva: director', 'Ben Okafor: deputy']);
  });

  test('loses all roles when they are taken back, and by erasing themself', async () => {
    await give('director', ana);
    await give('program-administrator', ana);
    expect(textOf(await give('none', ana))).toMatch(/no role anymore/);
    expect(await rolesNow()).toEqual([]);
    await give('deputy', ana);
    await db.transaction().execute(async (transaction) => {
      await erase(await turnOf(as(ana, { db: transaction })), ana);
    });
    expect(await rolesNow()).toEqual([]);
  });

  test('can’t leave the hospital without an administrator', async () => {
    await give('administrator', ana);
    const nobodyNamed = { ...someHospital, admins: new Set<string>() };
    const error = errorsOf(await give('none', ana, ana, { hospital: nobodyNamed })).role;
    expect(error).toMatch(/last administrator/);
    await give('administrator', ben, ana, { hospital: nobodyNamed });
    const said = await give('none', ana, ana, { hospital: nobodyNamed });
    expect(textOf(said)).toBe("You've stepped down, and have no role anymore.");
    expect(await rolesNow()).toEqual(['Ben Okafor: administrator']);
  });

  test('hears of who the environment names that the environment has to change', async () => {
    const whoStays = 'Ana Silva stays an administrator: it says so in the setting BUDDY_ADMINS';
    const hospital = { ...someHospital, admins: new Set(['slack:UWIL', 'slack:UANA']) };
    expect(textOf(await give('none', ana, wil, { hospital }))).toContain(whoStays);
    await give('editor', ana);
    expect(textOf(await give('none', ana, wil, { hospital }))).toContain(whoStays);
    expect(textOf(await give('none', ana, ana, { hospital }))).toContain("You're still an administrator:");
    expect(await rolesNow()).toEqual([]);
  });

  test('stands in a list that administrators can read, until they are erased', async () => {
    await give('director', ana);
    await give('none', ana);
    const list = () => answer(as(wil), anIntent('program.audit')).then(textOf);
    expect(await list()).toMatch(/Wil Park appointed Ana Silva: Program director/);
    expect(await list()).toMatch(/took back a role of Ana Silva/);
    await db.transaction().execute(async (transaction) => {
      await erase(await turnOf(as(ana, { db: transaction })), ana);
    });
    expect(await list()).not.toMatch(/Ana/);
    expect(await list()).toMatch(/someone who has left/);
    expect(textOf(await answer(as(ben), anIntent('program.audit')))).not.toMatch(/Wil/);
  });
});
