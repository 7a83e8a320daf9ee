import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { appoint } from '../../src/people/roles/store.ts';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { until } from '../support/hospital.ts';
import { type Running, startProgram } from '../support/program.ts';
import { outOfOrder, overdue } from '../support/referral-order.ts';
import { openModal } from '../support/slack/modal.ts';
import type { Person } from '../support/slack/person.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import { addTrained } from '../support/supporters.ts';
import { Chance } from './support/chance.ts';
import { report } from './support/report.ts';
import { patienceMs, sized } from './support/size.ts';

const leaseMs = 15_500;
const lives = sized({ short: 5, long: 40 });

let slack: Slack;
let database: FreshDatabase;
let folder: string;
let db: Database;
let running: Running | null = null;
let ana: Person;
let asker: Person;
let supporters: readonly Person[];
let chance: Chance;
let colleagues = 0;
/** Those for which who asked was thanked. */
let thanked = 0;

beforeEach(async () => {
  slack = await startSlack({ patienceMs: 3_000 });
  slack.latencyMs = 4;
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'buddy-lives-'));
  db = openDatabase(database.url);
  chance = new Chance('lives of peer support');
  ana = slack.person('UANA', { name: 'Ana Silva' });
  asker = slack.person('UASKER', { name: 'Ask Moor' });
  supporters = ['USUE', 'UTOM', 'UUMA'].map((id) => slack.person(id, { name: `Called ${id}` }));
  const ref = (id: string) => ({ platform: 'slack', workspace: slack.identity.teamId, id }) as const;
  await appoint(db, { person: ref('UANA'), name: 'Ana Silva' }, 'director', 1);
  for (const { id } of supporters) await addTrained(db, ref(id), `Called ${id}`);
});
afterEach(async () => {
  running?.signal('SIGKILL');
  await running?.exited;
  await db.destroy();
  await database.remove();
  await slack.stop();
  rmSync(folder, { recursive: true, force: true });
});

test(
  'the server is killed over and over, and each referral still has its next person, who hears of it',
  async () => {
    for (let life = 0; life < lives; life += 1) {
      await starts();
      const moment = new Promise((resolve) => setTimeout(resolve, chance.between(20, 900)));
      await Promise.race([moment, everythingAtOnce()]);
      running?.signal('SIGKILL');
      await running?.exited;
      await aDayPasses();
      expect(await outOfOrder(db, Date.now())).toEqual([]);
    }
    await starts();
    await refers();
    await until(isQuiet, 30_000);

    const open = await db.selectFrom('referrals').select(['id', 'state']).execute();
    expect(thanked).toBeGreaterThan(0);
    expect(open.length).toBeGreaterThanOrEqual(thanked);
    expect(open.length).toBeLessThanOrEqual(colleagues);
    expect(await outOfOrder(db, Date.now())).toEqual([]);
    expect(await overdue(db, Date.now())).toBe(0);
    if (open.some(({ state }) => state === 'waiting'))
      expect(JSON.stringify(ana.inbox)).toContain('support.desk');
    const told = supporters.map(({ inbox }) => JSON.stringify(inbox)).join();
    for (const { id } of await db.selectFrom('offers').select('id').where('state', '=', 'waiting').execute())
      expect(told).toContain(id);
    report({
      run: 'kill -9, a server with referrals, SQLite',
      did: `${lives} kills in the course of ${open.length} referrals`,
      found: 'none lost, each with its next person, who has heard of it',
    });
  },
  patienceMs,
);

async function starts(): Promise<void> {
  const environment = {
    ...slack.env(),
    ...{ DATABASE_URL: database.url, BUDDY_SUPPORT_KEYS: join(folder, 'support-keys'), LOG_LEVEL: 'info' },
  };
  running = await startProgram(environment);
  slack.connectTo(running.url);
}

/** Whatever people do; with no answer, they leave it. */
async function everythingAtOnce(): Promise<void> {
  const tries = [refers(), refers(), sits(), ...supporters.map(answers)];
  await Promise.all(tries.map((act) => act.catch(() => {})));
  await Promise.all([refers(), sits()].map((act) => act.catch(() => {})));
}

async function refers(): Promise<void> {
  const view = await openModal(asker, await asker.command('/buddy', 'support'), 'support.refer');
  colleagues += 1;
  const name = `Vesper ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(colleagues % 26)}kri`;
  const answered = await view.submits({ name, contact: '617-555-0144', kind: 'event-death', soon: 'today' });
  if (/Someone will reach out/.test(answered.text)) thanked += 1;
}

async function sits(): Promise<void> {
  const desk = await openModal(ana, await ana.command('/buddy', 'support'), 'support.desk');
  const button = desk.buttons.find((id) => id.startsWith('support.assign:'));
  if (button === undefined) return;
  const one = await desk.presses(button);
  const rows = await db.selectFrom('supporters').select('id').execute();
  await one.submits({ supporter: chance.oneOf(rows).id });
}

async function answers(one: Person): Promise<void> {
  const message = one.inbox.findLast((each) => JSON.stringify(each).includes('support.offer:'));
  if (message === undefined) return;
  const view = await openModal(one, message, 'support.offer:');
  await view.submits({ outcome: chance.oneOf(['reached', 'cannot']) });
}

/** While it's down, some of what's open comes due, and nobody holds a lease any more. */
async function aDayPasses(): Promise<void> {
  for (const { id } of await db.selectFrom('referrals').select('id').execute())
    if (chance.isSo(0.5))
      await db
        .updateTable('referrals')
        .set({ deadline_at: Date.now() - 1 })
        .where('id', '=', id)
        .execute();
  await db
    .updateTable('outbox')
    .set((row) => ({ lease_until: row('lease_until', '-', leaseMs) }))
    .where('status', '=', 'claimed')
    .execute();
}

async function isQuiet(): Promise<boolean> {
  const left = await db
    .selectFrom('outbox')
    .select('key')
    .where('status', 'in', ['waiting', 'claimed'])
    .where('due_at', '<=', Date.now() + leaseMs)
    .execute();
  return left.length === 0 && (await overdue(db, Date.now())) === 0;
}
