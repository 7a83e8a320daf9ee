import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const git = spawnSync('git', ['-C', root, 'rev-parse', 'HEAD'], { encoding: 'utf8' });
if (git.status !== 0) console.log('skipped: the command that writes a dossier, since this is no clone.');
const inAClone = git.status === 0 ? test : test.skip;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-dossier-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As on a machine that reaches no registry. */
function write(out: string) {
  return spawnSync(process.execPath, ['scripts/dossier.mjs', '--out', join(folder, out)], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, npm_config_registry: 'http://127.0.0.1:9' },
  });
}

const written = (out: string) =>
  new Map(
    readdirSync(join(folder, out)).map((name) => [name, readFileSync(join(folder, out, name), 'utf8')]),
  );

inAClone(
  'npm run dossier writes the same files each time, without a network, and overwrites none',
  () => {
    for (const out of ['once', 'twice']) expect(write(out)).toMatchObject({ status: 0, stderr: '' });
    const files = written('once');
    expect(written('twice')).toEqual(files);
    expect(files.get('index.html')).toContain(git.stdout.trim());
    expect(write('once')).toMatchObject({ status: 1, stderr: expect.stringContaining('overwrites nothing') });

    const [list = ''] = [...files.keys()].filter((name) => name.endsWith('.cdx.json'));
    const { components } = JSON.parse(files.get(list) ?? '') as {
      readonly components: readonly { readonly name: string }[];
    };
    const names = components.map(({ name }) => name);
    expect(names).toContain('better-sqlite3');
    expect(names).not.toContain('jest');
  },
  60_000,
);
