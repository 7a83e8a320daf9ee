import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { whyNotInstalled } from '../support/installed.ts';
import { textUnder } from '../support/manual.ts';
import { cases } from './alerts-raised.ts';

const docs = join(import.meta.dirname, '../../docs');
const manual = readFileSync(join(docs, 'operating.md'), 'utf8');
const file = join(docs, 'deploy/buddy-alerts.yml');
const { groups } = load(readFileSync(file, 'utf8')) as {
  groups: { rules: { alert: string; expr: string; for?: string; annotations: Record<string, string> }[] }[];
};
const rules = groups.flatMap((group) => group.rules);

/** The rows of the manual's table: what is looked at, and for how long. */
const rows = textUnder('Alerts')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.replaceAll('\\|', '¦').split('|'))
  .map(([, when = '', lasting = '']) => ({
    expr: when.trim().replaceAll('`', '').replaceAll('¦', '|'),
    for: lasting.trim().replace(' min', 'm'),
  }));

test('the rules that are shipped are those of the manual', () => {
  expect(rows.length).toBeGreaterThan(10);
  expect(rules.map((rule) => ({ expr: rule.expr, for: rule.for ?? '' }))).toEqual(rows);
});

test('every number that a rule looks at is one that the manual explains', () => {
  const names = rules.flatMap(({ expr }) => expr.match(/\bbuddy_\w+/g) ?? []);
  const explained = (name: string) => manual.includes(`\`${name.replace(/_(bucket|count)$/, '')}\``);
  expect(names.filter((name) => !explained(name))).toEqual([]);
});

const why = whyNotInstalled('promtool');
if (why !== null)
  console.log(`skipped: what Prometheus says to the rules, since ${why} (Debian: prometheus).`);
const here = why === null ? test : test.skip;

here('Prometheus takes the rules', () => {
  const said = execFileSync('promtool', ['check', 'rules', file], { encoding: 'utf8' });
  expect(said).toContain(`${rules.length} rules found`);
});

test('of each rule it is told when it raises an alert, and when it does not', () => {
  expect(Object.keys(cases)).toEqual(rules.map((rule) => rule.alert));
  for (const told of Object.values(cases)) {
    expect(told.map(({ raised }) => raised === null)).toEqual([false, true]);
  }
});

here('Prometheus raises each alert when it should, and only then', () => {
  const folder = mkdtempSync(join(tmpdir(), 'buddy-alerts-'));
  const tests = rules.flatMap(({ alert, annotations }) =>
    (cases[alert] ?? []).map(({ series, minute, raised }) => ({
      interval: '1m',
      input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
      alert_rule_test: [
        {
          alertname: alert,
          eval_time: `${minute}m`,
          exp_alerts: raised === null ? [] : [{ exp_labels: raised, exp_annotations: annotations }],
        },
      ],
    })),
  );
  const told = join(folder, 'told.yml');
  writeFileSync(told, JSON.stringify({ rule_files: [file], evaluation_interval: '1m', tests }));
  const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', told], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect([status, stdout + stderr]).toEqual([0, expect.stringContaining('SUCCESS')]);
});
