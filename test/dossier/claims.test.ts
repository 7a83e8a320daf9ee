import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Claim, claimFaults, readClaims } from '../../scripts/dossier/claims.ts';

const root = join(import.meta.dirname, '../..');

function aClaim(file: string, name: string): Claim {
  return { id: 'sample', says: 'Something is so.', tests: [{ file, name }] };
}

const heldByNone = (file: string, name: string) =>
  `The claim sample is held by no test: ${file} has none named "${name}".`;

describe('what the dossier says of Buddy', () => {
  test('is held by tests that are there', () => {
    const claims = readClaims(root);
    expect(claims.size).toBeGreaterThan(80);
    expect(claimFaults(root, claims.values())).toEqual([]);
  });

  test.each([
    ['test/manifest.test.ts', 'asks for four scopes and some more'],
    ['test/gone.test.ts', 'is valid'],
  ])('is not held by a test that is gone: %s, %s', (file, name) => {
    expect(claimFaults(root, [aClaim(file, name)])).toEqual([heldByNone(file, name)]);
  });

  test('is not held by a test that is left out, or in a file that nobody runs', () => {
    const folder = mkdtempSync(join(tmpdir(), 'buddy-claims-'));
    const sample = [
      "test.skip('is left out', () => {});",
      "test.todo('is to come');",
      "// test('is a comment', () => {});",
      "test.each([1])('is run', () => {});",
    ].join('\n');
    try {
      mkdirSync(join(folder, 'test'));
      writeFileSync(join(folder, 'test/sample.test.ts'), sample);
      writeFileSync(join(folder, 'test/alone.ts'), sample);
      const faultsOf = (file: string, name: string) => claimFaults(folder, [aClaim(file, name)]);
      for (const name of ['is left out', 'is to come', 'is a comment'])
        expect(faultsOf('test/sample.test.ts', name)).toEqual([heldByNone('test/sample.test.ts', name)]);
      expect(faultsOf('test/sample.test.ts', 'is run')).toEqual([]);
      expect(faultsOf('test/alone.ts', 'is run')).toEqual([heldByNone('test/alone.ts', 'is run')]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('may be held by one in a file that another takes in, or that goes by another name', () => {
    const keyboard = 'a view is read, pressed and filled in, by keyboard alone: %j';
    const owner = 'the database file and its companions are readable by their owner alone';
    expect(
      claimFaults(root, [
        aClaim('test/browser/views.ts', keyboard),
        aClaim('test/stories/program.test.ts', owner),
      ]),
    ).toEqual([]);
  });
});
