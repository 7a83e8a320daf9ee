import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { transact } from '../../src/db/transact.ts';
import { releaseFigures } from '../../src/features/figures/release-all.ts';
import { findReleases } from '../../src/features/figures/store.ts';
import { saveAsked } from '../../src/features/program/asks-store.ts';
import { countTap } from '../../src/features/pulse/count-store.ts';
import { newPulseSecret, newToken } from '../../src/features/pulse/token.ts';
import { savePause } from '../../src/people/members/wishes-store.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { asked, closed, counts, members, press, sentTokens, tick, told, turnOn } from './pulse-stage.ts';

const day = 86_400_000;
let url: string;
let db: Database;
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ url, remove } = await freshDatabase());
  db = openDatabase(url);
});
afterEach(async () => {
  await db.destroy();
  await remove();
});

const keys = async () =>
  (await db.selectFrom('outbox').select('key').orderBy('key').execute()).map(({ key }) =>
    key.slice(0, key.indexOf(':')),
  );

const release = (now: number) => releaseFigures(db, now, { smallest: 11 });

async function opened(count: number): Promise<readonly string[]> {
  await turnOn(db);
  await members(db, count);
  await tick(db, told);
  await db.deleteFrom('outbox').execute();
  await tick(db, asked);
  return sentTokens(db);
}

describe('the pulse', () => {
  test('writes to nobody until an administrator turns it on', async () => {
    await members(db, 3);
    for (const now of [told, asked]) expect(await tick(db, now)).toBe(0);
    expect(await keys()).toEqual([]);
  });

  test('tells each member once what it is, a week before anyone is asked', async () => {
    await turnOn(db);
    await members(db, 2);
    expect([await tick(db, told), await tick(db, told + day)]).toEqual([2, 0]);
    await members(db, 1, 2);
    // The third hears of it on the day that the others are asked, and is asked in another quarter.
    expect(await tick(db, asked)).toBe(3);
    expect(await keys()).toEqual(['pulse-told', 'pulse-told', 'pulse-told', 'pulse', 'pulse']);
    expect([await tick(db, asked + 60_000), await tick(db, asked + day)]).toEqual([0, 0]);
  });

  test('asks nobody who is paused, at another hour, on a Monday, or after three days', async () => {
    await turnOn(db);
    const [one] = await members(db, 2);
    await tick(db, told);
    await savePause(db, one?.id ?? '', { pausedAt: told, pausedUntil: null });
    expect(await tick(db, asked - 2 * 3_600_000)).toBe(0);
    expect(await tick(db, asked - 2 * day)).toBe(0);
    expect(await tick(db, asked + 5 * day)).toBe(0);
    expect(await tick(db, asked + 6 * day)).toBe(0);
    expect(await tick(db, asked)).toBe(1);
  });

  test('stops asking when it is turned off', async () => {
    await turnOn(db);
    await members(db, 2);
    await tick(db, told);
    await saveAsked(db, 'pulse', false);
    expect(await tick(db, asked)).toBe(0);
  });

  test('asks each once, however many processes look at the same moment', async () => {
    await turnOn(db);
    await members(db, 40);
    await Promise.all([tick(db, told), tick(db, told), tick(db, told)]);
    await Promise.all([tick(db, asked), tick(db, asked), tick(db, asked)]);
    expect(await keys()).toEqual([...Array(40).fill('pulse-told'), ...Array(40).fill('pulse')]);
    expect(new Set(await sentTokens(db)).size).toBe(40);
  });
});

describe('a tap', () => {
  test('is one more in a count, and the second question follows', async () => {
    const [token = ''] = await opened(1);
    expect(await press(db, 'pulse.answer', `${token}/worn`)).toContain('What weighs most?');
    expect(await press(db, 'pulse.weighs', `${token}/staffing`)).toContain('Thank you.');
    expect(await counts(db)).toEqual(['feeling worn 1', 'weighs staffing 1']);
  });

  test('counts once, tapped twice, at once or later, on another step or the same', async () => {
    const [token = ''] = await opened(1);
    const steps = ['worn', 'worn', 'well', 'by'];
    await Promise.all(steps.map((step) => press(db, 'pulse.answer', `${token}/${step}`)));
    expect(await press(db, 'pulse.answer', `${token}/mostly`)).toContain(
      'answered the first question already',
    );
    await Promise.all([1, 2, 3].map(() => press(db, 'pulse.weighs', `${token}/pace`)));
    const counted = await counts(db);
    expect(counted.filter((one) => one.startsWith('feeling'))).toEqual([expect.stringMatching(/ 1$/)]);
    expect(counted.at(-1)).toBe('weighs pace 1');
  });

  test('is either counted with its token spent, or neither, wherever a process is killed', async () => {
    const [token = ''] = await opened(1);
    const tap = { question: 'feeling', token, answer: 'by', answers: ['by', 'well'] } as const;
    const killed = transact(db, async (transaction) => {
      expect(await countTap(transaction, tap, asked)).toBe('counted');
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await counts(db)).toEqual([]);
    expect(await press(db, 'pulse.answer', `${token}/by`)).not.toContain('already');
    // The card was never changed: the same press again leads on to the second question.
    expect(await press(db, 'pulse.answer', `${token}/by`)).toContain('What weighs most?');
    expect(await counts(db)).toEqual(['feeling by 1']);
  });

  test('that reaches two processes at once counts once', async () => {
    const [token = ''] = await opened(1);
    const other = openDatabase(url);
    try {
      await Promise.all(
        [db, other, db, other].map((one, nth) =>
          press(one, 'pulse.answer', `${token}/${nth % 2 === 0 ? 'by' : 'well'}`),
        ),
      );
    } finally {
      await other.destroy();
    }
    expect(await counts(db)).toEqual([expect.stringMatching(/^feeling (by|well) 1$/)]);
  });

  test('of many at once loses none', async () => {
    const tokens = await opened(30);
    await Promise.all(tokens.map((token) => press(db, 'pulse.answer', `${token}/by`)));
    expect(await counts(db)).toEqual(['feeling by 30']);
  });

  test.each(['', 'x', '/', 'x/worn', 'x.y/worn', `${newToken(newPulseSecret())}/worn`])(
    'with the made-up token %j counts nothing',
    async (about) => {
      await opened(1);
      expect(await press(db, 'pulse.answer', about)).toContain('nothing was counted');
      expect(await counts(db)).toEqual([]);
    },
  );

  test('with a token that was changed, added to, or an answer that is none counts nothing', async () => {
    const [token = ''] = await opened(1);
    const other = token.startsWith('A') ? `B${token.slice(1)}` : `A${token.slice(1)}`;
    for (const about of [`${other}/worn`, `${token}.x/worn`, `${token}/great`, `${token}/worn/x`])
      expect(await press(db, 'pulse.answer', about)).toContain('nothing was counted');
    expect(await press(db, 'pulse.weighs', `${token}/nobody`)).toContain('nothing was counted');
    expect(await counts(db)).toEqual([]);
  });

  test('of last quarter counts nothing in this one', async () => {
    const [old = ''] = await opened(1);
    const next = Date.parse('2027-02-03T08:30:00Z');
    await release(closed);
    await tick(db, next);
    const [token = ''] = await sentTokens(db);
    expect(await press(db, 'pulse.answer', `${old}/worn`, next)).toContain('nothing was counted');
    expect(await press(db, 'pulse.answer', `${token}/worn`, next)).toContain('What weighs most?');
    expect(await counts(db)).toEqual(['feeling worn 1']);
  });

  test('after two weeks counts nothing', async () => {
    const [token = ''] = await opened(1);
    expect(await press(db, 'pulse.answer', `${token}/worn`, closed - 1)).toContain('What weighs most?');
    expect(await press(db, 'pulse.weighs', `${token}/pace`, closed)).toContain('nothing was counted');
  });

  test('is answered in the same words whatever it was: an employer may read the chat', async () => {
    const tokens = await opened(5);
    const steps = ['empty', 'worn', 'by', 'mostly', 'well'];
    const read = await Promise.all(
      steps.map((step, nth) => press(db, 'pulse.answer', `${tokens[nth]}/${step}`)),
    );
    expect(new Set(read).size).toBe(1);
    expect(read[0]).toMatch(/hard.*988/s);
  });
});

describe('what comes of a pulse', () => {
  test('is released once, when it is over, and nothing that was counted is left', async () => {
    const tokens = await opened(40);
    for (const [nth, token] of tokens.entries()) {
      await press(db, 'pulse.answer', `${token}/${nth < 14 ? 'worn' : nth < 30 ? 'by' : 'well'}`);
      if (nth < 9) await press(db, 'pulse.weighs', `${token}/pace`);
    }
    await release(closed - 1);
    expect(await findReleases(db, 'pulse', 11)).toEqual([]);
    await Promise.all([release(closed), release(closed), release(closed + day)]);
    expect(await findReleases(db, 'pulse', 11)).toEqual([
      {
        period: '2026-Q4',
        smallest: 11,
        figures: {
          feeling: {
            type: 'groups',
            total: 40,
            shown: [{ name: 'by', count: 15 }],
            together: 25,
          },
          weighs: null,
        },
      },
    ]);
    for (const table of ['pulses', 'pulse_spent', 'pulse_counts'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  });

  test('speaks of no fewer than the eleven that members were told, even where the hospital allows five', async () => {
    const tokens = await opened(24);
    for (const [nth, token] of tokens.entries())
      await press(db, 'pulse.answer', `${token}/${nth < 18 ? 'worn' : 'well'}`);
    await releaseFigures(db, closed, { smallest: 5 });
    expect(await findReleases(db, 'pulse', 5)).toMatchObject([
      { smallest: 11, figures: { feeling: { type: 'nearly-all', name: 'worn' } } },
    ]);
  });

  test('says nothing of a pulse that few have answered, and deletes it all the same', async () => {
    const [token = ''] = await opened(3);
    await press(db, 'pulse.answer', `${token}/empty`);
    await release(closed);
    expect((await findReleases(db, 'pulse', 11))[0]?.figures).toEqual({ feeling: null, weighs: null });
    expect(await counts(db)).toEqual([]);
  });
});
