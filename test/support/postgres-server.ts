import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A PostgreSQL server for one run of the tests. */
export interface PostgresServer {
  /** Of a database in which others can be made. */
  readonly url: string;
  /** Away: as an operator stops it, or as after a crash. Every connection is cut. */
  down(how?: 'fast' | 'immediate'): Promise<void>;
  up(): Promise<void>;
  /** For good. */
  stop(): Promise<void>;
}

const debian = '/usr/lib/postgresql';

/** The folder with `initdb` and `postgres`, newest version first; null where there is none. */
export function postgresPrograms(): string | null {
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((one, other) => Number(other) - Number(one))
    : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  const found = folders.find((folder) =>
    ['initdb', 'pg_ctl'].every((name) => existsSync(join(folder, name))),
  );
  return found ?? null;
}

/** Why the tests cannot run on PostgreSQL here; null when they can. */
export function whyNoPostgres(): string | null {
  if (process.env.TEST_POSTGRES_URL) return null;
  if (postgresPrograms() === null) {
    return 'no PostgreSQL is installed here (Debian: apt-get install postgresql), and TEST_POSTGRES_URL names none';
  }
  if (process.getuid?.() === 0 && unprivileged() === null) {
    return 'PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody';
  }
  return null;
}

/**
 * A server in a folder of its own, on a socket there. Its databases order texts by language, as most do, so that code
 * which counts on the order of bytes is found out. `quick`: without the care that real data needs. `keeps commits`: what
 * was committed stays when it is stopped at once, as on any server that was not told otherwise.
 */
export async function startPostgres(care: 'quick' | 'keeps commits' = 'quick'): Promise<PostgresServer> {
  const programs = postgresPrograms() ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'buddy-postgres-'));
  const owner = process.getuid?.() === 0 ? unprivileged() : null;
  if (owner !== null) chownSync(folder, owner.uid, owner.gid);
  const run = async (program: string, words: readonly string[]): Promise<boolean> => {
    const child = spawn(join(programs, program), words, { ...owner, cwd: folder, stdio: 'ignore' });
    const [code] = await once(child, 'exit');
    return code === 0;
  };

  const data = join(folder, 'data');
  const fresh = ['-D', data, '-U', 'buddy', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  if (!(await run('initdb', [...fresh, '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-US']))) {
    rmSync(data, { recursive: true, force: true });
    if (!(await run('initdb', fresh))) throw new Error('initdb failed.');
  }
  // The machine does not go down: only this server does, and what it wrote is there without waiting for the disk.
  const careless = '-c fsync=off -c full_page_writes=off -c max_connections=200';
  const commits = `-c synchronous_commit=${care === 'quick' ? 'off' : 'on'}`;
  const options = `-k ${folder} -c listen_addresses= ${careless} ${commits}`;
  // Everybody is let in, but for one user who needs a password.
  writeFileSync(join(data, 'pg_hba.conf'), 'local all locked scram-sha-256\nlocal all all trust\n');
  const log = join(folder, 'log');
  const up = async (): Promise<void> => {
    if (await run('pg_ctl', ['-D', data, '-o', options, '-l', log, '-w', 'start'])) return;
    throw new Error(`PostgreSQL did not start: ${existsSync(log) ? readFileSync(log, 'utf8') : ''}`);
  };
  const down = async (how = 'immediate'): Promise<void> =>
    void (await run('pg_ctl', ['-D', data, '-m', how, '-w', 'stop']));
  await up();
  return {
    url: `postgres://buddy@/postgres?host=${encodeURIComponent(folder)}`,
    down,
    up,
    async stop() {
      await down();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The user that a server runs as where the tests run as root; null where there's none. */
export function unprivileged(): { uid: number; gid: number } | null {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (kind: string): number => Number(execFileSync('id', [kind, name], { stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // The next one.
    }
  }
  return null;
}
