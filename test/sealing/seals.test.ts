import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createSeals, createSealsInMemory, type Sealed, type Seals } from '../../src/sealing/seals.ts';

const november = Date.UTC(2026, 10, 28);
const december = Date.UTC(2026, 11, 3);
const day = 24 * 3_600_000;
const none = new Set<string>();

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'buddy-seals-'));
});
afterEach(() => rmSync(place, { recursive: true }));

describe.each([
  ['a folder', () => createSeals(join(place, 'data', 'keys'))],
  ['memory', createSealsInMemory],
])('with keys in %s', (_, create) => {
  let seals: Seals;
  beforeEach(() => {
    seals = create();
  });

  test.each(['Ana Ferrer, +1 617 555 0100', '', 'Ñandú 🦩 '.repeat(100)])(
    'what was sealed is read again: %p',
    async (text) => {
      const sealed = await seals.seal(text, november);
      expect(sealed.keyId).toBe('2026-11');
      expect(sealed.sealed).toMatch(/^[\w-]+$/);
      expect(await seals.open(sealed)).toBe(text);
    },
  );

  test('neither its text nor its length can be seen, and no two of the same text are alike', async () => {
    const texts = ['event-death', 'event-complaint', 'Jo', 'Maximiliana Featherstonehaugh', 'Jo'];
    const sealed = await Promise.all(texts.map((text) => seals.seal(text, november)));
    expect(new Set(sealed.map((one) => one.sealed.length)).size).toBe(1);
    expect(new Set(sealed.map((one) => one.sealed)).size).toBe(texts.length);
    const bytes = sealed.map((one) => Buffer.from(one.sealed, 'base64url').toString('latin1')).join(' ');
    for (const text of ['event', 'Maximiliana']) expect(bytes).not.toContain(text);
  });

  test('one changed bit anywhere, and it is not read', async () => {
    const sealed = await seals.seal('Ana Ferrer', november);
    const bytes = Buffer.from(sealed.sealed, 'base64url');
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(await seals.open(asSealed('2026-11', changed))).toBeNull();
    }
    for (const length of [0, 1, 13, 29, bytes.length - 128, bytes.length - 1])
      expect(await seals.open(asSealed('2026-11', bytes.subarray(0, length)))).toBeNull();
    expect(await seals.open(asSealed('2026-11', Buffer.concat([bytes, Buffer.alloc(1)])))).toBeNull();
    expect(await seals.open({ keyId: '2026-11', sealed: 'not sealed at all' })).toBeNull();
  });

  test("under another month's name it is not read, nor under a name that is a path", async () => {
    const one = await seals.seal('Ana Ferrer', november);
    const other = await seals.seal('Ben Okafor', december);
    expect(await seals.open({ ...one, keyId: other.keyId })).toBeNull();
    expect(await seals.open({ ...other, keyId: one.keyId })).toBeNull();
    for (const keyId of ['', '2026-13', '../2026-11', '2026-11.key', '1999-01'])
      expect(await seals.open({ ...one, keyId })).toBeNull();
  });

  test('someone is found again by their fingerprint under each key, and nobody else is', async () => {
    expect(await seals.fingerprints('slack:T1:U1')).toEqual([]);
    await seals.seal('x', november);
    await seals.seal('x', december);
    const all = await seals.fingerprints('slack:T1:U1');
    expect(new Set(all).size).toBe(2);
    expect(await seals.fingerprint('slack:T1:U1', '2026-12')).toMatch(/^[\da-f]{64}$/);
    expect(all).toContain(await seals.fingerprint('slack:T1:U1', '2026-11'));
    expect(all).toContain(await seals.fingerprint('slack:T1:U1', '2026-12'));
    expect(all).not.toContain(await seals.fingerprint('slack:T1:U2', '2026-11'));
    expect(await seals.fingerprint('slack:T1:U1', '2026-10')).toBeNull();
  });

  test('a key goes 40 days after its month, not a moment before, and not while something open needs it', async () => {
    const sealed = await seals.seal('Ana Ferrer', november);
    const kept = await seals.seal('Ben Okafor', december);
    const due = Date.UTC(2026, 11, 1) + 40 * day;
    expect(await seals.destroyUnneeded(none, due - 1)).toBe(0);
    expect(await seals.destroyUnneeded(new Set(['2026-11']), due)).toBe(0);
    expect(await seals.open(sealed)).toBe('Ana Ferrer');
    expect(await seals.destroyUnneeded(none, due)).toBe(1);
    expect(await seals.open(sealed)).toBeNull();
    expect(await seals.fingerprint('slack:T1:U1', '2026-11')).toBeNull();
    expect(await seals.fingerprints('slack:T1:U1')).toHaveLength(1);
    expect(await seals.open(kept)).toBe('Ben Okafor');
    expect(await seals.destroyUnneeded(none, due)).toBe(0);
  });

  test('a month begins and ends in UTC', async () => {
    const { keyId: last } = await seals.seal('x', Date.UTC(2026, 11, 31, 23, 59, 59, 999));
    const { keyId: first } = await seals.seal('x', Date.UTC(2027, 0, 1));
    expect([last, first]).toEqual(['2026-12', '2027-01']);
  });

  test('all is well before the first key, and after it', async () => {
    expect(await seals.trouble()).toBeNull();
    await seals.seal('x', november);
    expect(await seals.trouble()).toBeNull();
  });
});

test('asking makes no folder and no key', async () => {
  const seals = createSeals(join(place, 'data', 'keys'));
  await seals.trouble();
  await seals.fingerprints('x');
  await seals.destroyUnneeded(none, november);
  expect(await seals.open({ keyId: '2026-11', sealed: 'x' })).toBeNull();
  expect(readdirSync(place)).toEqual([]);
});

function asSealed(keyId: string, bytes: Buffer): Sealed {
  return { keyId, sealed: bytes.toString('base64url') };
}
