import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Child, startChild } from '../child.ts';
import { compared, type Figure, inTurns, type Measured } from '../figure.ts';
import { withFolder } from '../with-folder.ts';

const rounds = 7;
const restMs = 3_000;
const against = 'a bare Bolt app';

interface Footprint {
  readonly readyMs: number;
  readonly idleMb: number;
}

/** What it takes to have it running, on Slack alone. */
export const start: Figure = {
  name: 'start',
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
        return [
          compared(played, (run) => run.readyMs, {
            what: 'ms from start to ready',
            against,
            best: 'least',
            aim: { atMost: 2 },
          }),
          compared(played, (run) => run.idleMb, {
            what: 'MB resident at rest',
            against,
            best: 'least',
            aim: { atMost: 1.6 },
          }),
        ];
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
