import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Child, runChild, startChild } from '../child.ts';
import { compared, type Figure, inTurns, type Measured } from '../figure.ts';
import { withFolder } from '../with-folder.ts';

const rounds = 5;
const restMs = 3_000;

interface Footprint {
  readonly readyMs: number;
  readonly idleMb: number;
}

interface Mondays {
  /** Resident memory before the first Monday, and after each, in MB. */
  readonly before: number;
  readonly after: readonly number[];
}

/** What it takes to have it running, Teams off, and what Mondays leave behind. */
export const footprint: Figure = {
  name: 'footprint',
  title: 'starting, resting, and ten Mondays of 10,000 nudges',
  inTheWay:
    "A start reads what a bare Bolt app does not: Kysely (255 files), 210 files of our own, better-sqlite3, pino, node-cron, valibot, js-yaml and the prompts; looking up, reading and linking a file takes about a millisecond. At rest that is 9 MB more of live objects, 10 MB more outside V8's heap, and 9 MB of Intl, which node-cron asks for the time. What a Monday adds is V8's heap, which keeps what it grew to, what its threads allocated, and the page cache of SQLite, 16 MB at most.",
  measure: () =>
    withFolder(async (folder): Promise<readonly Measured[]> => {
      const slack = await startChild('bench/floors/local-slack.ts', {}, /"port":(\d+)/);
      const environment = {
        SLACK_BOT_TOKEN: 'xoxb-bench',
        SLACK_SIGNING_SECRET: 'a-signing-secret',
        SLACK_API_URL: `http://127.0.0.1:${slack.said}/api/`,
        PORT: '0',
      };
      const database = `sqlite:${folder}/buddy.db`;
      try {
        const played = await inTurns(
          rounds,
          () => tryOut('src/main.ts', { ...environment, DATABASE_URL: database }, '/readyz'),
          () => tryOut('bench/floors/bare-bolt.mjs', environment, null),
        );
        const mondays = await runChild<Mondays>('bench/subjects/mondays.ts', {
          ...environment,
          DATABASE_URL: `sqlite:${folder}/mondays.db`,
        });
        return [...rested(played), ...remembered(mondays)];
      } finally {
        await slack.stop();
      }
    }),
};

async function tryOut(
  script: string,
  environment: Record<string, string>,
  ready: string | null,
): Promise<Footprint> {
  const startedAt = performance.now();
  const child = await startChild(script, environment, /"port":(\d+)/);
  try {
    if (ready !== null) await untilOk(`http://127.0.0.1:${child.said}${ready}`);
    const readyMs = performance.now() - startedAt;
    await pause(restMs);
    return { readyMs, idleMb: residentMb(child) };
  } finally {
    await child.stop();
  }
}

async function untilOk(url: string): Promise<void> {
  while ((await fetch(url)).status !== 200) await pause(5);
}

function residentMb({ process: { pid } }: Child): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

function rested(played: Awaited<ReturnType<typeof inTurns<Footprint>>>): readonly Measured[] {
  const against = 'a bare Bolt app';
  return [
    compared(played, (run) => run.readyMs, {
      what: 'ms from start to ready',
      against,
      aim: { atMost: 1.5 },
    }),
    compared(played, (run) => run.idleMb, { what: 'MB resident at rest', against, aim: { atMost: 1.4 } }),
  ];
}

function remembered({ before, after }: Mondays): readonly Measured[] {
  const [first = 0] = after;
  const last = after.at(-1) ?? 0;
  return [
    {
      what: 'MB that the first Monday of 10,000 adds',
      ours: first - before,
      floor: 100,
      against: 'the aim',
      ratio: (first - before) / 100,
      aim: { atMost: 1 },
    },
    {
      what: 'MB resident after the tenth Monday',
      ours: last,
      floor: first,
      against: 'after the first',
      ratio: last / first,
      aim: { atMost: 1.1 },
    },
  ];
}
