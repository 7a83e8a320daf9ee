// Runs before start, test and the commands, on whatever Node the machine has: installs what package-lock.json
// asks for, once. A stamp inside node_modules remembers which lock was installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.installed-lock';
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.error('Installing what Buddy needs (once, about half a minute) ...');
  const install = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) {
    console.error(
      'npm install did not finish. Check the network or the registry, then run the same command again.',
    );
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}
