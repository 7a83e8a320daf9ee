import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/schema.ts';
import { transact } from '../../src/db/transact.ts';
import { enrol, lockMember } from '../../src/people/members/store.ts';
import { saveOpenToInvitations } from '../../src/people/members/wishes-store.ts';
import { aProfile, slackPerson, someHospital, temporaryDatabase } from '../support/turn.ts';

let db: Database;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

test('two who hold each what the other wants both get through: one of them is done once more', async () => {
  const [ana, ben] = [await join('U0ANA'), await join('U0BEN')];
  let holding = 0;
  let runs = 0;
  const holdBoth = (first: string, second: string) =>
    transact(db, async (transaction) => {
      runs += 1;
      await lockMember(transaction, first);
      holding += 1;
      while (holding < 2) await new Promise((resolve) => setTimeout(resolve, 5));
      await lockMember(transaction, second);
      await saveOpenToInvitations(transaction, second, true);
    });
  await Promise.all([holdBoth(ana, ben), holdBoth(ben, ana)]);
  expect(runs).toBe(3);
  const rows = await db.selectFrom('members').select('open_to_invitations').execute();
  expect(rows.map((row) => row.open_to_invitations)).toEqual([1, 1]);
});

test('what fails for another reason is not tried again', async () => {
  let runs = 0;
  const failing = transact(db, async () => {
    runs += 1;
    throw new Error('A bug.');
  });
  await expect(failing).rejects.toThrow('A bug.');
  expect(runs).toBe(1);
});

async function join(id: string): Promise<string> {
  return (await enrol(db, slackPerson(id), aProfile(id), someHospital, 1)).id;
}
