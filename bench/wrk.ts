import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How many answers a second wrk gets to this one request, over and over; null where there is no wrk. */
export async function driveByWrk(
  port: number,
  request: {
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  },
  { connections, folder }: { readonly connections: number; readonly folder: string },
): Promise<number | null> {
  const script = join(folder, 'request.lua');
  const headers = Object.entries(request.headers).map(
    ([name, value]) => `wrk.headers[${JSON.stringify(name)}] = ${JSON.stringify(value)}\n`,
  );
  writeFileSync(
    script,
    `wrk.method = "POST"\nwrk.body = ${JSON.stringify(request.body)}\n${headers.join('')}`,
  );
  const url = `http://127.0.0.1:${port}${request.path}`;
  const words = ['-t1', `-c${connections}`, '-d1s', '-s', script, url];
  const ran = await run('wrk', words).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (ran === null) return null;
  if (ran.stdout.includes('Non-2xx')) throw new Error(`wrk was refused: ${ran.stdout}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(ran.stdout)?.[1]);
}
