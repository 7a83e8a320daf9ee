import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { textUnder } from '../support/manual.ts';

const docs = join(import.meta.dirname, '../../docs');
const manual = readFileSync(join(docs, 'operating.md'), 'utf8');
const file = join(docs, 'deploy/buddy-alerts.yml');
const { groups } = load(readFileSync(file, 'utf8')) as {
  groups: { rules: { alert: string; expr: string; for?: string }[] }[];
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

test('Prometheus takes the rules', () => {
  try {
    execFileSync('promtool', ['--version'], { stdio: 'ignore' });
  } catch {
    console.log('skipped: promtool is not installed here (Debian: prometheus), so nobody reads the rules.');
    return;
  }
  const said = execFileSync('promtool', ['check', 'rules', file], { encoding: 'utf8' });
  expect(said).toContain(`${rules.length} rules found`);
});
