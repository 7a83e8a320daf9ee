import { copyFile, open } from 'node:fs/promises';
import { runChild } from '../child.ts';
import { compared, type Figure, inTurns, type Measured } from '../figure.ts';
import { withFolder } from '../with-folder.ts';
import { withPostgres } from '../with-postgres.ts';

interface Planned {
  readonly ms: number;
  readonly perSecond: number;
}

const rounds = 4;
const fewRounds = 5;
const subject = 'bench/subjects/planning.ts';

/** Everyone of a large health system is due. */
const everyone = 30_000;

/** What a Monday's planning costs: near what the bare database needs, and it follows who is due, not who is there. */
export const planning: Figure = {
  name: 'planning',
  async measure(): Promise<readonly Measured[]> {
    const onServer = await withPostgres(async (newDatabase) => {
      const play = async (script: string) => run(script, await newDatabase(), everyone, everyone);
      const played = await inTurns(
        rounds,
        () => play(subject),
        () => play('bench/floors/bare-postgres.ts'),
      );
      return besideBare(played, 'PostgreSQL', 'the same rows by bare pg', 0.5);
    });
    const inFiles = await inTurns(
      rounds,
      () => inFile(subject),
      () => inFile('bench/floors/bare-sqlite.ts'),
    );
    return [
      besideBare(inFiles, 'SQLite', 'the same rows by bare better-sqlite3', 0.6),
      ...(onServer === null ? [] : [onServer]),
      await fewOfMany(),
    ];
  },
};

function besideBare(
  played: Awaited<ReturnType<typeof inTurns<Planned>>>,
  database: string,
  against: string,
  atLeast: number,
): Measured {
  const what = `members planned a second on ${database}, all of ${everyone.toLocaleString('en')} due`;
  return compared(played, (one) => one.perSecond, { what, against, best: 'most', aim: { atLeast } });
}

/** A thousand who are due, of a million and of ten thousand: each time in a fresh copy of the same file. */
function fewOfMany(): Promise<Measured> {
  return withFolder(async (folder) => {
    const filled = async (members: number): Promise<string> => {
      const file = `${folder}/of-${members}.db`;
      await runChild('bench/subjects/members-in.ts', {
        DATABASE: `sqlite:${file}`,
        MEMBERS: String(members),
        DUE: '1000',
      });
      return file;
    };
    const [many, few] = [await filled(1_000_000), await filled(10_000)];
    const play = async (file: string): Promise<Planned> => {
      await copyFile(file, `${folder}/copy.db`);
      await onDisk(`${folder}/copy.db`);
      return run(subject, `sqlite:${folder}/copy.db`, 0, 1_000);
    };
    const played = await inTurns(
      fewRounds,
      () => play(many),
      () => play(few),
    );
    return compared(played, ({ ms }) => ms, {
      what: 'ms for 1,000 due of 1,000,000 on SQLite',
      against: '1,000 due of 10,000',
      best: 'least',
      aim: { atMost: 1.2 },
    });
  });
}

/** Otherwise the first commit would wait for hundreds of megabytes of the copy. */
async function onDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}

function inFile(script: string): Promise<Planned> {
  return withFolder((folder) => run(script, `sqlite:${folder}/buddy.db`, everyone, everyone));
}

function run(script: string, database: string, members: number, due: number): Promise<Planned> {
  return runChild<Planned>(script, { DATABASE: database, MEMBERS: String(members), DUE: String(due) });
}
