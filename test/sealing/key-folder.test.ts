import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { KeysFault } from '../../src/sealing/keys.ts';
import { createSeals } from '../../src/sealing/seals.ts';
import { killedAt, startSealing } from './sealing-process.ts';

const now = Date.UTC(2026, 10, 28);
const longAfter = Date.UTC(2027, 5, 1);
const none = new Set<string>();

let place: string;
let folder: string;
let key: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'buddy-keys-'));
  folder = join(place, 'data', 'support-keys');
  key = join(folder, '2026-11.key');
});
afterEach(() => rmSync(place, { recursive: true }));

test('the folder and its one file are for nobody else, and hold 32 bytes', async () => {
  await createSeals(folder).seal('Ana', now);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder)).toEqual(['2026-11.key']);
  expect([statSync(key).mode & 0o777, statSync(key).size]).toEqual([0o600, 32]);
});

test('twenty who need a key at once agree on one', async () => {
  const everyone = Array.from({ length: 20 }, () => createSeals(folder));
  const sealed = await Promise.all(everyone.map((seals, index) => seals.seal(`text ${index}`, now)));
  const read = await Promise.all(sealed.map((one) => createSeals(folder).open(one)));
  expect(read).toEqual(everyone.map((_, index) => `text ${index}`));
  expect(readdirSync(folder)).toEqual(['2026-11.key']);
});

test('so do four processes', async () => {
  const begin = Date.now() + 1_000;
  const sealed = await Promise.all(
    ['a', 'b', 'c', 'd'].map((text) => startSealing({ folder, text, now, begin })),
  );
  for (const [index, one] of sealed.entries())
    expect(await createSeals(folder).open(one)).toBe('abcd'[index]);
  expect(readdirSync(folder)).toEqual(['2026-11.key']);
}, 20_000);

test('a process killed at any step of making a key leaves a whole one, or none', async () => {
  let step = 0;
  let died = true;
  const left = new Set<string>();
  while (died) {
    step += 1;
    rmSync(join(place, 'data'), { recursive: true, force: true });
    died = await killedAt(step, { folder, text: 'Ana', now });
    const made = filesIn(folder).includes('2026-11.key');
    if (made) expect(isKey(readFileSync(key))).toBe(true);
    left.add(made ? 'a key' : 'none');

    const seals = createSeals(folder);
    const sealed = await seals.seal('Ben', now);
    expect(await seals.open(sealed)).toBe('Ben');
    expect(await seals.destroyUnneeded(none, longAfter)).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  }
  expect(step).toBeGreaterThan(8);
  expect([...left].sort()).toEqual(['a key', 'none']);
}, 60_000);

test('a key that is destroyed is overwritten, whatever else has its bytes', async () => {
  const seals = createSeals(folder);
  const sealed = await seals.seal('Ana', now);
  linkSync(key, join(place, 'elsewhere'));
  expect(await seals.destroyUnneeded(none, longAfter)).toBe(1);
  expect(readFileSync(join(place, 'elsewhere'))).toEqual(Buffer.alloc(32));
  expect(await seals.open(sealed)).toBeNull();
});

test('a key that was overwritten before the process died is gone, and its file goes the next time', async () => {
  const seals = createSeals(folder);
  const sealed = await seals.seal('Ana', now);
  writeFileSync(key, Buffer.alloc(32));
  expect(await seals.open(sealed)).toBeNull();
  expect(await seals.trouble()).toBeNull();
  await expect(seals.seal('Ben', now)).rejects.toThrow('is not a key');
  expect(await seals.destroyUnneeded(none, longAfter)).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test("under another month's name the same key opens nothing, and finds nobody", async () => {
  const seals = createSeals(folder);
  const sealed = await seals.seal('Ana', now);
  copyFileSync(key, join(folder, '2026-12.key'));
  expect(await seals.open({ ...sealed, keyId: '2026-12' })).toBeNull();
  expect(new Set(await seals.fingerprints('slack:T1:U1')).size).toBe(2);
});

test("another process's key counts from its first moment, and no longer than its file", async () => {
  const [mine, theirs] = [createSeals(folder), createSeals(folder)];
  const sealed = await mine.seal('Ana', now);
  expect(await theirs.open(sealed)).toBe('Ana');
  await theirs.destroyUnneeded(none, longAfter);
  expect(await mine.open(sealed)).toBeNull();
});

test('what is left of a key that was never finished goes with its month', async () => {
  const seals = createSeals(folder);
  const { keyId } = await seals.seal('Ana', longAfter);
  writeFileSync(join(folder, '.2026-11.0198-ab.new'), 'half a key', { mode: 0o600 });
  expect(await seals.fingerprints('x')).toHaveLength(1);
  expect(await seals.destroyUnneeded(none, longAfter)).toBe(0);
  expect(readdirSync(folder)).toEqual([`${keyId}.key`]);
});

test('other files in the folder are let be', async () => {
  const seals = createSeals(folder);
  await seals.seal('Ana', now);
  for (const name of ['README', '2026-13.key', '2026-11.key.old', '.nfs0001'])
    writeFileSync(join(folder, name), '');
  expect(await seals.fingerprints('x')).toHaveLength(1);
  expect(await seals.destroyUnneeded(none, longAfter)).toBe(1);
  expect(readdirSync(folder)).toHaveLength(4);
});

describe('what cannot be used is refused in a sentence', () => {
  const faulty: [string, () => void, RegExp][] = [
    ['a folder that others may look into', () => chmodSync(folder, 0o750), /chmod 700/],
    ['a key that others may read', () => chmodSync(key, 0o604), /2026-11\.key .*chmod 600/],
    ['a key cut short', () => writeFileSync(key, 'secret-but-short'), /2026-11\.key is not a key/],
    ['a file too long for a key', () => writeFileSync(key, 'secret'.repeat(20)), /is not a key/],
    ['an empty file', () => writeFileSync(key, ''), /is not a key/],
    [
      'a folder in the place of a key',
      () => {
        rmSync(key);
        mkdirSync(key, { mode: 0o700 });
      },
      /can't be used \(EISDIR\)/,
    ],
    [
      'a file in the place of the folder',
      () => {
        rmSync(folder, { recursive: true });
        writeFileSync(folder, '');
      },
      /support-keys is not a folder/,
    ],
    [
      'a file above the folder',
      () => {
        rmSync(join(place, 'data'), { recursive: true });
        writeFileSync(join(place, 'data'), '');
      },
      /can't be used \(ENOTDIR\)/,
    ],
  ];
  test.each(faulty)('%s', async (_, harm, sentence) => {
    const seals = createSeals(folder);
    const sealed = await seals.seal('Ana Ferrer', now);
    harm();
    expect(await seals.trouble()).toMatch(sentence);
    for (const attempt of [() => seals.seal('Ben Okafor', now), () => seals.open(sealed)]) {
      const error: unknown = await attempt().catch((thrown) => thrown);
      if (!(error instanceof KeysFault)) throw new Error('It was not refused.');
      expect(error.message).toMatch(/^BUDDY_SUPPORT_KEYS: [^\n]+\.$/);
      expect(error.message).toMatch(sentence);
      for (const secret of ['secret', 'Ana', 'Ben']) expect(inspect(error)).not.toContain(secret);
    }
  });
});

/** 32 bytes by chance: that as many as half of them are zeros doesn't happen. */
function isKey(bytes: Buffer): boolean {
  return bytes.length === 32 && bytes.filter((byte) => byte !== 0).length > 16;
}

function filesIn(where: string): string[] {
  try {
    return readdirSync(where);
  } catch {
    return [];
  }
}
