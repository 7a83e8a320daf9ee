import { runChild, runToEnd, startChild } from '../child.ts';
import type { Figure, Measured } from '../figure.ts';
import { withFolder } from '../with-folder.ts';

const nudges = 3_000;

interface Seen {
  readonly taken: number;
  readonly reached: number;
  readonly doubled: number;
  readonly refused: number;
  readonly disobeyed: number;
  /** From the first message to the last, in milliseconds. */
  readonly lasted: number;
}

/** A Monday under limits that are enforced: nearly as fast as allowed, and nobody is lost or asked twice. */
export const limits: Figure = {
  name: 'limits',
  title: `${nudges} nudges to a platform that enforces its limit`,
  inTheWay:
    "A message is sent when its turn has come by the database's clock; what the machine delays on the way to the platform makes two of them arrive together.",
  async measure(): Promise<readonly Measured[]> {
    return [
      ...(await monday('slack', { count: 300, windowMs: 60_000 })),
      ...(await monday('teams', { count: 30, windowMs: 1_000 })),
    ];
  },
};

function monday(
  platform: 'slack' | 'teams',
  { count, windowMs }: { readonly count: number; readonly windowMs: number },
): Promise<readonly Measured[]> {
  return withFolder(async (folder) => {
    const limit = { COUNT: String(count), WINDOW_MS: String(windowMs) };
    const strict = await startChild('bench/floors/strict-platform.ts', limit, /"port":(\d+)/);
    try {
      const origin = `http://127.0.0.1:${strict.said}`;
      const database = `sqlite:${folder}/buddy.db`;
      const rows = { DATABASE: database, MEMBERS: String(nudges), PLATFORM: platform, CONNECTOR: origin };
      await runChild('bench/subjects/addressed.ts', rows);
      const environment: Record<string, string> =
        platform === 'slack'
          ? { SLACK_BOT_TOKEN: 'xoxb-bench', SLACK_SIGNING_SECRET: 'x', SLACK_API_URL: `${origin}/api/` }
          : { TEAMS_LOCAL_NO_AUTH: 'true' };
      await runToEnd('src/cli/main.ts', ['nudge', '--at', '2026-11-30T14:00:30Z'], {
        ...environment,
        DATABASE_URL: database,
      });
      const seen = (await (await fetch(origin)).json()) as Seen;
      if (seen.reached !== nudges || seen.doubled > 0 || seen.disobeyed > 0)
        throw new Error(`${platform}: ${JSON.stringify(seen)}`);
      // At an even rate: a burst at the beginning of each window would be done one window earlier, and trips the limit that
      // counts over any window.
      const ideal = ((nudges - 1) / count) * windowMs;
      return [
        {
          what: `${platform}: seconds, ${seen.refused} refused, 0 lost, 0 doubled`,
          ours: seen.lasted / 1000,
          floor: ideal / 1000,
          against: `${count} in ${windowMs / 1000} s`,
          ratio: seen.lasted / ideal,
          aim: { atMost: 1.05 },
        },
      ];
    } finally {
      await strict.stop();
    }
  });
}
