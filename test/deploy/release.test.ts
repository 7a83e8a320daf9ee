import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

function whyNoRelease(): string | null {
  const told = spawnSync('git', ['-C', root, 'rev-parse', 'HEAD'], { stdio: 'ignore' });
  return told.status === 0 ? null : 'there is no git here, or this is no clone';
}

const why = whyNoRelease();
if (why !== null) console.log(`skipped: what a release is made of, since ${why}.`);

(why === null ? describe : describe.skip)('a release', () => {
  let folder: string;
  let clone: string;
  let out: string;
  const git = (...words: string[]) => execFileSync('git', ['-C', clone, ...words], { encoding: 'utf8' });
  const make = (...words: string[]) =>
    spawnSync(process.execPath, ['scripts/release.mjs', '--out', out, ...words], {
      cwd: clone,
      encoding: 'utf8',
    });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'buddy-release-'));
    [clone, out] = [join(folder, 'clone'), join(folder, 'out')];
    execFileSync('git', ['clone', '--quiet', '--shared', root, clone]);
    // As this folder has it, committed or not.
    for (const file of ['scripts/release.mjs', 'scripts/materials.mjs'])
      writeFileSync(join(clone, file), readFileSync(join(root, file)));
    writeFileSync(join(clone, '.git/info/exclude'), 'node_modules\n');
    symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
    const someone = ['-c', 'user.name=Someone', '-c', 'user.email=someone@hospital.example'];
    git('add', '--all');
    git(...someone, 'commit', '--quiet', '--allow-empty', '--message', 'To be released');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('has what serves and nothing that only tests need, and says what it is made of', () => {
    const key = join(folder, 'key.pem');
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const { status, stderr } = make('--key', key);
    expect([status, stderr]).toEqual([0, '']);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const [archive, materials] = [`buddy-${version}.tar.gz`, `buddy-${version}.cdx.json`];
    expect(readdirSync(out).sort()).toEqual(
      ['SHA256SUMS', 'SHA256SUMS.pub', 'SHA256SUMS.sig', materials, archive].sort(),
    );

    const inside = execFileSync('tar', ['-tzf', join(out, archive)], { encoding: 'utf8' }).split('\n');
    for (const file of ['src/main.ts', 'src/buddy.sh', 'docs/deploy/buddy.service', 'package-lock.json'])
      expect(inside).toContain(`buddy-${version}/${file}`);
    expect(inside.filter((file) => /\/(test|bench)\/|\.env$|node_modules/.test(file))).toEqual([]);

    const listed = JSON.parse(readFileSync(join(out, materials), 'utf8'));
    const names = listed.components.map(({ name }: { name: string }) => name);
    expect(names).toContain('better-sqlite3');
    expect(names).not.toContain('jest');

    const sums = readFileSync(join(out, 'SHA256SUMS'));
    const published = createPublicKey(readFileSync(join(out, 'SHA256SUMS.pub')));
    expect(verify(null, sums, published, readFileSync(join(out, 'SHA256SUMS.sig')))).toBe(true);
    for (const line of String(sums).trim().split('\n')) {
      const [sum, file = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(readFileSync(join(out, file)))
          .digest('hex'),
      ).toBe(sum);
    }
  }, 60_000);

  test('is the same bytes each time, from whichever folder, and its signature is checked as the manual says', () => {
    const first = readFileSync(join(out, 'SHA256SUMS'));
    const again = join(folder, 'again');
    const made = spawnSync(process.execPath, [join(clone, 'scripts/release.mjs'), '--out', again], {
      cwd: folder,
    });
    expect(made.status).toBe(0);
    expect(readFileSync(join(again, 'SHA256SUMS')).equals(first)).toBe(true);

    const manual = readFileSync(join(root, 'docs/operating.md'), 'utf8');
    const lines = [/`(sha256sum -c SHA256SUMS)`/, /`(openssl pkeyutl -verify[^`]*)`/].map(
      (line) => line.exec(manual)?.[1] ?? 'false',
    );
    const checked = () => lines.map((line) => spawnSync('sh', ['-c', line], { cwd: out }).status);
    expect(checked()).toEqual([0, 0]);
    writeFileSync(
      join(out, 'SHA256SUMS'),
      String(first).replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    );
    expect(checked()).toEqual([1, 1]);
    writeFileSync(join(out, 'SHA256SUMS'), first);
  }, 120_000);

  test('has the version that its tag says', () => {
    git('tag', 'v99.0.0');
    expect(make()).toMatchObject({ status: 1, stderr: expect.stringContaining('tag v99.0.0') });
    git('tag', '--delete', 'v99.0.0');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    git('tag', `v${version}`);
    expect(make()).toMatchObject({ status: 0, stderr: '' });
  }, 120_000);

  test('is not made of what is not committed', () => {
    writeFileSync(join(clone, 'src/extra.ts'), '');
    expect(make()).toMatchObject({ status: 1, stderr: expect.stringContaining('not committed') });
  });
});
