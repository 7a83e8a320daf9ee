import { runChild } from '../child.ts';
import { type Figure, type Measured, median } from '../figure.ts';
import { sampleCard } from '../sample-card.ts';
import { withPostgres } from '../with-postgres.ts';

const jobs = 10_000;
const rounds = 3;

/** In each at most 8 are on the way at a time, so a queue for one hospital is another than one for many. */
const manyWorkspaces = 32;

interface Speed {
  readonly perSecond: number;
}

/** Who is played in each round, by the script and what it is told. */
const players = {
  one: ['bench/subjects/queue.ts', { WORKSPACES: '1' }],
  many: ['bench/subjects/queue.ts', { WORKSPACES: String(manyWorkspaces) }],
  graphile: ['bench/floors/graphile-worker.ts', {}],
  boss: ['bench/floors/pg-boss.ts', {}],
} as const;

type Player = keyof typeof players;

/** The outbox as a queue on PostgreSQL, against two that do nothing else, on the same server. */
export const queue: Figure = {
  name: 'queue',
  title: 'messages claimed and recorded on PostgreSQL',
  inTheWay:
    'A round moves at most eight messages of a workspace, because no more may be on the way; the others fetch 500 and 200 at a time, and have no pace, no limit and no recipient to think of. Each round is a transaction of eight statements, one after the other. One round for all workspaces at once, tried as a sketch, came to the speed of the others.',
  async measure(): Promise<readonly Measured[]> {
    const played: Record<Player, number[]> = { one: [], many: [], graphile: [], boss: [] };
    const isPlayed = await withPostgres(async (newDatabase) => {
      for (let round = 0; round < rounds; round += 1) {
        for (const player of Object.keys(players) as Player[]) {
          const [script, told] = players[player];
          const { perSecond } = await runChild<Speed>(script, {
            DATABASE: await newDatabase(),
            JOBS: String(jobs),
            CARD: JSON.stringify(sampleCard()),
            ...told,
          });
          played[player].push(perSecond);
        }
      }
      return true;
    });
    if (isPlayed === null) return [];
    const against = (ours: 'one' | 'many', floor: 'graphile' | 'boss'): Measured => ({
      what: `messages a second, ${ours === 'one' ? '1 workspace' : `${manyWorkspaces} workspaces`}`,
      ours: median(played[ours]),
      floor: median(played[floor]),
      against: floor === 'graphile' ? 'graphile-worker, tuned' : 'pg-boss, in batches',
      ratio: median(played[ours]) / median(played[floor]),
      aim: { atLeast: 1 },
    });
    return [
      against('many', 'graphile'),
      against('many', 'boss'),
      against('one', 'graphile'),
      against('one', 'boss'),
    ];
  },
};
