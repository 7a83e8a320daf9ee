// Writes what a hospital's security office asks for: npm run dossier -- --out FOLDER.
// Markdown, and the same as pages to read and print, with the list of all that's installed (CycloneDX). Made of this folder alone: it asks
// no other host, and the same folder gives the same bytes. Writes nothing while a claim in it is held by no test.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { dossierOf } from './dossier/dossier.ts';
import { materials } from './materials.mjs';

const root = join(import.meta.dirname, '..');

const { out } = new Command('npm run dossier --')
  .description('Writes the dossier of this version for a security office.')
  .requiredOption('--out <folder>', 'where to; nothing may be in it')
  .parse()
  .opts();

try {
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new Error(`${out} has something in it. Name a new folder: a dossier overwrites nothing.`);
  const files = await dossierOf(root, build());
  mkdirSync(out, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(out, name), text);
  console.log(
    `Wrote ${files.size} files to ${out}. Open ${join(out, 'index.html')} in a browser, and print from there.`,
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function build() {
  const [manifest, lock] = ['package.json', 'package-lock.json'].map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  const at = git('log', '-1', '--format=%cI');
  const isAsCommitted = git('status', '--porcelain') === '';
  return {
    version: JSON.parse(manifest).version,
    commit: `commit ${git('rev-parse', 'HEAD')}${isAsCommitted ? '' : ', with changes that are not committed'}`,
    day: at.slice(0, 10),
    materials: materials({ manifest, lock, at }),
  };
}

function git(...words) {
  try {
    return execFileSync('git', words, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  } catch (error) {
    throw new Error('git does not say which version this is: write the dossier in a clone.', {
      cause: error,
    });
  }
}
