// Seals one text, and ends itself with SIGKILL at a given call to the file system.
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const { folder, text, now, begin = 0, killAt } = JSON.parse(process.argv[2]);

let calls = 0;
function counted(owner, name) {
  const real = owner[name];
  owner[name] = function (...args) {
    calls += 1;
    if (calls === killAt) process.kill(process.pid, 'SIGKILL');
    return real.apply(this, args);
  };
}

if (killAt > 0) {
  const handle = await fs.open(process.argv[1], 'r');
  const FileHandle = Object.getPrototypeOf(handle);
  await handle.close();
  for (const name of ['open', 'link', 'unlink', 'mkdir', 'stat', 'readdir']) counted(fs, name);
  for (const name of ['read', 'write', 'sync', 'stat', 'close']) counted(FileHandle, name);
  syncBuiltinESMExports();
}

const { createSeals } = await import('../../src/sealing/seals.ts');
while (Date.now() < begin);
console.log(JSON.stringify(await createSeals(folder).seal(text, now)));
