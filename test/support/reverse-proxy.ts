import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { until } from './hospital.ts';
import { installed } from './installed.ts';

/** One of the programs for which docs/deploy has a file, as it stands before two processes, with TLS. */
export interface ReverseProxy {
  /** What it answers, over TLS, with its certificate looked at. No answer is status 0. */
  ask(
    method: 'GET' | 'POST',
    path: string,
    body?: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<number>;
  stop(): Promise<void>;
}

interface Kind {
  readonly file: string;
  /** What is different on this machine: ports, and where the certificate is. */
  readonly here: (place: Place) => Readonly<Record<string, string>>;
  /** What the distribution has around the file. */
  readonly around: (text: string, place: Place) => string;
  readonly command: (file: string, place: Place) => readonly string[];
}

interface Place {
  readonly folder: string;
  readonly port: number;
}

const host = 'buddy.hospital.example';
const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

export const kinds = {
  nginx: {
    file: 'nginx.conf',
    here: ({ port }) => ({ 'listen 443': `listen 127.0.0.1:${port}` }),
    around: (text, { folder }) =>
      `daemon off; pid ${folder}/pid; events {} http { access_log off;
      ${scratch.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}\n${text}}`,
    command: (file, { folder }) => ['nginx', '-p', folder, '-e', 'stderr', '-c', file],
  },
  caddy: {
    file: 'Caddyfile',
    here: () => ({}),
    around: (text, { port }) =>
      `{\nadmin off\nauto_https disable_redirects\ndefault_bind 127.0.0.1\nhttps_port ${port}\n}\n${text}`,
    command: (file) => ['caddy', 'run', '--adapter', 'caddyfile', '--config', file],
  },
  haproxy: {
    file: 'haproxy.cfg',
    here: ({ port }) => ({ 'bind :443': `bind 127.0.0.1:${port}` }),
    around: (text) => text,
    command: (file) => ['haproxy', '-db', '-f', file],
  },
} satisfies Record<string, Kind>;

/** Starts it with the very file that is shipped, but for ports and paths, before the processes on these two ports. */
export async function startReverseProxy(
  name: keyof typeof kinds,
  port: number,
  before: readonly [number, number],
): Promise<ReverseProxy> {
  const kind: Kind = kinds[name];
  const folder = mkdtempSync(join(tmpdir(), 'buddy-reverse-proxy-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  makeCertificate(key, certificate, [host]);
  writeFileSync(join(folder, 'both.pem'), `${readFileSync(certificate)}${readFileSync(key)}`);

  const place = { folder, port };
  const shipped = readFileSync(join(import.meta.dirname, '../../docs/deploy', kind.file), 'utf8');
  const replaced = {
    '/etc/ssl/buddy/': `${folder}/`,
    '127.0.0.1:3000': `127.0.0.1:${before[0]}`,
    '127.0.0.1:3001': `127.0.0.1:${before[1]}`,
    ...kind.here(place),
  };
  const text = Object.entries(replaced).reduce((soFar, [printed, here]) => {
    if (!soFar.includes(printed)) throw new Error(`${kind.file} has no ${printed}`);
    return soFar.replaceAll(printed, here);
  }, shipped);
  const file = join(folder, kind.file);
  writeFileSync(file, kind.around(text, place));

  const [program = '', ...words] = kind.command(file, place);
  const child = spawn(installed(program) ?? program, words, {
    env: { PATH: '/usr/sbin:/usr/bin:/bin', HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (line) => (said += line));
  const ended = once(child, 'exit');
  const agent = new Agent({ keepAlive: true, maxSockets: 8, ca: readFileSync(certificate) });
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`${program} ended: ${said}`);
    return isListening(port);
  }).catch((cause: unknown) => {
    child.kill('SIGTERM');
    throw new Error(`${program} did not start: ${said}`, { cause });
  });

  return {
    ask: (method, path, body = '', headers = {}) =>
      new Promise((resolve) => {
        const about = { 'content-length': String(Buffer.byteLength(body)), host, ...headers };
        const where = { host: '127.0.0.1', port, servername: host, agent, method, path, headers: about };
        const asked = request(where, (answer) => {
          answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
        });
        asked.on('error', () => resolve(0)).end(body);
      }),
    async stop() {
      agent.destroy();
      // Not SIGKILL: nginx's workers would stay.
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
  });
}
