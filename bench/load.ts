import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { quantile } from './figure.ts';

export interface Load {
  readonly perSecond: number;
  /** Milliseconds from a request to the end of its answer. */
  readonly p50: number;
  readonly p99: number;
  /** How much of a core the generator itself needed: near 1, it would be what is measured. */
  readonly ownShare: number;
  /** The body of the last answer. */
  readonly body: string;
}

/** A whole POST request, as its bytes. */
export function asBytes(path: string, headers: Readonly<Record<string, string>>, body: string): Buffer {
  const lines = Object.entries({ host: '127.0.0.1', ...headers, 'content-length': Buffer.byteLength(body) });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${head}\r\n${body}`);
}

/**
 * Keeps `connections` requests under way, each on a socket of its own, until all are answered: the first tenth warms up and
 * isn't counted. Writes ready bytes and looks in an answer for its status and its end, nothing else, so that it costs a
 * fraction of what the server does. Throws at the first answer that isn't 200: a refusal would be measured as speed.
 */
export async function drive(port: number, requests: readonly Buffer[], connections: number): Promise<Load> {
  const warmUp = Math.floor(requests.length / 10);
  const took: number[] = [];
  let next = 0;
  let startedAt = 0;
  let cpuBefore = process.cpuUsage();
  let body = '';
  const work = async (socket: Socket): Promise<void> => {
    while (next < requests.length) {
      const index = next;
      next += 1;
      if (index === warmUp) {
        startedAt = performance.now();
        cpuBefore = process.cpuUsage();
      }
      const before = performance.now();
      socket.write(requests[index] as Buffer);
      body = await answerOn(socket);
      if (index >= warmUp) took.push(performance.now() - before);
    }
  };
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  try {
    await Promise.all(sockets.map(work));
    const ms = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(cpuBefore);
    return {
      perSecond: (took.length * 1000) / ms,
      p50: quantile(took, 0.5),
      p99: quantile(took, 0.99),
      ownShare: (user + system) / 1000 / ms,
      body,
    };
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  await once(socket, 'connect');
  return socket;
}

function answerOn(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const leave = (): void => {
      socket.off('data', read);
      socket.off('error', failed);
      socket.off('close', closed);
    };
    const failed = (error: Error): void => {
      leave();
      reject(error);
    };
    const closed = (): void => failed(new Error('the connection was closed'));
    const read = (chunk: Buffer): void => {
      text += chunk.toString('latin1');
      const body = wholeBody(text);
      if (body === null) return;
      if (!text.startsWith('HTTP/1.1 200')) failed(new Error(`answered ${text.slice(0, 200)}`));
      leave();
      resolve(body);
    };
    socket.on('data', read);
    socket.on('error', failed);
    socket.on('close', closed);
  });
}

/** Null while there is more to come. One chunk at most, as both who are measured send. */
function wholeBody(text: string): string | null {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const body = text.slice(end + 4);
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end)) ?? [];
  if (length !== undefined) return body.length < Number(length) ? null : body;
  return body.endsWith('0\r\n\r\n') ? body.slice(body.indexOf('\r\n') + 2, -7) : null;
}
