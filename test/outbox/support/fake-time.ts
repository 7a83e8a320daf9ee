import { setImmediate as nextTurn } from 'node:timers/promises';
import type { After } from '../../../src/outbox/timer.ts';
import type { Clock } from '../../../src/system/clock.ts';

/** A clock that moves only when told to, and the alarms that go by it. */
export interface FakeTime extends Clock {
  readonly after: After;
  /** Alarms that have not rung. */
  readonly pending: number;
  advance(ms: number): Promise<void>;
  /** Moves on from alarm to alarm until it is so; fails after `withinMs`. */
  advanceUntil(isSo: () => boolean | Promise<boolean>, withinMs?: number): Promise<void>;
  /** Sets the clock forward without ringing anything, as when a machine has slept. */
  set(instant: number): void;
  /** Sets the clock back, as an operator does: alarms ring after as long as they would have. */
  setBack(ms: number): void;
}

interface Alarm {
  at: number;
  readonly run: () => void;
}

/** `isBusy`: something under way that does not go by this clock, such as a query. It stands still meanwhile. */
export function fakeTime(
  start = Date.parse('2026-11-23T09:00:00Z'),
  isBusy: () => boolean = () => false,
): FakeTime {
  let now = start;
  const alarms = new Set<Alarm>();

  const nextAlarm = (): Alarm | undefined => [...alarms].sort((one, other) => one.at - other.at)[0];
  const settle = async (): Promise<void> => {
    for (let idle = 0; idle < 24; idle = isBusy() ? 0 : idle + 1) await nextTurn();
  };
  const ring = async (alarm: Alarm): Promise<void> => {
    alarms.delete(alarm);
    now = Math.max(now, alarm.at);
    alarm.run();
    await settle();
  };

  return {
    now: () => now,
    get pending() {
      return alarms.size;
    },
    after: (ms, run) => {
      const alarm = { at: now + ms, run };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (let alarm = nextAlarm(); alarm !== undefined && alarm.at <= end; alarm = nextAlarm())
        await ring(alarm);
      now = end;
      await settle();
    },
    async advanceUntil(isSo, withinMs = 600_000) {
      const end = now + withinMs;
      await settle();
      while (!(await isSo())) {
        const alarm = nextAlarm();
        if (alarm === undefined || alarm.at > end) throw new Error('It did not happen in time.');
        await ring(alarm);
      }
    },
    set: (instant) => {
      now = instant;
    },
    setBack: (ms) => {
      now -= ms;
      for (const alarm of alarms) alarm.at -= ms;
    },
  };
}
