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
    'µs for each member, on a machine that does other things as well. SQLite, 33 in all, of which the bare statements need 26 to 31: 11 to write the pages of the -wal file, have them on the disk and put them in their places, 9 to 12 to add the row (its four indexes in use take 5 of those two together), 3 each to move the member on and to read the pairs, 2 to find who is due; the rest is JavaScript. A third of the bare time is the size of the card, 840 bytes that nearly all members of a week have in common: with 100 the floor rises from 30,000 to 44,000 members a second, and so keeping what is common once is what would bring the aim nearer. PostgreSQL, 62 with one planner: 22 for the statement that adds the row, 14 for the new version of the member with an entry in each of four indexes (2 of them for the one on profile_checked_at), 9 to find who is due and their pairs, 4 for smaller statements, 13 for JavaScript; two planners overlap the last with the rest and come to 51, after which both cores are busy.',
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
