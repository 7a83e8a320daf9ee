// Writes what a hospital installs from, with what proves it: npm run release -- --out FOLDER [--key FILE].
// The archive of what serves, a list of all that is in it (CycloneDX), their checksums, and a signature of these. Made of what is
// committed alone, and twice: the same commit gives the same bytes, so anyone can make them again and compare.
import { execFileSync } from 'node:child_process';
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Command } from 'commander';
import { materials } from './materials.mjs';

const root = join(import.meta.dirname, '..');
const served = [
  ...[
    'adapters',
    'docs',
    'migrations',
    'prompts',
    'src',
    'scripts/install-once.mjs',
    'scripts/teams-package.mjs',
  ],
  ...['package.json', 'package-lock.json', '.npmrc', '.env.example', 'manifest.yml'],
  ...['Dockerfile', '.dockerignore', 'compose.yaml', 'README.md', 'CHANGELOG.md', 'SECURITY.md', 'LICENSE'],
];

const { out, key } = new Command('npm run release --')
  .description('Writes the archive of this version, its SBOM and their checksums.')
  .requiredOption('--out <folder>', 'where to')
  .option('--key <file>', 'an Ed25519 private key in PEM, to sign the checksums with')
  .parse()
  .opts();

const run = (program, words, cwd = root) =>
  execFileSync(program, words, { cwd, maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'inherit'] });

if (String(run('git', ['status', '--porcelain'])).trim() !== '') {
  console.error(
    'Something here is not committed, and would not be in the release. Commit it, or take it away.',
  );
  process.exit(1);
}

const locked = {
  manifest: run('git', ['show', 'HEAD:package.json']),
  lock: run('git', ['show', 'HEAD:package-lock.json']),
};
const { version } = JSON.parse(String(locked.manifest));
const tags = String(run('git', ['tag', '--points-at', 'HEAD', '--list', 'v[0-9]*']))
  .split('\n')
  .filter(Boolean);
if (tags.some((tag) => tag !== `v${version}`)) {
  console.error(
    `This commit has the tag ${tags.join(', ')}, and package.json says ${version}. Make them the same.`,
  );
  process.exit(1);
}
const name = `buddy-${version}`;
const committedAt = String(run('git', ['log', '-1', '--format=%cI'])).trim();

const [files, again] = [make(), make()];
for (const [file, bytes] of files) {
  if (!again.get(file).equals(bytes)) throw new Error(`${file} came out differently the second time.`);
}
mkdirSync(out, { recursive: true });
for (const [file, bytes] of files) writeFileSync(join(out, file), bytes);
console.log(
  `${[...files.keys()].join(', ')} in ${out}, from ${String(run('git', ['rev-parse', 'HEAD'])).trim()}.`,
);

function make() {
  const made = new Map([
    [`${name}.tar.gz`, archive()],
    [`${name}.cdx.json`, Buffer.from(materials({ ...locked, at: committedAt }))],
  ]);
  const sums = Buffer.from([...made].map(([file, bytes]) => `${sha256(bytes)}  ${file}\n`).join(''));
  made.set('SHA256SUMS', sums);
  if (key !== undefined) {
    const secret = createPrivateKey(readFileSync(key));
    made.set('SHA256SUMS.sig', sign(null, sums, secret));
    made.set('SHA256SUMS.pub', Buffer.from(createPublicKey(secret).export({ type: 'spki', format: 'pem' })));
  }
  return made;
}

/** As git has it, whatever lies around here; git puts the time of the commit on every file. */
function archive() {
  return gzipSync(run('git', ['archive', '--format=tar', `--prefix=${name}/`, 'HEAD', ...served]), {
    level: 9,
  });
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
