import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { reply } from '../../src/chat/say.ts';
import { capConnections } from '../../src/http/connections.ts';
import { type SlackStage, stageSlack } from '../adapters/slack-stage.ts';
import { until } from '../adapters/stage.ts';
import { FORM, type Headers, signedRequest } from '../support/slack/signer.ts';

/** Strangers who send as much as they can, and never come to an end. */

const half = Buffer.alloc(400_000, 'x');
const command = new URLSearchParams({
  command: '/buddy',
  text: 'status',
  user_id: 'U0ANA',
  team_id: 'T0STANDIN',
  trigger_id: '1.2.3',
}).toString();

let stage: SlackStage;
let strangers: Stranger[];
beforeEach(async () => {
  stage = await stageSlack();
  stage.answer = () => [reply('here')];
  strangers = [];
});
afterEach(async () => {
  for (const { socket } of strangers) socket.destroy();
  await stage.close();
});

interface Stranger {
  readonly socket: Socket;
  heard(): string;
  isGone(): boolean;
}

/** Opens a connection and sends the half of a body. */
function begins(headers: Headers): Stranger {
  const { hostname, port } = new URL(stage.server.url);
  const socket = connect(Number(port), hostname);
  let heard = '';
  let isGone = false;
  socket.on('data', (data) => {
    heard += String(data);
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    isGone = true;
  });
  const lines = Object.entries({ host: 'localhost', ...headers, 'content-length': String(2 * half.length) });
  socket.write(
    `POST /slack/events HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  );
  socket.write(half);
  const stranger = { socket, heard: () => heard, isGone: () => isGone };
  strangers.push(stranger);
  return stranger;
}

async function aColleagueIsAnswered(): Promise<void> {
  const answer = await stage.slack.post(command, signedRequest(stage.slack.signingSecret, command));
  expect(answer.status).toBe(200);
}

describe('three hundred strangers with half a body each', () => {
  test('are refused by their headers alone when nothing looks like a signature', async () => {
    for (let count = 0; count < 300; count += 1) begins({ 'content-type': FORM });
    await until(() => strangers.every(({ heard }) => heard().includes(' 401 ')));
    await aColleagueIsAnswered();
    expect(stage.refused.filter((code) => code === 'no_signature')).toHaveLength(300);
  });

  test('hold no more than 16 MB together when it looks like one, and a colleague is answered meanwhile', async () => {
    const before = memory();
    for (let count = 0; count < 300; count += 1) begins(signedRequest('another secret', ''));
    await aColleagueIsAnswered();
    const mayStay = Math.floor((16 * 1024 * 1024) / half.length);
    await until(() => strangers.filter(({ isGone }) => !isGone()).length <= mayStay, 20_000);
    await sleep(100);
    expect(strangers.filter(({ isGone }) => !isGone()).length).toBeGreaterThan(0);
    expect(memory() - before).toBeLessThan(100 * 1024 * 1024);
    await aColleagueIsAnswered();
  });

  test('with a stamp of yesterday are refused by it', async () => {
    const timestamp = Math.floor(Date.now() / 1000) - 86_400;
    const { heard } = begins(signedRequest('another secret', '', { timestamp }));
    await until(() => heard().includes(' 401 '));
    expect(stage.refused).toEqual(['clock']);
  });
});

function memory(): number {
  const { arrayBuffers } = process.memoryUsage();
  return arrayBuffers;
}

test('many who send byte by byte are given up, those who came first before others', async () => {
  const headers = { ...signedRequest('another secret', ''), 'content-length': '5000' };
  const { hostname, port } = new URL(stage.server.url);
  for (let count = 0; count < 300; count += 1) {
    const socket = connect(Number(port), hostname);
    let isGone = false;
    socket.on('error', () => {});
    socket.resume().on('close', () => {
      isGone = true;
    });
    const lines = Object.entries({ host: 'localhost', ...headers });
    socket.write(
      `POST /slack/events HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\nx`,
    );
    strangers.push({ socket, heard: () => '', isGone: () => isGone });
  }
  await until(() => strangers.filter(({ isGone }) => !isGone()).length === 256, 20_000);
  await aColleagueIsAnswered();
});

test('one connection too many closes the one that has kept silent for longest', async () => {
  const server = createServer((_request, response) => response.end('here'));
  capConnections(server, 3);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const open = async () => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
    await sleep(20);
    return socket;
  };
  const silent = [await open(), await open(), await open()];
  silent[0]?.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  await new Promise((resolve) => silent[0]?.once('data', resolve));
  const late = await open();
  silent[1]?.resume();
  await until(() => silent[1]?.destroyed === true);
  expect([silent[0]?.destroyed, silent[2]?.destroyed, late.destroyed]).toEqual([false, false, false]);
  for (const socket of [...silent, late]) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});
