import { runChild } from '../child.ts';
import { type Figure, type Measured, sideBySide } from '../figure.ts';
import { sampleCard } from '../sample-card.ts';
import { withFolder } from '../with-folder.ts';
import { withPostgres } from '../with-postgres.ts';

const count = 200;
const perMinute = 300;
const rounds = 2;

interface Drained {
  readonly seconds: number;
  /** Of one core, the database's part on PostgreSQL not included. */
  readonly share: number;
}

/** The outbox alone, with 200 workspaces in one process, each at Slack's pace: nobody waits for anyone else. */
export const workspaces: Figure = {
  name: 'workspaces',
  async measure({ messages }): Promise<readonly Measured[]> {
    const play = (database: string): Promise<Drained> =>
      runChild<Drained>('bench/subjects/drain.ts', {
        DATABASE: database,
        WORKSPACES: String(count),
        MESSAGES: String(messages),
        PER_MINUTE: String(perMinute),
        CARD: JSON.stringify(sampleCard()),
      });
    const ideal = ((messages - 1) * 60) / perMinute;
    const told = async (name: string, play: () => Promise<Drained>): Promise<readonly Measured[]> => {
      const played: Drained[] = [];
      for (let round = 0; round < rounds; round += 1) played.push(await play());
      const [best] = played.toSorted((one, other) => one.seconds - other.seconds);
      if (best === undefined) return [];
      return [
        {
          what: `seconds on ${name}, ${messages} messages in each of ${count} workspaces`,
          ...sideBySide(best.seconds, ideal),
          against: `${perMinute} a minute in each`,
          aim: { atMost: 1.05 },
        },
        {
          what: `share of a core on ${name}`,
          ...sideBySide(best.share, 1),
          against: 'all of one',
          aim: null,
        },
      ];
    };
    const inFile = (): Promise<Drained> => withFolder((folder) => play(`sqlite:${folder}/buddy.db`));
    const onServer = await withPostgres((newDatabase) =>
      told('PostgreSQL', async () => play(await newDatabase())),
    );
    return [...(await told('SQLite', inFile)), ...(onServer ?? [])];
  },
};
