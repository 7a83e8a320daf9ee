import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/schema.ts';
import { forgetIdleLanes, openLanes } from '../../src/outbox/lane-store.ts';
import { enqueue } from '../../src/outbox/store.ts';
import { forgetWhatIsOld } from '../../src/program/retention.ts';
import { slackPerson, temporaryDatabase } from '../support/turn.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-23T08:00:00Z');
let db: Database;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

async function workspaces(): Promise<string[]> {
  const rows = await db.selectFrom('pace').select('workspace').distinct().orderBy('workspace').execute();
  return rows.map((row) => row.workspace);
}

test('the pace of a workspace goes with the last that is kept of its messages', async () => {
  await openLanes(db, [{ platform: 'slack', workspace: 'T0GONE' }]);
  await enqueue(db, [{ key: 'k', to: slackPerson('U0ANA'), card: { elements: [] } }], now);
  await forgetWhatIsOld(db, { now: now });
  expect(await workspaces()).toEqual(['T01']);
  await db.updateTable('outbox').set({ status: 'sent', settled_at: now }).execute();
  await forgetWhatIsOld(db, { now: now + 29 * day });
  expect(await workspaces()).toEqual(['T01']);
  await forgetWhatIsOld(db, { now: now + 31 * day });
  expect(await workspaces()).toEqual([]);
});

test('where a platform has asked for silence, that is kept as long', async () => {
  await openLanes(db, [{ platform: 'slack', workspace: 'T01' }]);
  await db.updateTable('pace').set({ held_until: now }).execute();
  await forgetIdleLanes(db, now - day);
  expect(await workspaces()).toEqual(['T01']);
  await forgetIdleLanes(db, now + day);
  expect(await workspaces()).toEqual([]);
});

test('what waits has its lanes again', async () => {
  await enqueue(db, [{ key: 'k', to: slackPerson('U0ANA'), card: { elements: [] } }], now);
  await db.deleteFrom('pace').execute();
  await forgetIdleLanes(db, now);
  expect(await workspaces()).toEqual(['T01']);
});
