import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { smallDisk } from '../faults/support/small-disk.ts';

const logger = new URL('../../src/system/logger.ts', import.meta.url).href;
const lines = new URL('../../src/system/log-lines.ts', import.meta.url).href;

/** A program that logs, then says something on its standard error. */
function logging(work: string) {
  const script = `const { createLog } = await import('${logger}'); const log = createLog('info', 1); ${work}`;
  return spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}

test('a reader of the log that goes away does not end the program', async () => {
  const program = logging(`
    for (let nth = 0; nth < 20; nth += 1) {
      log.info('a line');
      log.error('another');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    console.error('still here');
  `);
  program.stdout.once('data', () => program.stdout.destroy());
  const [said, [code]] = await Promise.all([textOf(program.stderr), once(program, 'exit')]);
  expect(code).toBe(0);
  expect(said).toContain('still here');
});

/** Logs to what a descriptor is open on, and says at the end whether it still lives. */
async function loggingTo(target: number, work: string) {
  const script = `const { createLog } = await import('${logger}');
    const { linesLost } = await import('${lines}');
    const log = createLog('info', 1); ${work}; console.error('still here, lost', linesLost());`;
  const program = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', target, 'pipe'],
  });
  const said = program.stderr === null ? '' : await textOf(program.stderr);
  return { said, code: program.exitCode ?? (await once(program, 'exit'))[0] };
}

const logs = (times: number, line: string) => `
  for (let nth = 0; nth < ${times}; nth += 1) {
    log.info(${line}); log.error(${line});
    await new Promise((resolve) => setTimeout(resolve, 1));
  }`;

test('a log on a full disk does not end the program, which says so once and counts what is lost', async () => {
  const full = openSync('/dev/full', 'w');
  const few = await loggingTo(full, logs(20, "'a line'"));
  expect(few).toEqual({
    code: 0,
    said: "The log can't be written (ENOSPC). Buddy goes on without it.\nstill here, lost 0\n",
  });
  const many = await loggingTo(full, logs(200, "'x'.repeat(10_000)"));
  closeSync(full);
  expect(many.code).toBe(0);
  expect(Number(/lost (\d+)/.exec(many.said)?.[1])).toBeGreaterThan(250);
});

const disk = smallDisk(2);
if (disk === null)
  process.stdout.write('skipped: a log on a disk that is full, because mounting a small one takes root\n');
afterAll(() => disk?.remove());

(disk === null ? test.skip : test)(
  'once there is room again, the log goes on with what had to wait',
  async () => {
    const path = join(disk?.folder ?? '', 'log');
    const file = openSync(path, 'a');
    disk?.fill();
    const running = loggingTo(
      file,
      `${logs(10, "'waited'")}
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    ${logs(1, "'went on'")}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    disk?.free();
    const { code, said } = await running;
    closeSync(file);
    expect([code, said.match(/can't be written \(ENOSPC\)/g)?.length]).toEqual([0, 1]);
    const written = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).msg);
    expect(written.filter((msg) => msg === 'waited')).toHaveLength(20);
    expect(written.filter((msg) => msg === 'went on')).toHaveLength(2);
  },
);

test('what was logged last is written when the program ends at once', async () => {
  const program = logging(`log.info('first'); log.warn('second'); log.info('third'); process.exit(0);`);
  const written = (await textOf(program.stdout)).trim().split('\n');
  expect(written.map((line) => JSON.parse(line).msg)).toEqual(['first', 'second', 'third']);
});
