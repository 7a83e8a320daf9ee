import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LookUp } from '../../src/chat/adapter.ts';
import type { Database } from '../../src/db/schema.ts';
import { findAudit } from '../../src/features/audit/store.ts';
import { remindOfMeeting, thankSupporters } from '../../src/features/gatherings/send-due.ts';
import { nominationsHeld } from '../../src/features/nominations/held.ts';
import { readSettings, saveSettings } from '../../src/features/program/support-settings-store.ts';
import { supportersHeld } from '../../src/features/supporters/held.ts';
import { refreshSupporters } from '../../src/features/supporters/refresh.ts';
import { addSupporter, findSupporters, saveSupporter } from '../../src/features/supporters/store.ts';
import { addTrained } from '../support/supporters.ts';
import { aProfile, content, someReader, temporaryDatabase, textOf } from '../support/turn.ts';
import { aDirector, does, hospital, messages, now, someone, viewErrors, viewOf } from './supporters-stage.ts';

const { texts } = content.support;

let db: Database;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

/** In New York. */
function at(instant: string): number {
  return Date.parse(`${instant}:00-05:00`);
}

describe('the quarterly meeting', () => {
  const remind = (instant: string) => remindOfMeeting({ db, now: at(instant), hospital }, texts);

  beforeEach(async () => {
    for (const name of ['ben', 'chidi']) await addTrained(db, someone(name), name);
    await addSupporter(db, { person: someone('dana'), name: 'Dana' }, now);
    await saveSettings(db, { meeting: '2026-12-10' });
  });

  test('is said a week before and on its day, once, to all who said yes', async () => {
    expect(await remind('2026-12-02T23:00')).toBe(0);
    expect(await remind('2026-12-03T08:59')).toBe(0);
    expect(await remind('2026-12-03T09:00')).toBe(2);
    expect(await remind('2026-12-03T09:10')).toBe(0);
    expect(await remind('2026-12-09T12:00')).toBe(0);
    expect(await remind('2026-12-10T09:00')).toBe(2);
    expect(await remind('2026-12-10T18:00')).toBe(0);
    expect(await remind('2026-12-11T09:00')).toBe(0);
    const sent = await messages(db);
    expect(sent.map(({ to }) => to).sort()).toEqual([
      ...['slack/T01/U0BEN', 'slack/T01/U0BEN'],
      ...['slack/T01/U0CHIDI', 'slack/T01/U0CHIDI'],
    ]);
    expect(sent.filter(({ card }) => card.includes('on Thursday, December 10'))).toHaveLength(2);
    expect(sent.filter(({ card }) => card.includes('meet today'))).toHaveLength(2);
  });

  test('has the agenda of its quarter', async () => {
    await remind('2026-12-03T09:00');
    const [first] = await messages(db);
    expect(first?.card).toContain("Fourth quarter: who we don't reach");
    expect(first?.card).not.toContain('First quarter');
  });

  test('that is set days before is still said, and one that’s moved is said again', async () => {
    expect(await remind('2026-12-08T12:00')).toBe(2);
    await saveSettings(db, { meeting: '2026-12-12' });
    expect(await remind('2026-12-08T12:10')).toBe(2);
  });

  test('is no longer of use the day after', async () => {
    await remind('2026-12-10T09:00');
    const rows = await db.selectFrom('outbox').select('useful_until').execute();
    expect(rows.map(({ useful_until }) => Number(useful_until))).toEqual(
      Array(2).fill(at('2026-12-11T00:00')),
    );
  });
});

describe('the yearly thanks', () => {
  const thank = (instant: string) => thankSupporters({ db, now: at(instant), hospital });

  test('go to every supporter, once a year, in the same words', async () => {
    const busy = await addTrained(db, someone('ben'), 'Ben');
    await saveSupporter(db, busy.id, { offersYear: 2026, offersCount: 5 });
    await addTrained(db, someone('chidi'), 'Chidi');
    const fresh = await addTrained(db, someone('elif'), 'Elif');
    await saveSupporter(db, fresh.id, { createdAt: at('2026-12-01T08:00') });
    expect(await thank('2026-11-30T12:00')).toBe(0);
    expect(await thank('2026-12-01T08:59')).toBe(0);
    expect(await thank('2026-12-01T09:00')).toBe(2);
    expect(await thank('2026-12-01T09:10')).toBe(0);
    expect(await thank('2026-12-31T12:00')).toBe(0);
    const cards = (await messages(db)).map(({ card }) => card);
    expect(new Set(cards).size).toBe(1);
    expect(cards[0]).not.toMatch(/\d/);
    expect(await thank('2027-12-01T09:00')).toBe(3);
  });
});

describe('the program’s settings', () => {
  const set = { professions: 'nurse', hours: '48', offersNext: 'no', meeting: '2026-12-10' };

  test('are changed by those who run it, and what was changed is in the list', async () => {
    const pat = await aDirector(db, 'pat', 'program-administrator');
    expect(textOf(await does(db, pat, 'support.settings', { answers: set }))).toBe('Saved.');
    expect(await readSettings(db)).toMatchObject({
      professions: ['nurse'],
      answerHours: 48,
      offersNext: false,
      meeting: '2026-12-10',
    });
    const said = (await findAudit(db, 9)).map(({ by, action, about }) => [by, action, about]);
    expect(said.sort()).toEqual([
      ['Pat', 'set', 'answerHours'],
      ['Pat', 'set', 'meeting'],
      ['Pat', 'set', 'offersNext'],
      ['Pat', 'set', 'professions'],
    ]);
    // Nothing is new the second time.
    await does(db, pat, 'support.settings', { answers: set });
    expect(await findAudit(db, 9)).toHaveLength(4);
    const ada = await aDirector(db, 'ada', 'administrator');
    expect(textOf(await does(db, ada, 'program.audit'))).toContain('Pat changed a setting: hours to answer');
  });

  test('come back as they were set', async () => {
    const wil = await aDirector(db, 'wil');
    await does(db, wil, 'support.settings', { answers: set });
    const initial = viewOf(await does(db, wil, 'support.settings')).fields.map((field) =>
      'initial' in field ? field.initial : null,
    );
    expect(initial).toEqual([['nurse'], '48', 'no', '2026-12-10']);
    await does(db, wil, 'support.settings', { answers: { hours: '24', offersNext: 'yes' } });
    expect(await readSettings(db)).toMatchObject({ professions: [], offersNext: true, meeting: null });
  });

  test.each(['3', '73', '', 'soon', '1e1', '-9'])('take no %j for hours', async (hours) => {
    const wil = await aDirector(db, 'wil');
    const effects = await does(db, wil, 'support.settings', { answers: { ...set, hours } });
    expect(viewErrors(effects)).toEqual(['hours']);
    expect((await readSettings(db)).answerHours).toBe(24);
  });

  test('take no meeting that has been', async () => {
    const wil = await aDirector(db, 'wil');
    const effects = await does(db, wil, 'support.settings', { answers: { ...set, meeting: '2026-11-30' } });
    expect(viewErrors(effects)).toEqual(['meeting']);
  });

  test('are nothing for others', async () => {
    expect(textOf(await does(db, someone('ana'), 'support.settings', { answers: set }))).toContain(
      'for those who run',
    );
    expect((await readSettings(db)).answerHours).toBe(24);
  });
});

describe('what’s held', () => {
  const ana = someone('ana');
  const ben = someone('ben');
  const whose = (person: typeof ana) =>
    ({ accounts: [person], member: null, sealedFingerprints: [] }) as const;
  const lines = async (person: typeof ana) =>
    nominationsHeld
      .shown(someReader, await nominationsHeld.find(db, whose(person)))
      .flatMap((part) => part.lines.flatMap(([label, entries]) => entries.map((one) => `${label}: ${one}`)));

  test('of a nomination is shown to both, and neither learns of the other', async () => {
    await does(db, ana, 'support.nominate', { answers: { person: ben } });
    const [ofBen, ...more] = await lines(ben);
    expect(more).toEqual([]);
    expect(ofBen).toContain('Someone named you');
    expect(ofBen).not.toContain('Ana');
    const [ofAna] = await lines(ana);
    expect(ofAna).toContain('one colleague');
    expect(ofAna).not.toContain('Ben');
  });

  test.each([
    ['who named', ana],
    ['who was named', ben],
  ])('of a nomination goes with %s', async (_, person) => {
    await does(db, ana, 'support.nominate', { answers: { person: ben } });
    await nominationsHeld.eraseAccount(db, person);
    expect(await db.selectFrom('nominations').selectAll().execute()).toEqual([]);
  });

  test('of a nomination goes after a year', async () => {
    await does(db, ana, 'support.nominate', { answers: { person: ben } });
    const day = 86_400_000;
    await nominationsHeld.forget(db, { now: now + 365 * day });
    expect(await lines(ana)).toHaveLength(1);
    await nominationsHeld.forget(db, { now: now + 366 * day });
    expect(await lines(ana)).toEqual([]);
  });

  test('of a supporter is all on their card, copied, and goes with them', async () => {
    const one = await addTrained(db, ben, 'Ben');
    const chidi = await addTrained(db, someone('chidi'), 'Chidi');
    await saveSupporter(db, one.id, { contact: '555-010-0199', ownSupporterId: chidi.id });
    await saveSupporter(db, chidi.id, { ownSupporterId: one.id });
    const parts = supportersHeld.shown(someReader, await supportersHeld.find(db, whose(ben)));
    expect(parts[0]?.value).toMatchObject({ contact: '555-010-0199', ownSupporter: 'Chidi', offersCount: 0 });
    expect(JSON.stringify(parts)).not.toContain(chidi.id);
    await supportersHeld.eraseAccount(db, ben);
    expect(await findSupporters(db)).toEqual([
      expect.objectContaining({ name: 'Chidi', ownSupporterId: null }),
    ]);
  });
});

describe('a supporter’s account', () => {
  const ben = someone('ben');
  const tomorrow = now + 86_400_001;
  const left: string[] = [];
  const refresh = (found: LookUp, at = tomorrow) =>
    refreshSupporters(
      db,
      {
        lookUp: async () => found,
        leave: async (transaction, { id }) => {
          left.push(id);
          await supportersHeld.eraseAccount(transaction, ben);
        },
      },
      at,
    );

  beforeEach(async () => {
    left.length = 0;
    await addSupporter(db, { person: ben, name: 'Ben' }, now);
  });

  test('that is closed takes them off the roster', async () => {
    await refresh(aProfile('Ben', { active: false }));
    expect(left).toEqual(['U0BEN']);
    expect(await findSupporters(db)).toEqual([]);
  });

  test('has the name that the platform tells, looked up once a day', async () => {
    expect(await refresh(aProfile('Ben Okafor'), now + 1000)).toBe(0);
    expect(await refresh(aProfile('Ben Okafor'))).toBe(1);
    expect(await refresh(aProfile('Someone else'))).toBe(0);
    expect((await findSupporters(db)).map(({ name }) => name)).toEqual(['Ben Okafor']);
  });

  test.each([{ unknown: true }, { unavailable: true }, { absent: true }] as const)(
    'that can’t be looked up changes nothing: %j',
    async (found) => {
      await refresh(found);
      expect(left).toEqual([]);
      expect((await findSupporters(db)).map(({ name }) => name)).toEqual(['Ben']);
    },
  );
});
