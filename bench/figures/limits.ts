import { renderMessage } from '../../adapters/slack/render-card.ts';
import { runChild, runToEnd, startChild } from '../child.ts';
import { type Figure, type Measured, sideBySide } from '../figure.ts';
import { sampleCard } from '../sample-card.ts';
import { withFolder } from '../with-folder.ts';

interface Limit {
  readonly count: number;
  readonly windowMs: number;
}

const limitOf = {
  slack: { count: 300, windowMs: 60_000 },
  teams: { count: 30, windowMs: 1_000 },
} as const;

type Platform = keyof typeof limitOf;

/** What people write today, by what it's called in the table and what its script is told. */
const others = [
  ["the SDK's client, 50 at a time", { CONCURRENCY: '50', PAUSED: 'no' }],
  ["the SDK's client, one at a time with a pause", { CONCURRENCY: '1', PAUSED: 'yes' }],
] as const;

interface Seen {
  readonly reached: number;
  readonly doubled: number;
  readonly refused: number;
  /** From the first message to the last, in milliseconds. */
  readonly lasted: number;
}

/** A Monday under limits that are enforced: nearly as fast as allowed, and nobody is refused, lost or asked twice. */
export const limits: Figure = {
  name: 'limits',
  async measure({ nudges }): Promise<readonly Measured[]> {
    // All at once: they wait nearly all of the time.
    const [slack, teams] = await Promise.all([monday('slack', nudges), monday('teams', nudges)]);
    return [...slack, ...teams];
  },
};

async function monday(platform: Platform, nudges: number): Promise<readonly Measured[]> {
  const limit = limitOf[platform];
  // At an even rate.
  const ideal = ((nudges - 1) / limit.count) * limit.windowMs;
  const told = (who: string, seen: Seen, aim: Measured['aim']): Measured => ({
    what: `${platform}, ${who}: seconds for ${nudges}, ${seen.refused} refused, ${nudges - seen.reached} lost, ${seen.doubled} doubled`,
    ...sideBySide(seen.lasted / 1000, ideal / 1000),
    against: `${limit.count} in ${limit.windowMs / 1000} s`,
    aim,
  });
  const [ours, ...theirs] = await Promise.all([
    underLimit(limit, (origin) => byBuddy(origin, platform, nudges)),
    ...others.map(([, how]) => underLimit(limit, (origin) => byHand(origin, platform, nudges, how))),
  ]);
  if (ours === undefined) throw new Error('nothing was measured');
  return [
    told('Buddy', ours, { atMost: 1.02 }),
    ...theirs.map((seen, nth) => told(others[nth]?.[0] ?? '', seen, null)),
  ];
}

/** What a platform that enforces the limit has seen, when the work is done. */
async function underLimit(
  { count, windowMs }: Limit,
  work: (origin: string) => Promise<unknown>,
): Promise<Seen> {
  const environment = { COUNT: String(count), WINDOW_MS: String(windowMs), LATENCY_MS: '100' };
  const strict = await startChild('bench/floors/strict-platform.ts', environment, /"port":(\d+)/);
  try {
    const origin = `http://127.0.0.1:${strict.said}`;
    await work(origin);
    return (await (await fetch(origin)).json()) as Seen;
  } finally {
    await strict.stop();
  }
}

function byBuddy(origin: string, platform: Platform, nudges: number): Promise<void> {
  return withFolder(async (folder) => {
    const database = `sqlite:${folder}/buddy.db`;
    await runChild('bench/subjects/members-in.ts', {
      DATABASE: database,
      MEMBERS: String(nudges),
      DUE: String(nudges),
      PLATFORM: platform,
      CONNECTOR: origin,
    });
    const environment: Record<string, string> =
      platform === 'slack'
        ? { SLACK_BOT_TOKEN: 'xoxb-bench', SLACK_SIGNING_SECRET: 'x', SLACK_API_URL: `${origin}/api/` }
        : { TEAMS_LOCAL_NO_AUTH: 'true' };
    await runToEnd('src/cli/main.ts', ['nudge', '--at', '2026-11-30T14:00:30Z'], {
      ...environment,
      DATABASE_URL: database,
    });
  });
}

function byHand(
  origin: string,
  platform: Platform,
  nudges: number,
  how: Readonly<Record<string, string>>,
): Promise<unknown> {
  const { count, windowMs } = limitOf[platform];
  return runChild(`bench/floors/by-hand-${platform}.ts`, {
    ...how,
    ORIGIN: origin,
    MESSAGES: String(nudges),
    PAUSE_MS: how.PAUSED === 'yes' ? String(windowMs / count) : '0',
    CARD: JSON.stringify(renderMessage(sampleCard())),
  });
}
