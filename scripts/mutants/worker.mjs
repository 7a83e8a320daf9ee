import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { changed, changesOf } from './changes.mjs';
import { takeTests } from './jest-globals.mjs';

/** Runs the tests of one file against each change to it, in this very process: a test file is imported again each time. */
const { file, tests, from } = JSON.parse(process.argv[2] ?? '');
const source = readFileSync(file, 'utf8');
const changes = changesOf(source);
const target = pathToFileURL(file).href;
const globals = new URL('jest-globals.mjs', import.meta.url).href;

// The same examples each time: whether a change is noticed is no matter of luck.
fc.configureGlobal({ seed: 1 });

let round = -1;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: globals, shortCircuit: true };
    const found = next(specifier, context);
    if (!found.url.startsWith('file:') || found.url.includes('/node_modules/') || found.url === globals)
      return found;
    return { ...found, url: `${found.url.replace(/\?.*/, '')}?round=${round}` };
  },
  load(url, context, next) {
    if (round < 0 || url.replace(/\?.*/, '') !== target) return next(url, context);
    return { format: 'module-typescript', source: changed(source, changes[round]), shortCircuit: true };
  },
});

/** The first test that fails; null when all pass. */
async function firstFailure() {
  for (const path of tests) {
    try {
      await import(pathToFileURL(path).href);
    } catch (error) {
      takeTests();
      return `import: ${error.message}`;
    }
    for (const { name, run } of takeTests()) {
      try {
        await run();
      } catch {
        return name;
      }
    }
  }
  return null;
}

const began = performance.now();
const failure = await firstFailure();
if (failure !== null) throw new Error(`${file}: "${failure}" fails without any change`);
process.send({ unchangedMs: performance.now() - began });
for (round = from; round < changes.length; round += 1) {
  process.send({ begins: round });
  process.send({ ends: round, noticedBy: await firstFailure() });
}
process.disconnect();
