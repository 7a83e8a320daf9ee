import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Floors are bare; everything else runs with the flags that the program is started with. */
function nodeFor(script: string): string {
  return script.startsWith('bench/floors/') ? process.execPath : join(root, 'src/start.sh');
}

export interface Child {
  readonly process: ChildProcess;
  /** Milliseconds from the spawn to the line that was waited for. */
  readonly startedInMs: number;
  /** What the waited-for line said, by the pattern's first group. */
  readonly said: string;
  stop(): Promise<void>;
}

/** Starts a script of the project as a process of its own and waits for a line of its output. */
export async function startChild(
  script: string,
  environment: Readonly<Record<string, string>>,
  waitFor: RegExp,
): Promise<Child> {
  const spawnedAt = performance.now();
  const env = { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...environment };
  const child = spawn(nodeFor(script), [join(root, script)], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  const said = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      written += chunk;
      const found = waitFor.exec(written);
      if (found === null) return;
      resolve(found[1] ?? '');
      // What follows is the log of the run: read, so that the child never waits, and dropped.
      for (const stream of [child.stdout, child.stderr]) stream.off('data', read).resume();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}: ${written}`)));
  });
  const startedInMs = performance.now() - spawnedAt;
  return {
    process: child,
    startedInMs,
    said,
    async stop() {
      if (child.exitCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** The processor time that a child has had so far, which a busy neighbor doesn't change much. */
export function processorMs({ process: { pid } }: Child): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // Behind the name, which may hold anything: user and system time, in hundredths of a second.
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

/** Runs a command of the program to its end. Throws when it fails. */
export async function runToEnd(
  script: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const env = { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...environment };
  const child = spawn(nodeFor(script), [join(root, script), ...words], {
    cwd: root,
    env,
    stdio: 'ignore',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
}

/** Runs a script to its end; it prints one line of JSON, which is what this gives. */
export async function runChild<T>(script: string, environment: Readonly<Record<string, string>>): Promise<T> {
  const child = await startChild(script, environment, /^(\{.*\})$/m);
  await child.stop();
  return JSON.parse(child.said) as T;
}
