import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { whyNotInstalled } from '../support/installed.ts';
import { type Running, startProgram } from '../support/program.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';

const file = join(import.meta.dirname, '../../docs/deploy/grafana-dashboard.json');

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: readonly { readonly refId: string; readonly expr: string }[];
}

const { panels, templating, uid, schemaVersion } = JSON.parse(readFileSync(file, 'utf8')) as {
  panels: readonly Panel[];
  templating: { list: readonly { name: string; type: string }[] };
  uid: string;
  schemaVersion: number;
};
const expressions = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

let slack: Slack;
let database: FreshDatabase;
let server: Running;
let told: string;

beforeAll(async () => {
  [slack, database] = [await startSlack(), await freshDatabase()];
  server = await startProgram({ ...slack.env(), DATABASE_URL: database.url });
  told = await (await fetch(`${server.url}/metrics`)).text();
});
afterAll(async () => {
  server.signal('SIGTERM');
  await server.exited;
  await database.remove();
  await slack.stop();
});

test('every panel has a place and an id of its own, within the width that Grafana has', () => {
  expect([uid, schemaVersion, templating.list[0]?.type]).toEqual(['buddy', 39, 'datasource']);
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const taken = panels.flatMap(({ gridPos: { x, y, w, h } }) => {
    expect(x + w).toBeLessThanOrEqual(24);
    return Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`);
  });
  expect(new Set(taken).size).toBe(taken.length);
});

test('every number on it is one that the program tells', () => {
  const named = expressions.flatMap((expr) => expr.match(/\b(?:buddy|process|nodejs)_\w+/g) ?? []);
  expect(new Set(named).size).toBeGreaterThan(15);
  // Those of PostgreSQL: test/postgres looks at them.
  const here = [...new Set(named)].filter((name) => !name.startsWith('buddy_database_'));
  const missing = here.filter(
    (name) => !told.includes(`# TYPE ${name.replace(/_(?:bucket|count|sum)$/, '')} `),
  );
  expect(missing).toEqual([]);
});

test('every number that Buddy tells of itself is on it, or in a rule', () => {
  const rules = readFileSync(join(file, '../buddy-alerts.yml'), 'utf8');
  const looked = `${expressions.join('\n')}\n${rules}`;
  const names = [...told.matchAll(/^# TYPE (buddy_\w+) /gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(15);
  // Counted beside the number of waits.
  expect(names.filter((name) => !looked.includes(name))).toEqual(['buddy_rate_limit_wait_seconds_total']);
});

test('what alerts look at stands at 0 before anything happens', () => {
  for (const series of [
    'buddy_event_seconds_count{platform="slack",class="write",outcome="fault"}',
    'buddy_deliveries_total{platform="slack",outcome="rejected"}',
    'buddy_refused_total{platform="slack",reason="wrong_signature"}',
    'buddy_refused_total{platform="slack",reason="clock"}',
    'buddy_job_failures_total{job="plan nudges"}',
    'buddy_messages_expired_total',
    'buddy_round_failures_total',
    'buddy_log_lines_lost',
  ]) {
    expect(told).toContain(`\n${series} 0\n`);
  }
});

const why = whyNotInstalled('promtool');
if (why !== null)
  console.log(`skipped: what Prometheus says to the dashboard, since ${why} (Debian: prometheus).`);

(why === null ? test : test.skip)('Prometheus understands each of its questions, and our numbers', () => {
  const groups = [
    { name: 'asked', rules: expressions.map((expr, index) => ({ record: `asked:${index}`, expr })) },
  ];
  const folder = mkdtempSync(join(tmpdir(), 'buddy-dashboard-'));
  const asked = join(folder, 'asked.yml');
  writeFileSync(asked, JSON.stringify({ groups }));
  const promtool = (words: readonly string[], input = '') => {
    const { status, stdout, stderr } = spawnSync('promtool', words, { input, encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };
  expect(promtool(['check', 'rules', asked])).toEqual({
    status: 0,
    said: expect.stringContaining(`${expressions.length} rules found`),
  });
  rmSync(folder, { recursive: true });
  expect(promtool(['check', 'metrics'], told)).toEqual({ status: 0, said: '' });
});
