import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { newId } from '../../src/system/ids.ts';

test('an id is a UUID that begins with the time, so that later ones sort behind', async () => {
  const earlier = newId();
  await sleep(5);
  const later = newId();
  for (const id of [earlier, later])
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(earlier < later).toBe(true);
});

test('ids made at the same moment differ', () => {
  expect(new Set(Array.from({ length: 10_000 }, newId)).size).toBe(10_000);
});
