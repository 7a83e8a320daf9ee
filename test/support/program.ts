import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './hospital.ts';

const root = join(import.meta.dirname, '../..');

/** Where it runs: not in the checkout, where a developer's own `.env` may lie. */
export const elsewhere = mkdtempSync(join(tmpdir(), 'buddy-cwd-'));
// For the user nobody as well.
chmodSync(elsewhere, 0o777);
process.once('exit', () => rmSync(elsewhere, { recursive: true, force: true }));

/** What the program gets of the environment: PATH, and what the test says. */
type Environment = Readonly<Record<string, string>>;

/** Who runs it, and where. */
export interface Runner {
  readonly uid?: number;
  readonly gid?: number;
  /** Where it's started: an empty folder when none is named. */
  readonly cwd?: string;
  /** The folder that has the program in it: this one when none is named. */
  readonly home?: string;
}

/** Someone that permissions count for, unlike for root. Who is not root is that already. */
export const nobody: Runner = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The finished program, as a process of its own. */
export interface Running {
  readonly url: string;
  /** Everything it has written so far. */
  output(): string;
  signal(signal: 'SIGTERM' | 'SIGKILL' | 'SIGHUP' | 'SIGSTOP' | 'SIGCONT'): void;
  /** Resolves with the exit code, null after SIGKILL. */
  readonly exited: Promise<number | null>;
}

/** A start on a machine that has much else to do (milliseconds). */
const startsWithinMs = 40_000;

/** Starts `src/main.ts` on a free port and waits until /readyz answers 200. */
export async function startProgram(environment: Environment, runner: Runner = {}): Promise<Running> {
  const child = spawnNode(['src/main.ts'], { PORT: '0', ...environment }, runner);
  const written = collect(child);
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  let [url, said] = ['', ''];
  const isReady = async (): Promise<boolean> => {
    if (child.exitCode !== null) throw new Error(`The program ended: ${written()}`);
    const port = /"port":(\d+)/.exec(written())?.[1];
    if (port === undefined) return false;
    url = `http://127.0.0.1:${port}`;
    const answer = await fetch(`${url}/readyz`);
    said = await answer.text();
    return answer.status === 200;
  };
  await until(isReady, startsWithinMs).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw new Error(`The program is not ready: ${said} ${written()}`, { cause: error });
  });
  return { url, output: written, signal: (signal) => child.kill(signal), exited };
}

/** Runs an operator's command to its end. */
export async function runCommand(
  words: readonly string[],
  environment: Environment,
  runner: Runner = {},
): Promise<Finished> {
  return runNode(['src/cli/main.ts', ...words], environment, runner);
}

/** Starts an operator's command that the test will kill. Nothing that it writes is read beyond what makes `writes` resolve. */
export function startCommand(
  words: readonly string[],
  environment: Environment,
): { writes(): Promise<unknown>; kill(): Promise<void> } {
  const child = spawnNode(['src/cli/main.ts', ...words], environment);
  const closed = once(child, 'exit');
  return {
    writes: () => (child.stdout === null ? closed : once(child.stdout, 'readable')),
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

/** Runs the server where it is expected to refuse to start. */
export async function runMain(environment: Environment, runner: Runner = {}): Promise<Finished> {
  return runNode(['src/main.ts'], environment, runner);
}

async function runNode(
  words: readonly string[],
  environment: Environment,
  runner: Runner,
): Promise<Finished> {
  const child = spawnNode(words, environment, runner);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const [code] = await once(child, 'close');
  return { code: code as number | null, stdout, stderr };
}

function spawnNode(words: readonly string[], environment: Environment, runner: Runner = {}): ChildProcess {
  const env = { PATH: process.env.PATH ?? '', ...environment };
  const [script = '', ...rest] = words;
  const { home = root, ...user } = runner;
  const node = home === root ? process.execPath : join(home, 'node_modules/.bin/node');
  const options = { cwd: elsewhere, env, ...user };
  return spawn(node, [join(home, script), ...rest], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += chunk;
    });
  }
  return () => text;
}
