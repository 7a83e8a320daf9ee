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
    'With one workspace a statement records eight messages, since no more may be unrecorded: 0.8 ms, half of which is the trip to the server and back, so 100 µs a message. Claims, of up to 256, take 24 µs a message to lease and 15 to read. Both queues complete hundreds by a statement, and have no pace, no limit, no recipient and no lease to think of. With 32 workspaces, where a statement records up to 64, the claims are in the way: each workspace claims for itself, in a transaction of its own.',
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
