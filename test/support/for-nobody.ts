import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nobody } from './program.ts';

const root = join(import.meta.dirname, '../..');

/** A folder with the program in it, as everyone may read and run it. */
export interface Installed {
  readonly folder: string;
  remove(): void;
}

/** This folder, or a copy where others than its owner may not look into it: a clone in root's home, for instance. */
export function installedForNobody(): Installed {
  if (canNobodyRunIt()) return { folder: root, remove: () => {} };
  const above = mkdtempSync(join(tmpdir(), 'buddy-installed-'));
  chmodSync(above, 0o755);
  const folder = join(above, 'app');
  for (const path of ['package.json', 'adapters', 'migrations', 'prompts', 'src', ...productionPackages()]) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  mkdirSync(join(folder, 'node_modules/.bin'));
  symlinkSync('../node/bin/node', join(folder, 'node_modules/.bin/node'));
  execFileSync('chmod', ['-R', 'a+rX', above]);
  return { folder, remove: () => rmSync(above, { recursive: true, force: true }) };
}

function canNobodyRunIt(): boolean {
  const read = ['-e', 'fs.readFileSync("src/main.ts"); fs.readFileSync("node_modules/kysely/package.json")'];
  return spawnSync(process.execPath, read, { cwd: root, stdio: 'ignore', ...nobody }).status === 0;
}

/** The folders that `npm install --omit=dev --omit=optional` would make; what is nested in one comes with it. */
function productionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: true; optional?: true; devOptional?: true }>;
  };
  const needed = Object.entries(packages).filter(([, one]) => !one.dev && !one.optional && !one.devOptional);
  return needed.map(([path]) => path).filter((path) => path.lastIndexOf('node_modules/') === 0);
}
