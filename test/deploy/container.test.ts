import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { installedForNobody } from '../support/for-nobody.ts';
import { until } from '../support/hospital.ts';
import { linesUnder } from '../support/manual.ts';
import { nobody } from '../support/program.ts';
import { startSlack } from '../support/slack/stand-in.ts';

const onPostgres = readFileSync(join(import.meta.dirname, '../../docs/postgresql.md'), 'utf8');
const root = join(import.meta.dirname, '../..');
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM ')).replaceAll('\\\n', ' ').split('\n');

/** The paths of the project that end up in the image. */
function copied(): string[] {
  const copies = lastStage.filter((line) => line.startsWith('COPY ') && !line.includes('--from='));
  return copies.flatMap((line) =>
    line
      .split(' ')
      .filter((word) => !word.startsWith('--'))
      .slice(1, -1),
  );
}

/** The command after an instruction, as Docker would run it. */
function command(instruction: 'CMD' | 'HEALTHCHECK'): string[] {
  const line = lastStage.find((one) => one.startsWith(instruction)) ?? '';
  return JSON.parse(line.slice(line.indexOf('['))) as string[];
}

function imageEnvironment(): Record<string, string> {
  const words = (lastStage.find((line) => line.startsWith('ENV ')) ?? '').split(' ').slice(1);
  return Object.fromEntries(words.map((word) => word.split('=')));
}

let folder: string | null = null;
let child: ChildProcess | null = null;
afterEach(async () => {
  if (child !== null && child.exitCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  child = null;
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
  folder = null;
});

test('what the Dockerfile copies is enough to run, for another user, who can write to the data alone', async () => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-image-'));
  chmodSync(folder, 0o755);
  const app = join(folder, 'app');
  for (const path of copied()) cpSync(join(root, path), join(app, path), { recursive: true });
  const installed = installedForNobody();
  symlinkSync(join(installed.folder, 'node_modules'), join(app, 'node_modules'));
  execFileSync('chmod', ['-R', 'a+rX,a-w', app]);
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (nobody.uid !== undefined) chownSync(data, nobody.uid, nobody.uid);

  const slack = await startSlack();
  const port = String(20_000 + (process.pid % 20_000));
  const here = { HOST: '127.0.0.1', PORT: port, DATABASE_URL: `sqlite:${data}/buddy.db` };
  const env = { ...imageEnvironment(), ...slack.env(), ...here };
  const run = (words: readonly string[]): ChildProcess =>
    spawn(words[0] ?? '', words.slice(1), { cwd: app, env, stdio: ['ignore', 'pipe', 'inherit'], ...nobody });
  const isHealthy = async (): Promise<boolean> => {
    const [code] = await once(run(command('HEALTHCHECK')), 'exit');
    return code === 0;
  };
  try {
    expect(await isHealthy()).toBe(false);
    child = run(command('CMD'));
    await until(isHealthy);
    if (nobody.uid !== undefined) expect(statSync(join(data, 'buddy.db')).uid).toBe(nobody.uid);
    expect(statSync(join(data, 'buddy.db')).mode & 0o777).toBe(0o600);
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
    expect(await isHealthy()).toBe(false);
  } finally {
    await slack.stop();
    installed.remove();
  }
}, 60_000);

test('the build gets what it copies, and neither settings nor data', () => {
  const lines = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
  const rules = lines.filter((line) => line !== '' && !line.startsWith('#'));
  expect(rules[0]).toBe('*');
  const allowed = rules.slice(1).map((rule) => rule.replace('!', ''));
  expect([...allowed].sort()).toEqual([...new Set([...copied(), 'package-lock.json', '.npmrc'])].sort());
});

test('the image runs as nobody in particular, can write to the data alone, and plays nothing', () => {
  expect(lastStage).toContain('USER 1000:1000');
  expect(lastStage).toContain('VOLUME /data');
  const copies = lastStage.filter((line) => line.startsWith('COPY '));
  expect(copies.filter((line) => !line.includes('--chown=0:0'))).toEqual([]);
  expect(imageEnvironment()).toMatchObject({ NODE_ENV: 'production', PLAYGROUND: 'false' });
});

test('there is one Node in the image: the one of the lock, as everywhere else', () => {
  expect(lastStage.join('\n').trim()).toMatch(/^FROM debian:/);
  expect(dockerfile).toContain('rm -r node_modules/node/node_modules');
});

test('image, unit and manual install in the same way, and say which version they are', () => {
  const typed = linesUnder('As a service').find((line) => line.startsWith('npm ')) ?? '';
  expect(typed).toMatch(/^npm ci --omit=dev/);
  expect(dockerfile).toContain(typed);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(dockerfile).toContain(`org.opencontainers.image.version=${version} `);
  const security = readFileSync(join(root, 'SECURITY.md'), 'utf8');
  const [, tested] = /Tested on version (\d+)/.exec(onPostgres) ?? [];
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: { node: string };
  };
  expect(security).toContain(`Node ${dependencies.node.split('.')[0]}, which Buddy brings along`);
  expect(security).toContain(`PostgreSQL ${tested}, on which the tests run`);
});

interface Service {
  readonly [key: string]: unknown;
  readonly environment: Record<string, string>;
}

test('with compose, Buddy waits for a database that is well, and both can do as little as possible', () => {
  const text = readFileSync(join(root, 'compose.yaml'), 'utf8');
  const { services } = load(text) as { services: Record<'buddy' | 'postgres', Service> };
  const { buddy, postgres } = services;
  for (const service of [buddy, postgres]) {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
  }
  expect(buddy).toMatchObject({
    env_file: '.env',
    depends_on: { postgres: { condition: 'service_healthy' } },
  });
  expect(buddy.ports).toEqual(['127.0.0.1:3000:3000']);
  expect(postgres).not.toHaveProperty('ports');
  const { POSTGRES_USER: user, POSTGRES_DB: database } = postgres.environment;
  expect(buddy.environment.DATABASE_URL).toMatch(new RegExp(`^postgres://${user}:.*@postgres/${database}$`));
  expect(text).not.toMatch(/PASSWORD: (?!\$\{)/);
  const [, tested] = /Tested on version (\d+)/.exec(onPostgres) ?? [];
  expect(postgres.image).toMatch(new RegExp(`^postgres:${tested}-`));
});

/** What systemd says to a unit of ours, where it is installed; null where it isn't. */
function systemdOn(name: string, words: readonly string[]): string | null {
  try {
    execFileSync('systemd-analyze', ['--version'], { stdio: 'ignore' });
  } catch {
    console.log('skipped: systemd-analyze is not installed here, so nobody reads the units.');
    return null;
  }
  folder ??= mkdtempSync(join(tmpdir(), 'buddy-unit-'));
  for (const unit of ['buddy.service', 'buddy-backup.service', 'buddy-backup.timer']) {
    const text = readFileSync(join(root, 'docs/deploy', unit), 'utf8');
    // Where it names what is not on this machine: the program.
    writeFileSync(join(folder, unit), text.replace('/opt/buddy/src/start.sh', join(root, 'src/start.sh')));
  }
  // As the manual puts them beside the units.
  for (const [dropIn, unit] of [
    ['buddy@port.conf', 'buddy@.service'],
    ['buddy-backup-encrypted.conf', 'buddy-backup.service'],
  ] as const) {
    mkdirSync(join(folder, `${unit}.d`), { recursive: true });
    cpSync(join(root, 'docs/deploy', dropIn), join(folder, `${unit}.d`, dropIn));
  }
  cpSync(join(folder, 'buddy.service'), join(folder, 'buddy@.service'));
  const said = spawnSync('systemd-analyze', [...words, join(folder, name)], { encoding: 'utf8' });
  return said.status === 0 ? said.stderr : `${said.stdout}${said.stderr}`;
}

test.each(['buddy.service', 'buddy@.service', 'buddy-backup.service', 'buddy-backup.timer'])(
  'systemd understands %s',
  (unit) => {
    expect(systemdOn(unit, ['verify', '--man=no']) ?? '').toBe('');
  },
);

test('systemd finds little that the service could do beside its work', () => {
  // Of 100: 0 can do nothing, 100 whatever its user can. Ours is at 15.
  expect(systemdOn('buddy.service', ['security', '--offline=true', '--threshold=20']) ?? '').toBe('');
});

test('the unit starts what the image starts, and plays nothing', () => {
  const text = readFileSync(join(root, 'docs/deploy/buddy.service'), 'utf8');
  expect(text).toContain(`ExecStart=/opt/buddy/${command('CMD').join(' ')}\n`);
  expect(text).toMatch(/^Environment=NODE_ENV=production PLAYGROUND=false$/m);
});
