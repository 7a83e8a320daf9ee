import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { millisecondsInHour, millisecondsInMinute } from '../../src/calendar/spans.ts';
import type { Database } from '../../src/db/schema.ts';
import { transact } from '../../src/db/transact.ts';
import { lookAfterReferrals } from '../../src/features/referrals/look-after.ts';
import { openReferrals } from '../../src/features/referrals/open.ts';
import { appoint } from '../../src/people/roles/store.ts';
import { tellLag } from '../../src/program/lag.ts';
import { type Reading, uncounted } from '../../src/system/metrics.ts';
import { contentAbout } from '../support/referral-content.ts';
import { seals } from '../support/seals.ts';
import { content, slackPerson, someHospital, temporaryDatabase } from '../support/turn.ts';

const opened = Date.parse('2026-12-01T15:00:00Z');
const due = opened + 24 * millisecondsInHour;

let db: Database;
let close: () => Promise<void>;
let now: number;
beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  now = opened;
});
afterEach(() => close());

async function overdue(): Promise<unknown> {
  const readings: Reading[] = [];
  const metrics = { ...uncounted, reads: (reading: Reading) => void readings.push(reading) };
  tellLag(metrics, { db, clock: { now: () => now }, scheduler: 'slack' }, ['slack']);
  return readings.find(({ name }) => name === 'buddy_support_overdue')?.read();
}

test('an operator sees that something waits which nothing moves on, and never how much', async () => {
  const parts = { seals, content, hospital: someHospital };
  await appoint(db, { person: slackPerson('U0ANA'), name: 'Ana Ruiz' }, 'director', 1);
  expect(await overdue()).toEqual({ slack: 0 });
  const three = ['Elif', 'Ben', 'Chidi'].map((name) => contentAbout(null, name));
  await transact(db, (transaction) =>
    openReferrals({ ...parts, db: transaction, now }, three, { soon: 'week', asker: null, supporter: null }),
  );
  expect(await overdue()).toEqual({ slack: 0 });
  now = due + 5 * millisecondsInMinute - 1;
  expect(await overdue()).toEqual({ slack: 0 });
  now += 1;
  expect(await overdue()).toEqual({ slack: 1 });
  await lookAfterReferrals({ ...parts, db }, now);
  expect(await overdue()).toEqual({ slack: 0 });
});
