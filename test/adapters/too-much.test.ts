import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { signedRequest } from '../support/slack/signer.ts';
import { openPlayground } from './playground-stage.ts';
import { stageSlack } from './slack-stage.ts';
import { until } from './stage.ts';
import { stageTeams } from './teams-stage.ts';

/** Where something can be posted, by someone who is let in as far as headers tell. */
interface Door {
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const kibibyte = 1024;

const doors: readonly (readonly [name: string, maxBytes: number, open: () => Promise<Door>])[] = [
  [
    'Slack',
    1024 * kibibyte,
    async () => {
      const { server, close } = await stageSlack();
      // As a signature looks: without, nobody waits for a body.
      const headers = signedRequest('another secret', '');
      return { url: server.url, path: '/slack/events', headers, close };
    },
  ],
  [
    'Teams',
    256 * kibibyte,
    async () => {
      const { server, teams, close } = await stageTeams();
      return { url: server.url, path: '/api/messages', headers: teams.headers(), close };
    },
  ],
  [
    'the playground',
    64 * kibibyte,
    async () => {
      const { url, close } = await openPlayground();
      return { url, path: '/playground/say', headers: { 'content-type': 'application/json' }, close };
    },
  ],
];

describe.each(doors)('a body that is too large for %s', (_, maxBytes, open) => {
  let door: Door;
  beforeAll(async () => {
    door = await open();
  });
  afterAll(() => door.close());

  test('who sends all of it before looking sees the answer, and can send something else', async () => {
    const sender = beginsAt(door, { 'content-length': `${maxBytes * 8}` });
    for (let sent = 0; sent < 8; sent += 1) await sender.writes('x'.repeat(maxBytes));
    await until(() => sender.statuses().length === 1);
    await sender.writes(`GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n`);
    await until(() => sender.statuses().length === 2);
    expect(sender.statuses()).toEqual([413, 200]);
    expect(sender.fault()).toBeNull();
    sender.hangsUp();
  });

  test('who does not say how much there is hears it once there is too much', async () => {
    const sender = beginsAt(door, { 'transfer-encoding': 'chunked' });
    await sender.writes(chunk('x'.repeat(maxBytes)));
    await sleep(50);
    expect(sender.statuses()).toEqual([]);
    await sender.writes(chunk('x'));
    await until(() => sender.statuses().length === 1);
    for (let sent = 0; sent < 4; sent += 1) await sender.writes(chunk('x'.repeat(maxBytes)));
    await sender.writes('0\r\n\r\nGET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await until(() => sender.statuses().length === 2);
    expect(sender.statuses()).toEqual([413, 200]);
    expect(sender.fault()).toBeNull();
    sender.hangsUp();
  });

  test('who sends slowly is told at once, and can go on to the end', async () => {
    const sender = beginsAt(door, { 'content-length': `${maxBytes + 20}` });
    await until(() => sender.statuses().length === 1);
    await sender.writes('x'.repeat(maxBytes));
    for (let sent = 0; sent < 20; sent += 1) {
      await sleep(10);
      await sender.writes('x');
    }
    await sleep(50);
    expect(sender.statuses()).toEqual([413]);
    expect(sender.fault()).toBeNull();
    sender.hangsUp();
  });

  test('as much as there may be is read', async () => {
    const sender = beginsAt(door, { 'content-length': `${maxBytes}` });
    await sender.writes('x'.repeat(maxBytes));
    await until(() => sender.statuses().length === 1);
    // What is read is looked at, and makes no sense.
    expect(sender.statuses()[0]).not.toBe(413);
    sender.hangsUp();
  });
});

/** A connection of one's own, on which a request has begun. */
function beginsAt({ url, path, headers }: Door, framing: Record<string, string>) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let heard = '';
  let fault: Error | null = null;
  socket.on('data', (data: Buffer) => {
    heard += String(data);
  });
  socket.on('error', (error) => {
    fault = error;
  });
  const lines = Object.entries({ host: `localhost:${port}`, ...headers, ...framing });
  socket.write(
    `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  );
  return {
    /** Resolves once it has left this end. */
    writes: (text: string) => new Promise<void>((resolve) => socket.write(text, () => resolve())),
    statuses: () => [...heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status)),
    fault: () => fault ?? (socket.readableEnded ? new Error('the connection was closed') : null),
    hangsUp: () => socket.destroy(),
  };
}

function chunk(text: string): string {
  return `${text.length.toString(16)}\r\n${text}\r\n`;
}
