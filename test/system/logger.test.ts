import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';

const logger = new URL('../../src/system/logger.ts', import.meta.url).href;

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

test('what was logged last is written when the program ends at once', async () => {
  const program = logging(`log.info('first'); log.warn('second'); log.info('third'); process.exit(0);`);
  const lines = (await textOf(program.stdout)).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['first', 'second', 'third']);
});
