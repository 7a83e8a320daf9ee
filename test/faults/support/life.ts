import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { elsewhere } from '../../support/program.ts';

const root = join(import.meta.dirname, '../../..');

/** The finished program or an operator's command, as a process that lives until it ends or is killed. */
export interface Life {
  readonly pid: number;
  /** False once it has ended by itself or been killed. */
  isAlive(): boolean;
  /** Everything it has written so far. */
  output(): string;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** Its exit code, null when it was killed. */
  readonly ended: Promise<number | null>;
}

export type Environment = Readonly<Record<string, string>>;

export function startServer(environment: Environment): Life {
  return live(['src/main.ts'], { PORT: '0', ...environment });
}

export function startNudge(at: string, environment: Environment): Life {
  return live(['src/cli/main.ts', 'nudge', '--at', at], environment);
}

function live(words: readonly string[], environment: Environment): Life {
  const env = { PATH: process.env.PATH ?? '', ...environment };
  const [script = '', ...rest] = words;
  const child = spawn(process.execPath, [join(root, script), ...rest], {
    ...{ cwd: elsewhere, env, stdio: ['ignore', 'pipe', 'pipe'] },
  });
  const written = collect(child);
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    pid: child.pid ?? 0,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    output: written,
    ended,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
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
