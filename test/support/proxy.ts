import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { originalHost } from './teams/reroute.ts';

/** Who is to answer for a host: a stand-in on this machine. */
export type Outside = (host: string) => string;

export interface HospitalProxy {
  /** With a password, as hospitals have it. */
  readonly url: string;
  /** The file of the certificate that it looks into everything with. */
  readonly certificate: string;
  /** Which hosts were asked for, one entry for each connection. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

const user = 'buddy:pass%20word';
const expected = `Basic ${Buffer.from('buddy:pass word').toString('base64')}`;
/** Where Socket Mode connects to, as the proxy tells it. */
const socketHost = 'wss-primary.slack.com';
const hosts = [
  'slack.com',
  '*.slack.com',
  'login.microsoftonline.com',
  'login.botframework.com',
  'smba.trafficmanager.net',
];

/**
 * The only way out of a hospital: a CONNECT proxy that wants a password, opens every connection with a certificate of its own,
 * and leads what it finds to the stand-ins.
 */
export async function startProxy(outside: Outside): Promise<HospitalProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'buddy-proxy-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'ca.pem')];
  makeCertificate(key, certificate, hosts);
  const sockets = new Set<Socket>();
  const counted = <Kind extends Server>(server: Kind): Kind =>
    server.on('connection', (socket: Socket) => {
      sockets.add(socket.on('error', () => {}));
    });

  const inside = counted(createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }));
  inside.on('request', (asked, response) => {
    const there = forward(asked, outside);
    there.on('error', () => response.destroy());
    there.on('response', async (answer) => {
      const { 'content-length': _length, ...headers } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, headers);
      let text = '';
      for await (const chunk of answer.setEncoding('utf8')) text += chunk;
      // Slack names its own host here, over TLS.
      response.end(text.replace(/ws:\/\/127\.0\.0\.1:\d+/, `wss://${socketHost}`));
    });
    asked.pipe(there);
  });
  inside.on('upgrade', (asked: IncomingMessage, socket: Socket) => {
    const there = forward(asked, outside);
    there.on('upgrade', (answer, other: Socket, first: Buffer) => {
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`);
      socket.write(first);
      other.on('error', () => socket.destroy()).pipe(socket);
      socket.on('error', () => other.destroy()).pipe(other);
    });
    there.end();
  });

  const asked: string[] = [];
  const door = counted(createServer((_request, response) => response.writeHead(405).end()));
  door.on('connect', ({ url = '', headers }: IncomingMessage, socket: Socket) => {
    if (headers['proxy-authorization'] !== expected) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic\r\n\r\n');
      return;
    }
    asked.push(url);
    const other = connect(portOf(inside), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      other.pipe(socket).pipe(other);
    });
    other.on('error', () => socket.destroy());
  });

  for (const server of [inside, door]) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
  return {
    url: `http://${user}@127.0.0.1:${portOf(door)}`,
    certificate,
    asked,
    async stop() {
      for (const socket of sockets) socket.destroy();
      for (const server of [inside, door]) server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Why there can be none here; null when there can. */
export function whyNoProxy(): string | null {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'openssl is not installed here, which makes the certificate of a proxy';
  }
}

function forward(asked: IncomingMessage, outside: Outside) {
  const host = (asked.headers.host ?? '').replace(/:443$/, '');
  const target = new URL(outside(host));
  return request({
    host: target.hostname,
    port: target.port,
    method: asked.method,
    path: asked.url,
    headers: { ...asked.headers, host: target.host, [originalHost]: host },
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
