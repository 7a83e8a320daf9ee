import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './hospital.ts';
import { installed } from './installed.ts';
import { unprivileged } from './postgres-server.ts';

/** The real PgBouncer, before a PostgreSQL server. */
export interface PgBouncer {
  /** The same database as `behind`, reached through it. */
  url(behind: string): string;
  stop(): Promise<void>;
}

/** Why it cannot be started here; null where it can. */
export function whyNoPgBouncer(): string | null {
  return installed('pgbouncer') !== null
    ? null
    : 'PgBouncer is not installed here (Debian: apt-get install pgbouncer)';
}

/** With the settings that Debian gives it, but for the pool's mode and where things are. */
export async function startPgBouncer(server: string, mode: 'session' | 'transaction'): Promise<PgBouncer> {
  const folder = mkdtempSync(join(tmpdir(), 'buddy-pgbouncer-'));
  const { username, password, hostname, port, searchParams } = new URL(server.replace('@/', '@localhost/'));
  const behind = [
    `host=${searchParams.get('host') ?? hostname}`,
    `port=${searchParams.get('port') ?? (port || '5432')}`,
    `user=${username}`,
    ...(password === '' ? [] : [`password=${decodeURIComponent(password)}`]),
  ];
  const settings = {
    listen_addr: '',
    listen_port: 6432,
    unix_socket_dir: folder,
    auth_type: 'any',
    pool_mode: mode,
    logfile: join(folder, 'log'),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(file, `[databases]\n* = ${behind.join(' ')}\n[pgbouncer]\n${lines.join('\n')}\n`);
  const owner = process.getuid?.() === 0 ? unprivileged() : null;
  if (owner !== null) for (const path of [folder, file]) chownSync(path, owner.uid, owner.gid);
  chmodSync(folder, 0o755);
  const path = installed('pgbouncer') ?? 'pgbouncer';
  const child = spawn(path, [file], { ...owner, cwd: folder, stdio: 'ignore' });
  const ended = once(child, 'exit');
  await until(() => existsSync(join(folder, '.s.PGSQL.6432'))).catch((cause: unknown) => {
    throw new Error(`PgBouncer did not start: ${readFileSync(join(folder, 'log'), 'utf8')}`, { cause });
  });
  return {
    url(behindIt) {
      const { pathname } = new URL(behindIt.replace('@/', '@localhost/'));
      return `postgres://buddy@${pathname}?host=${encodeURIComponent(folder)}&port=6432`;
    },
    async stop() {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
