import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '../support/hospital.ts';
import { installed, whyNotInstalled } from '../support/installed.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';

const root = join(import.meta.dirname, '../..');
/** A Debian made by `debootstrap --variant=minbase bookworm FOLDER`: what the images begin at where no registry can be asked. */
const base = process.env.TEST_IMAGE_BASE ?? '';

function whyNoImage(): string | null {
  if (base === '') return 'TEST_IMAGE_BASE names no Debian to begin at';
  if (process.getuid?.() !== 0) return 'only root can build it';
  return whyNotInstalled('buildah', 'npm');
}
const why = whyNoImage();
if (why !== null) console.log(`skipped: the image as it is built, since ${why}.`);

const store = why === null ? mkdtempSync(join(tmpdir(), 'buddy-image-store-')) : '';
const at = ['--root', `${store}/root`, '--runroot', `${store}/run`, '--storage-driver', 'vfs'];

async function buildah(...words: readonly string[]): Promise<string> {
  const child = spawn('buildah', [...at, ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, all] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
    all += text;
  });
  child.stderr.on('data', (text) => {
    all += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`buildah ${words.join(' ')}: ${code}\n${all}`);
  return out.trim();
}

/** The two that the Dockerfile begins at, by the names that it has for them. */
async function makeBases(): Promise<void> {
  const container = await buildah('from', 'scratch');
  await buildah('add', '--quiet', container, base, '/');
  await buildah('commit', '--quiet', container, 'docker.io/library/debian:bookworm-slim');
  const npm = dirname(dirname(realpathSync(installed('npm') ?? '')));
  const node = realpathSync(join(root, 'node_modules/node/bin/node'));
  await buildah('add', '--quiet', container, node, '/usr/local/bin/node');
  await buildah('add', '--quiet', container, npm, '/usr/local/lib/node_modules/npm');
  const rest =
    'ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm && useradd --uid 1000 --create-home node';
  await buildah('run', '--isolation', 'chroot', container, '--', 'sh', '-c', rest);
  await buildah('commit', '--quiet', container, 'docker.io/library/node:24-bookworm-slim');
}

(why === null ? describe : describe.skip)('the image, built', () => {
  const port = String(20_000 + (process.pid % 20_000));
  let slack: Slack;
  let container: string;
  let server: ChildProcess;
  const words = (command: readonly string[]) => {
    const env = Object.entries({ ...slack.env(), PORT: port, HOST: '127.0.0.1' });
    const settings = env.flatMap(([name, value]) => ['--env', `${name}=${value}`]);
    return ['run', '--isolation', 'chroot', ...settings, container, '--', ...command];
  };
  const inside = (line: string) => buildah(...words(['sh', '-c', line]));

  beforeAll(async () => {
    slack = await startSlack();
    await makeBases();
    const authority = process.env.NODE_EXTRA_CA_CERTS;
    const secret = authority === undefined ? [] : ['--secret', `id=ca,src=${authority}`];
    await buildah(
      ...[
        'bud',
        '--isolation',
        'chroot',
        '--format',
        'docker',
        '--pull=never',
        ...secret,
        '--tag',
        'buddy',
        '.',
      ],
    );
    container = await buildah('from', '--pull=never', 'localhost/buddy');
    server = spawn('buildah', [...at, ...words(['src/start.sh', 'src/main.ts'])], { stdio: 'ignore' });
    await until(
      async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.status === 200,
      60_000,
    );
  }, 900_000);
  afterAll(async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
    await slack.stop();
    rmSync(store, { recursive: true, force: true });
  }, 300_000);

  test('serves as nobody in particular, who can write to the data alone', async () => {
    expect(await inside('id -u')).toBe('1000');
    expect(await inside('touch /data/x && rm /data/x && echo yes')).toBe('yes');
    expect(
      await inside(
        'for f in /app/src/x /app/node_modules/x /usr/x; do touch $f 2>/dev/null && echo $f; done; true',
      ),
    ).toBe('');
    expect(await inside('find /app ! -user root -o ! -type l -perm /022 | head')).toBe('');
  }, 120_000);

  test('has one Node, and is healthy by its own account', async () => {
    expect(await inside('find / -xdev -type f -name node -perm -100 2>/dev/null; true')).toBe(
      '/app/node_modules/node/bin/node',
    );
    const about = JSON.parse(await buildah('inspect', '--type', 'image', 'localhost/buddy'));
    const [, ...check] = about.Docker.config.Healthcheck.Test as string[];
    await buildah(...words(check));
  }, 120_000);

  test('its commands find the settings and the data, and a copy comes out through a pipe', async () => {
    expect(await inside('buddy check')).toContain('/data/buddy.db');
    expect(await inside('cd / && buddy backup - | head -c 15')).toBe('SQLite format 3');
  }, 120_000);
});
