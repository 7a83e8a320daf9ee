import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { columnsPart } from '../../scripts/dossier/columns.ts';
import { permissionsPart } from '../../scripts/dossier/permissions.ts';

const root = join(import.meta.dirname, '../..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-dossier-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder of its own, with what the permissions and the columns are made of, one text changed. */
function changed(file: string, from: string, to: string): string {
  const other = join(folder, 'other');
  rmSync(other, { recursive: true, force: true });
  for (const one of [
    'manifest.yml',
    'adapters/teams/package/manifest.json',
    'docs/slack.md',
    'docs/privacy.md',
    'docs/dossier/teams-permissions.yml',
  ]) {
    mkdirSync(dirname(join(other, one)), { recursive: true });
    cpSync(join(root, one), join(other, one));
  }
  const text = readFileSync(join(other, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(other, file), text.replace(from, to));
  return other;
}

test('a permission without a reason is named', () => {
  const faultsOf = (other: string): string[] => {
    const faults: string[] = [];
    permissionsPart(other, faults);
    return faults;
  };
  expect(
    faultsOf(changed('manifest.yml', '- users:read\n', '- users:read\n      - channels:history\n')),
  ).toEqual(['docs/slack.md gives no reason for channels:history.']);
  const app = 'adapters/teams/package/manifest.json';
  expect(faultsOf(changed(app, '"scopes": ["personal"]', '"scopes": ["personal", "team"]'))).toEqual([
    'docs/dossier/teams-permissions.yml gives no reason for bots: team.',
  ]);
  expect(faultsOf(changed(app, '"accentColor"', '"webApplicationInfo": {}, "accentColor"'))).toEqual([
    'docs/dossier/teams-permissions.yml gives no reason for webApplicationInfo.',
  ]);
});

test('a column that nobody describes is named', async () => {
  const faults: string[] = [];
  await columnsPart(changed('docs/privacy.md', '| `deeper` ', '| `deep` '), faults);
  expect(faults).toEqual(['docs/privacy.md says nothing of members.deeper.']);
});
