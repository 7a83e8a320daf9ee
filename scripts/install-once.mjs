// Runs before start, test and the commands, on whatever Node the machine has: installs what package-lock.json asks for and isn't
// there. `serves`: what the server and its commands need is enough; else what tests and checks need as well.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** The packages of a lock file, by their folder; npm keeps one of what it installed, no matter who asked it to. */
function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

const wanted = Object.entries(packagesOf('package-lock.json')).filter(([folder]) => folder !== '');
const installed = packagesOf('node_modules/.package-lock.json');
// Where someone develops, a start doesn't take away what tests need.
const onlyServes = process.argv[2] === 'serves' && !Object.values(installed).some(({ dev }) => dev);

const missing = wanted.filter(([folder, { version, dev, optional, devOptional }]) => {
  const isNeeded = !optional && !(onlyServes && (dev || devOptional));
  return isNeeded && installed[folder]?.version !== version;
});

if (missing.length > 0) {
  console.error('Installing what Buddy needs (once, about half a minute) ...');
  const only = onlyServes ? ['--omit=dev', '--omit=optional'] : [];
  const install = spawnSync(
    'npm',
    ['install', '--no-save', ...only, '--no-audit', '--no-fund', '--loglevel=error'],
    { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' },
  );
  if (install.status !== 0) {
    console.error(
      'npm install did not finish. Check the network or the registry, then run the same command again.',
    );
    process.exit(1);
  }
}
