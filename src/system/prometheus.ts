import type { Platform } from '../chat/person.ts';
import { systemClock, uptime } from './clock.ts';
import type { Instruments } from './instruments.ts';
import type { DeliveryOutcome, Metrics, Reading } from './metrics.ts';
import { tooLate, within } from './within.ts';

export interface Prometheus {
  readonly metrics: Metrics;
  /** Everything that was counted, in Prometheus' text format. */
  tell(): Promise<{ readonly text: string; readonly contentType: string }>;
}

type Count = (instruments: Instruments) => void;

/**
 * Counts for Prometheus, in a registry of its own. Loading the library takes a twentieth of a start, so that is
 * done when someone asks for the first time, or after so many counts, which are kept until then (docs/decisions/0022).
 */
export function createPrometheus(): Prometheus {
  const readings: Reading[] = [];
  const early: Count[] = [];
  let instruments: Instruments | null = null;
  let loading: Promise<Instruments> | null = null;

  const load = async (): Promise<Instruments> => {
    const { Instruments } = await import('./instruments.ts');
    instruments = new Instruments();
    for (const count of early.splice(0)) count(instruments);
    return instruments;
  };
  const count = (one: Count): void => {
    if (instruments !== null) one(instruments);
    else early.push(one);
    if (early.length > mostEarly) {
      loading ??= load();
      // Anyone who asks for the numbers hears of it.
      loading.catch(() => {});
    }
  };

  return {
    metrics: counting(count, readings),
    async tell() {
      loading ??= load();
      const known = await loading;
      const byName = Map.groupBy(readings, ({ name }) => name) as Map<string, [Reading, ...Reading[]]>;
      await Promise.all([...byName.values()].map((same) => look(known, same)));
      return { text: await known.registry.metrics(), contentType: known.registry.contentType };
    },
  };
}

/** So many counts are kept for a library that is not loaded yet: a few hundred kilobytes. */
const mostEarly = 1_000;

/** Looks up one number under all its keys. What can't be read is not told, rather than told as it was. */
async function look(instruments: Instruments, same: readonly [Reading, ...Reading[]]): Promise<void> {
  const [{ name, help, label }] = same;
  const found = await Promise.all(same.map(readSoon));
  const gauge = instruments.gauge(name, help, label);
  gauge.reset();
  // A number without a key would now stand at 0.
  if (label === null) gauge.remove();
  for (const values of found) {
    for (const [key, value] of Object.entries(values)) {
      gauge.set(label === null ? {} : { [label]: key }, value);
    }
  }
}

/** Anyone who collects the numbers gives up after some ten seconds, and would get none at all (milliseconds). */
const readWithinMs = 4_000;

async function readSoon({ read }: Reading): Promise<Readonly<Record<string, number>>> {
  let values = {};
  const done = read().then(
    (found) => {
      values = found;
    },
    () => {},
  );
  await within(readWithinMs, done, tooLate);
  return values;
}

const outcomes: readonly DeliveryOutcome[] = ['sent', 'rate-limited', 'temporary', 'unreachable', 'rejected'];

/** Of the reasons to refuse, those that say something of this installation: alerts look at them. Any other tells of a stranger. */
const setUpWrong: Readonly<Record<Platform, readonly string[]>> = {
  slack: ['wrong_signature', 'clock'],
  teams: ['other_audience', 'foreign_tenant', 'expired', 'not_yet_valid'],
  playground: [],
};

function counting(count: (one: Count) => void, readings: Reading[]): Metrics {
  return {
    serving: (platforms, jobs) =>
      count(({ events, deliveries, retries, waits, waitSeconds, inFlight, refused, jobFailures }) => {
        for (const job of jobs) jobFailures.inc({ job }, 0);
        for (const platform of platforms) {
          for (const reason of setUpWrong[platform]) refused.inc({ platform, reason }, 0);
          for (const kind of ['read', 'write']) {
            for (const outcome of ['answered', 'fault']) events.zero({ platform, class: kind, outcome });
          }
          for (const outcome of outcomes) deliveries.inc({ platform, outcome }, 0);
          for (const counter of [retries, waits, waitSeconds]) counter.inc({ platform }, 0);
          inFlight.inc({ platform }, 0);
        }
      }),
    answered: (platform, kind, outcome, ms) =>
      count(({ events }) => events.observe({ platform, class: kind, outcome }, ms / 1000)),
    delivering(platform, attempt) {
      const startedAt = uptime.now();
      count(({ inFlight, retries }) => {
        inFlight.inc({ platform });
        if (attempt > 1) retries.inc({ platform });
      });
      return () => {
        const seconds = (uptime.now() - startedAt) / 1000;
        count(({ inFlight, deliverySeconds }) => {
          inFlight.dec({ platform });
          deliverySeconds.observe({ platform }, seconds);
        });
      };
    },
    delivered: (platform, outcome) => count(({ deliveries }) => deliveries.inc({ platform, outcome })),
    refused: (platform, reason) => count(({ refused }) => refused.inc({ platform, reason })),
    held: (platform, ms) =>
      count(({ waits, waitSeconds }) => {
        waits.inc({ platform });
        waitSeconds.inc({ platform }, ms / 1000);
      }),
    expired: (messages) => count(({ expired }) => expired.inc(messages)),
    roundFailed: () => count(({ roundFailures }) => roundFailures.inc()),
    ticked(scheduler, ms, failed) {
      const at = systemClock.now() / 1000;
      count(({ tickSeconds, jobFailures, lastSuccess }) => {
        tickSeconds.observe({ scheduler }, ms / 1000);
        for (const job of failed) jobFailures.inc({ job });
        if (failed.length === 0) lastSuccess.set({ scheduler }, at);
      });
    },
    tells: (name, help, labels) => count((known) => known.constant(name, help, labels)),
    reads: (reading) => void readings.push(reading),
  };
}
