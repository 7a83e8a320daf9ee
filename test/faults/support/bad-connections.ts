import { connect, type Socket } from 'node:net';
import type { Chance } from './chance.ts';

/** What was done to the server, and the statuses that it answered; 0 where it hung up instead. */
export interface Thrown {
  readonly what: string;
  readonly statuses: readonly number[];
}

const head = (path: string, more: string) => `POST ${path} HTTP/1.1\r\nHost: buddy\r\n${more}\r\n`;

/** Bytes that no client of either platform would send, several requests after another among them. */
const kinds: Readonly<Record<string, (path: string, chance: Chance) => string>> = {
  'requests in a row, the last ones garbage': (path, chance) =>
    head(path, 'Content-Length: 2\r\n') +
    '{}' +
    head(path, 'Content-Length: 4\r\n') +
    'nullGET / HTTP/9.9\r\n\r\n' +
    noise(chance, 200),
  noise: (_path, chance) => noise(chance, chance.between(1, 4_000)),
  'two lengths': (path) => `${head(path, 'Content-Length: 5\r\nContent-Length: 50\r\n')}hello`,
  'a length and chunks': (path) =>
    `${head(path, 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n')}0\r\n\r\nPOST / HTTP/1.1\r\n\r\n`,
  'chunks of nonsense': (path) => `${head(path, 'Transfer-Encoding: chunked\r\n')}zz\r\nhello\r\n0\r\n\r\n`,
  'a chunk that is said to be endless': (path) =>
    `${head(path, 'Transfer-Encoding: chunked\r\n')}ffffffffffffffff\r\nhello`,
  'a negative length': (path) => head(path, 'Content-Length: -1\r\n'),
  'headers without end': (path) => `POST ${path} HTTP/1.1\r\n${'X-A: b\r\n'.repeat(6_000)}`,
  'one huge header': (path) => head(path, `Authorization: Bearer ${'x'.repeat(40_000)}\r\n`),
  'another method': (path) => `BREW ${path} HTTP/1.1\r\nHost: buddy\r\n\r\n`,
  'a body that ends early': (path) => `${head(path, 'Content-Length: 500\r\n')}{"type":"message"`,
  'a line feed in a header': (path) => head(path, 'X-Slack-Signature: v0=a\nb\r\nContent-Length: 0\r\n'),
  'an upgrade': (path) => head(path, 'Connection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 0\r\n'),
  'an expectation': (path) => head(path, 'Expect: the-impossible\r\nContent-Length: 0\r\n'),
};

export async function garbage(url: string, chance: Chance): Promise<Thrown> {
  const what = chance.oneOf(Object.keys(kinds));
  const path = chance.oneOf(['/slack/events', '/api/messages']);
  const bytes = kinds[what]?.(path, chance) ?? '';
  const text = await exchange(new URL(url), bytes);
  const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
  return { what, statuses: statuses.length === 0 ? [0] : statuses };
}

/** Writes, and hears what comes back within a moment. */
function exchange({ hostname, port }: URL, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'));
    const end = setTimeout(() => socket.destroy(), 150);
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(end);
      resolve(text);
    });
  });
}

function noise(chance: Chance, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(chance.between(0, 255))).join('');
}

/** Connections that send a byte now and then, and never come to an end. */
export function openSlowly(url: string, count: number) {
  const { hostname, port } = new URL(url);
  const sockets = Array.from({ length: count }, (_, nth): Socket => {
    const path = nth % 2 === 0 ? '/slack/events' : '/api/messages';
    const begun = nth % 4 < 2 ? `POST ${path} HTTP/1.1\r\nX-` : head(path, 'Content-Length: 100000\r\n');
    const socket = connect(Number(port), hostname, () => socket.write(begun));
    socket.on('error', () => {});
    socket.resume();
    return socket;
  });
  const drip = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('a');
  }, 500);
  return {
    count,
    stillOpen: () => sockets.filter((socket) => !socket.destroyed && socket.readyState === 'open').length,
    end() {
      clearInterval(drip);
      for (const socket of sockets) socket.destroy();
    },
  };
}
