import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { releaseFigures } from '../../src/features/figures/release-all.ts';
import { keepRelease } from '../../src/features/figures/store.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { markNoNudge } from '../../src/features/questions/store.ts';
import { enrol, type Member } from '../../src/people/members/store.ts';
import { savePause } from '../../src/people/members/wishes-store.ts';
import type { Role } from '../../src/people/roles/rules.ts';
import { appoint } from '../../src/people/roles/store.ts';
import { wholeContent } from '../faults/support/tables.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  buttonIds,
  buttonsOf,
  cardOf,
  content,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const lead = slackPerson('U0LEAD');
const hospital = { ...someHospital, admins: new Set(['slack:U0LEAD']) };
const sunday = Date.parse('2026-11-22T06:00:00Z');
/** 9:00 in Paris. */
const monday = Date.parse('2026-11-23T08:00:30Z');
/** The week is over, and the next Monday hasn't come; then it has. */
const ended = Date.parse('2026-11-30T01:00:00Z');
const over = Date.parse('2026-11-30T13:00:00Z');

let db: Database;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

function report(now: number, from: PersonRef = lead, language: 'en' | 'es' = 'en') {
  const newcomer = aProfile('Lee', { language });
  return answer(aScene({ db, now, from, hospital, newcomer }), anIntent('program.report'));
}

/** What is said of the weeks, without what is always said. */
async function weeksAt(now: number): Promise<string> {
  const [weeks = ''] = textOf(await report(now)).split('What it means');
  return weeks;
}

async function people(count: number, pausing = 0): Promise<readonly Member[]> {
  const members: Member[] = [];
  for (let index = 0; index < count; index += 1)
    members.push(await enrol(db, slackPerson(`UP${index}`), aProfile(`P${index}`), someHospital, sunday));
  for (let index = 0; index + 1 < count; index += 2)
    await startPair(db, members[index] as Member, members[index + 1] as Member, sunday);
  await pause(members.slice(0, pausing));
  return members;
}

async function pause(members: readonly Member[]): Promise<void> {
  for (const { id } of members) await savePause(db, id, { pausedAt: sunday, pausedUntil: null });
}

/** Everyone who is due is planned; the messages go out, or one that can't. */
async function tick(at: number, status: 'sent' | 'failed' | 'waiting' = 'sent'): Promise<void> {
  await planDue(db, { at, now: at, content });
  await db.updateTable('outbox').set({ status }).where('status', '=', 'waiting').execute();
  await releaseFigures(db, at, { smallest: someHospital.smallestGroup });
}

describe('an administrator', () => {
  test('has the door on the desk, and nothing to read before the first Monday', async () => {
    const desk = await answer(aScene({ db, now: sunday, from: lead, hospital }), anIntent('program.desk'));
    const doors = buttonsOf(cardOf(desk));
    expect(doors.find(({ id }) => id === 'program.report')?.label).toBe('Mondays');
    expect(doors.map(({ id }) => id)).toContain('figures.show');
    expect(textOf(await report(sunday))).toContain('No Monday has gone out yet');
  });

  test.each([
    ['waiting', 'At least 22 are still waiting for their questions'],
    ['sent', 'At least 22 were sent their questions'],
    ['failed', "At least 22 couldn't be reached"],
  ] as const)('reads of the Monday under way, in steps: %s', async (status, said) => {
    await people(32);
    await tick(monday, status);
    const weeks = await weeksAt(monday);
    expect(weeks).toContain('Monday, November 23 (2026-W48)');
    expect(weeks).toContain(said);
    expect(weeks).toContain('rounded down to steps of 11');
    expect(weeks).not.toMatch(/paused|had no buddy|32/);
  });

  test('reads how the Monday that is over went, and the one under way above it', async () => {
    await people(44, 14);
    await tick(monday);
    await tick(over);
    const weeks = await weeksAt(over);
    expect(weeks.indexOf('November 30')).toBeLessThan(weeks.indexOf('November 23'));
    expect(weeks).toContain('About 45 members were due. Of these:');
    expect(weeks).toContain('about 30 were sent their questions');
    expect(weeks).toContain('about 15 otherwise');
    expect(weeks).toContain('Everyone who was due is counted once.');
  });

  test('reads of one week that is over, not of those before', async () => {
    for (const week of ['2026-W46', '2026-W47'] as const)
      await keepRelease(db, 'week', {
        period: week,
        figures: { outcomes: null, platforms: [], checkins: null },
        smallest: 11,
      });
    const weeks = await weeksAt(monday);
    expect(weeks).toContain('2026-W47');
    expect(weeks).not.toContain('2026-W46');
  });

  test('reads it in Spanish', async () => {
    await people(44, 14);
    await tick(monday);
    await tick(over);
    const shown = textOf(await report(over, lead, 'es'));
    expect(shown).toContain('unas 30 recibieron sus preguntas');
    expect(shown).not.toMatch(/counted once|due\./);
  });

  test('is told of every outcome what it means, and nothing is written', async () => {
    await people(44, 14);
    await tick(monday);
    await tick(over);
    const before = await wholeContent(db);
    const shown = textOf(await report(over));
    for (const outcome of [
      'Sent',
      'Paused',
      'Without a buddy',
      'Not reachable',
      'Failed',
      'Missed',
      'Waiting',
    ])
      expect(shown).toMatch(new RegExp(`^${outcome}: \\S`, 'm'));
    expect(shown).not.toMatch(/\bP\d+\b/);
    expect(await wholeContent(db)).toEqual(before);
  });
});

describe('what is shown', () => {
  test('is nothing in a pilot of ten', async () => {
    await people(10, 2);
    await tick(monday);
    expect(await weeksAt(monday)).not.toMatch(/\b(?:8|10|2) /);
    await releaseFigures(db, ended, { smallest: 11 });
    expect(await weeksAt(ended)).toContain('Nothing is shown: it would point to too few people.');
  });

  test('is the same to the letter, whether one has paused, ten have or nobody', async () => {
    const cards: string[] = [];
    for (const pausing of [0, 1, 10]) {
      await people(44, pausing);
      await tick(monday);
      await releaseFigures(db, ended, { smallest: 11 });
      cards.push(JSON.stringify(await report(ended)));
      await close();
      ({ db, close } = await temporaryDatabase());
    }
    expect(new Set(cards).size).toBe(1);
    expect(cards[0]).toContain('All but fewer than 11 were sent their questions');
  });

  test('does not change when people pause between two looks: on Monday, on Sunday, once it is over', async () => {
    const members = await people(44, 11);
    await tick(monday);
    for (const now of [monday, ended - 86_400_000, ended]) {
      await releaseFigures(db, now, { smallest: 11 });
      const before = JSON.stringify(await report(now));
      for (const member of members.slice(11, 30)) {
        await pause([member]);
        expect(JSON.stringify(await report(now))).toBe(before);
      }
      for (const { id } of members.slice(11, 30))
        await savePause(db, id, { pausedAt: null, pausedUntil: null });
    }
  });
});

describe('the next Monday', () => {
  test('comes to the administrator alone when they tap', async () => {
    const [id = ''] = buttonIds(await report(monday));
    expect(id).toBe('questions.preview:2026-W48');
    const turn = aScene({ db, now: monday, from: lead, hospital, newcomer: aProfile('Lee') });
    await answer(turn, anIntent('questions.preview', { about: id.split(':')[1] ?? '' }));
    expect(await db.selectFrom('outbox').select('person_id').execute()).toEqual([{ person_id: 'U0LEAD' }]);
  });

  test('is the one after, once today’s has begun to go out', async () => {
    await people(12);
    await tick(monday);
    expect(buttonIds(await report(monday))).toEqual(['questions.preview:2026-W49', 'figures.show']);
  });

  test('has nothing to send where nothing goes out', async () => {
    await markNoNudge(db, '2026-W48');
    expect(buttonIds(await report(sunday))).toEqual(['figures.show']);
    expect(textOf(await report(sunday))).toContain("Nothing goes out. It's a planned break.");
  });
});

describe('for someone else there is neither door nor report', () => {
  const roles: readonly (Role | null)[] = [null, 'editor', 'director', 'deputy', 'program-administrator'];
  test.each(roles)('%s', async (role) => {
    const ana = slackPerson('U0ANA');
    if (role !== null) await appoint(db, { person: ana, name: 'Ana' }, role, sunday);
    const shown = textOf(await report(monday, ana));
    expect(shown).toContain('Only a few people here');
    expect(shown).not.toContain('Mondays');
    const desk = await answer(
      aScene({ db, now: monday, from: ana, hospital, newcomer: aProfile('Ana') }),
      anIntent('program.desk'),
    );
    expect(buttonIds(desk)).not.toContain('program.report');
  });
});
