// The long form of test/faults: runs it, prints the table, and writes docs/faults.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'buddy-faults-report-'));
const file = join(folder, 'findings.jsonl');
const only = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [
    ...[
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
    ],
    ...['--runInBand', ...(only.length > 0 ? only : ['test/faults'])],
  ],
  { stdio: 'inherit', env: { ...process.env, FAULTS_SIZE: 'long', FAULTS_REPORT: file } },
);
const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
rmSync(folder, { recursive: true });
const findings = lines.map((line) => JSON.parse(line)).sort((one, other) => one.run.localeCompare(other.run));
const rows = findings.map(({ run, did, found, seed }) => `| ${run} | ${did} | ${found} | ${seed} |`);
const table = ['| Run | What was done | What came of it | Seed |', '| --- | --- | --- | --- |', ...rows].join(
  '\n',
);
console.log(`\n${table}`);
if (status !== 0) {
  console.error('\nSome runs failed: docs/faults.md stays as it is.');
  process.exit(status ?? 1);
}
if (only.length > 0) process.exit(0);

const machine = `${cpus().length} cores and ${Math.round(totalmem() / 2 ** 30)} GB of memory`;
writeFileSync(
  'docs/faults.md',
  `# What goes wrong, tried out

Made by \`npm run faults\` on a machine with ${machine}; takes about forty minutes. A short form of every run is part of
\`npm test\`. Everything random in a run comes from its seed: \`FAULTS_SEED=<seed> npm test -- test/faults\` has the short form
again, \`FAULTS_SEED=<seed> npm run faults\` the long one. Where several processes race, the seed says what was tried and not
who won.

Where a process is killed, stopped or replaced, or its database restarted, each run is made twice: "at 300 a minute", the pace
that Slack's messages have by default, and "unpaced", where eight messages at a time race with what goes wrong. Every other run is
unpaced on Slack, and at Teams' 30 a second.

"Lost" is someone who never got their questions, "doubled" a message that came twice. What may come twice is said in
[ARCHITECTURE.md](ARCHITECTURE.md#what-is-guaranteed): what the platform had taken and nobody had written down.

${table}

What each of these is, and what it must not do, stands in \`test/faults/\`.
`,
);
spawnSync('node_modules/.bin/biome', ['format', '--write', 'docs/faults.md'], { stdio: 'ignore' });
