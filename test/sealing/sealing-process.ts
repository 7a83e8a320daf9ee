import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Sealed } from '../../src/sealing/seals.ts';

interface Work {
  readonly folder: string;
  readonly text: string;
  readonly now: number;
  /** When to begin, so that several do at once. */
  readonly begin?: number;
}

const program = fileURLToPath(new URL('sealing-main.mjs', import.meta.url));

/** Seals a text in a process of its own. */
export async function startSealing(work: Work): Promise<Sealed> {
  const { out, signal } = await run({ ...work, killAt: 0 });
  if (signal !== null) throw new Error(`The process was ended by ${signal}.`);
  return JSON.parse(out);
}

/** The same, killed (-9) at its `step`th call to the file system; false when it came to its end before. */
export async function killedAt(step: number, work: Work): Promise<boolean> {
  const { signal } = await run({ ...work, killAt: step });
  return signal === 'SIGKILL';
}

function run(work: Work & { killAt: number }): Promise<{ out: string; signal: string | null }> {
  const child = spawn(process.execPath, [program, JSON.stringify(work)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (piece) => {
    out += piece;
  });
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (_code, signal) => done({ out, signal }));
  });
}
