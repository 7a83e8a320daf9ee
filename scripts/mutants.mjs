// Makes one small change after the other to each pure file, and asks its fast tests whether they notice. A change that
// none of them notices is listed in test/rules/unnoticed.yml with why it is the same program, or else this fails.
//   npm run mutants                        all files
//   npm run mutants -- figures slack       those whose path holds one of the words
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { load } from 'js-yaml';
import { changesOf } from './mutants/changes.mjs';
import { filesAndTests } from './mutants/files.mjs';

/** A change is noticed too when its tests take so many times as long as without it, and some: an endless loop. */
const patience = { times: 10, moreMs: 1_000 };
const leastNoticed = 0.9;

const words = process.argv.slice(2);
const chosen = filesAndTests.filter(
  ({ file }) => words.length === 0 || words.some((word) => file.includes(word)),
);
const listed = load(readFileSync('test/rules/unnoticed.yml', 'utf8')) ?? [];

/** Which changes to the file its tests have not noticed. */
async function unnoticedIn({ file, tests }) {
  const changes = changesOf(readFileSync(file, 'utf8'));
  const unnoticed = [];
  let next = 0;
  while (next < changes.length) next = await runFrom(next);
  return { file, count: changes.length, unnoticed };

  /** The change to go on with: after the last, or after one that the process did not outlive. */
  async function runFrom(from) {
    const child = fork(
      new URL('mutants/worker.mjs', import.meta.url),
      [JSON.stringify({ file, tests, from })],
      {
        execArgv: ['--max-old-space-size=300', '--disable-warning=ExperimentalWarning'],
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      },
    );
    let [at, patienceMs, timer, said] = [from - 1, 0, undefined, ''];
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.on('message', ({ unchangedMs, begins, ends, noticedBy }) => {
      clearTimeout(timer);
      if (unchangedMs !== undefined) patienceMs = patience.times * unchangedMs + patience.moreMs;
      if (begins !== undefined) {
        at = begins;
        timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      }
      if (noticedBy === null) unnoticed.push(changes[ends]);
    });
    await once(child, 'close');
    clearTimeout(timer);
    if (at < from) throw new Error(`The tests of ${file} could not be run: ${said}`);
    return at + 1;
  }
}

const began = Date.now();
const results = [];
const queue = [...chosen];
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift())
      results.push(await unnoticedIn(one));
  }),
);

/** What the list says of this change; each line of it speaks for one. */
const open = listed.flatMap(({ file, line, changes }) => changes.map((change) => ({ file, line, change })));

function explained(file, line, { was, becomes }) {
  const index = open.findIndex(
    (one) => one.file === file && one.line === line && one.change === `${was} -> ${becomes}`,
  );
  return index >= 0 && open.splice(index, 1).length === 1;
}

let [total, missed, unexplained] = [0, 0, 0];
for (const { file, count, unnoticed } of results.sort((one, other) => one.file.localeCompare(other.file))) {
  const lines = readFileSync(file, 'utf8').split('\n');
  console.log(`${file}: ${count - unnoticed.length} of ${count} noticed`);
  for (const change of unnoticed) {
    const line = lines[change.line - 1]?.trim() ?? '';
    if (explained(file, line, change)) continue;
    unexplained += 1;
    console.log(`  ${change.line}: ${change.was} -> ${change.becomes}\n      ${line}`);
  }
  total += count;
  missed += unnoticed.length;
}
const stale = open.filter((one) => chosen.some(({ file }) => file === one.file));
for (const { file, change, line } of stale) {
  console.log(`listed as the same program, but noticed or gone: ${file}: ${change} in ${line}`);
}
const share = (total - missed) / total;
const seconds = Math.round((Date.now() - began) / 1000);
console.log(`${total - missed} of ${total} changes noticed (${(100 * share).toFixed(1)} %), in ${seconds} s`);
if (unexplained > 0 || stale.length > 0 || share < leastNoticed) process.exitCode = 1;
