import { runChild } from '../child.ts';
import { type Figure, type Measured, median } from '../figure.ts';
import { withFolder } from '../with-folder.ts';
import { withPostgres } from '../with-postgres.ts';

interface Planned {
  readonly ms: number;
  readonly perSecond: number;
}

const rounds = 3;

/** What a Monday's planning costs: it follows who is due, not who is there. */
export const planning: Figure = {
  name: 'planning',
  title: 'planning a Monday, 1,000,000 members',
  inTheWay:
    "On SQLite half of the time is its own work on the rows of the outbox (six indexes) and of the members; the rest is the cards and their JSON. The floor of bare statements is what the file allows, and on two cores it does not reach the aim either. On PostgreSQL most is the server's: five index entries for each row of the outbox, and a new version of each member's row, since the instant of the next nudge is indexed.",
  async measure(): Promise<readonly Measured[]> {
    const all: Planned[] = [];
    const bare: Planned[] = [];
    const few: Planned[] = [];
    const fewOfFew: Planned[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await inFile('bench/floors/bare-sqlite.ts', 1_000_000, 100_000));
      all.push(await inFile(subject, 1_000_000, 100_000));
      few.push(await inFile(subject, 1_000_000, 1_000));
      fewOfFew.push(await inFile(subject, 10_000, 1_000));
    }
    const onServer = await withPostgres(async (newDatabase) => {
      const planned: Planned[] = [];
      for (let round = 0; round < rounds; round += 1)
        planned.push(await run(subject, await newDatabase(), 1_000_000, 100_000));
      return planned;
    });
    const speed = speedOf(all);
    const [ofMany, ofFew] = [median(few.map(({ ms }) => ms)), median(fewOfFew.map(({ ms }) => ms))];
    return [
      againstAim('SQLite', speed, 50_000),
      {
        what: 'members a second on SQLite, 100,000 due',
        ours: speed,
        floor: speedOf(bare),
        against: 'the same rows by bare better-sqlite3',
        ratio: speed / speedOf(bare),
        aim: { atLeast: 0.6 },
      },
      ...(onServer === null ? [] : [againstAim('PostgreSQL', speedOf(onServer), 25_000)]),
      {
        what: 'ms for 1,000 due of 1,000,000',
        ours: ofMany,
        floor: ofFew,
        against: '1,000 due of 10,000',
        ratio: ofMany / ofFew,
        aim: { atMost: 1.2 },
      },
    ];
  },
};

const subject = 'bench/subjects/planning.ts';

function againstAim(database: string, speed: number, aim: number): Measured {
  return {
    what: `members a second on ${database}, 100,000 due`,
    ours: speed,
    floor: aim,
    against: 'the aim',
    ratio: speed / aim,
    aim: { atLeast: 1 },
  };
}

function speedOf(planned: readonly Planned[]): number {
  return median(planned.map(({ perSecond }) => perSecond));
}

function inFile(script: string, members: number, due: number): Promise<Planned> {
  return withFolder((folder) => run(script, `sqlite:${folder}/buddy.db`, members, due));
}

function run(script: string, database: string, members: number, due: number): Promise<Planned> {
  return runChild<Planned>(script, { DATABASE: database, MEMBERS: String(members), DUE: String(due) });
}
