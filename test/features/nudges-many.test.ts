import { expect, test } from '@jest/globals';
import { planDue } from '../../src/features/nudges/plan.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { enrol } from '../../src/people/members/store.ts';
import { aProfile, content, slackPerson, someHospital, temporaryDatabase } from '../support/turn.ts';

const sunday = Date.parse('2026-11-22T12:00:00Z');
const monday = Date.parse('2026-11-23T08:00:30Z');

/** More than are planned at a time. */
const members = 1_100;

test('a Monday of many: everybody is accounted for once, and the bot answers others meanwhile', async () => {
  const { db, close } = await temporaryDatabase();
  try {
    await db.transaction().execute(async (transaction) => {
      for (let number = 0; number < members; number += 2) {
        const [one, other] = [`U${number}`, `U${number + 1}`];
        const first = await enrol(transaction, slackPerson(one), aProfile(one), someHospital, sunday);
        const second = await enrol(transaction, slackPerson(other), aProfile(other), someHospital, sunday);
        // The last hundred have nobody.
        if (number < members - 100) await startPair(transaction, first, second, sunday);
      }
    });
    let turns = 0;
    const count = (): void => {
      turns += 1;
      alarm = setImmediate(count);
    };
    let alarm = setImmediate(count);
    const planned = await planDue(db, { at: monday, now: monday, content });
    clearImmediate(alarm);

    expect(planned).toBe(members);
    expect(turns).toBeGreaterThan(0);
    const outbox = await db.selectFrom('outbox').select(['key', 'status', 'due_at', 'card']).execute();
    expect(new Set(outbox.map((row) => row.key)).size).toBe(members - 100);
    expect(outbox.every(({ status, due_at }) => status === 'waiting' && due_at === monday)).toBe(true);
    const notSent = await db.selectFrom('nudges_not_sent').select('outcome').execute();
    expect(notSent).toEqual(Array.from({ length: 100 }, () => ({ outcome: 'unpaired' })));
    expect(await planDue(db, { at: monday, now: monday, content })).toBe(0);
  } finally {
    await close();
  }
});
