import { expect, test } from '@jest/globals';
import { tooLate, within } from '../../src/system/within.ts';

const never = new Promise<string>(() => {});

test('work that is done in time is what it comes to, its failure too', async () => {
  expect(await within(1_000, Promise.resolve('done'), tooLate)).toBe('done');
  await expect(within(1_000, Promise.reject(new Error('broken')), tooLate)).rejects.toThrow('broken');
});

test('when the time is over nobody waits any longer', async () => {
  expect(await within(10, never, 'late')).toBe('late');
  expect(await within(-1, never, tooLate)).toBe(tooLate);
});

test('work that fails when nobody waits any more harms nobody', async () => {
  const { promise, reject } = Promise.withResolvers<string>();
  expect(await within(1, promise, tooLate)).toBe(tooLate);
  reject(new Error('broken'));
  // An unhandled rejection would end this test.
  await new Promise((resolve) => setTimeout(resolve, 5));
});

test('nothing is left running once the work is done', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const before = timers();
  await within(60_000, Promise.resolve('done'), tooLate);
  expect(timers()).toBe(before);
});
