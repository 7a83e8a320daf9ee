import { Agent, request as httpRequest } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { appoint } from '../../src/people/roles/store.ts';
import { again, Chance } from '../faults/support/chance.ts';
import { wholeContent } from '../faults/support/tables.ts';
import { aReport } from '../support/incident-system.ts';
import { type IntakeStage, openIntake } from '../support/intake-stage.ts';
import { slackPerson } from '../support/turn.ts';

const calls = 10_000;
const atATime = 8;

let stage: IntakeStage;
let agent: Agent;
beforeEach(async () => {
  stage = await openIntake();
  agent = new Agent({ keepAlive: true, maxSockets: atATime });
  await appoint(stage.db, { person: slackPerson('U0ANA'), name: 'Ana Ruiz' }, 'director', 1);
});
afterEach(async () => {
  agent.destroy();
  await stage.close();
});

type Headers = Readonly<Record<string, string>>;
type Call = { readonly body: Buffer; readonly headers: Headers; readonly may: readonly number[] };

test(`ten thousand forged, replayed, late, oversized, doubled and malformed calls change nothing (${again})`, async () => {
  const chance = new Chance('intake');
  const body = JSON.stringify(aReport);
  const signed = stage.system.headers(body);
  expect((await stage.system.sends(body, signed)).status).toBe(202);
  const before = await wholeContent(stage.db);

  const statuses = new Map<number, number>();
  let left = calls;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      // Most of the time the pace is no matter, so that what's signed is also read.
      stage.passes(chance.isSo(0.9) ? 2_000 : 0);
      const { may, ...call } = aCall(chance, body, signed);
      const status = await sends(call);
      if (!may.includes(status)) throw new Error(`${status} in place of ${may.join(' or ')}`);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));

  expect(await wholeContent(stage.db)).toEqual(before);
  expect([...statuses.keys()].sort()).toEqual([202, 400, 401, 413, 415]);
  expect([...statuses.values()].reduce((sum, one) => sum + one)).toBe(calls);
  expect(stage.log.lines.join('\n')).not.toContain('Elif');
  expect((await stage.system.reports(aReport)).status).toBe(202);
});

/** One that opens nothing, and how it may be answered. */
function aCall(chance: Chance, body: string, signed: Headers): Call {
  const kind = chance.oneOf(['forged', 'replayed', 'late', 'oversized', 'malformed', 'mistyped'] as const);
  const as = (text: string | Buffer, headers: Headers, ...may: number[]): Call => ({
    body: Buffer.from(text),
    headers,
    may,
  });
  switch (kind) {
    case 'replayed':
      return as(body, signed, 202);
    case 'late':
      return as(
        body,
        stage.system.headers(body, { offsetSeconds: chance.oneOf([-1, 1]) * chance.between(302, 90_000) }),
        401,
      );
    case 'oversized': {
      const long = JSON.stringify({ ...aReport, more: 'x'.repeat(chance.between(65_500, 70_000)) });
      return as(long, stage.system.headers(long), 413);
    }
    case 'mistyped':
      return as(body, { ...signed, 'content-type': chance.oneOf(['text/plain', '', 'json']) }, 415);
    case 'malformed': {
      const broken = malformed(chance, body);
      return as(broken, stage.system.headers(broken), 400);
    }
    case 'forged':
      return chance.isSo(0.5)
        ? as(flipped(chance, Buffer.from(body)), signed, 401)
        : as(body, forgedHeaders(chance, signed), 401);
  }
}

function malformed(chance: Chance, body: string): string {
  const odd = chance.oneOf<unknown>([
    null,
    [],
    {},
    0,
    -1e308,
    '',
    '\u202e\u0000',
    'x'.repeat(200),
    true,
    { toString: 1 },
  ]);
  const [person] = aReport.people;
  const said = (report: unknown) => JSON.stringify(report);
  return chance.oneOf([
    () => body.slice(0, chance.between(0, body.length - 1)),
    () => said(odd),
    () => said({ ...aReport, kind: odd }),
    () => said({ ...aReport, soon: odd }),
    () => said({ ...aReport, people: odd }),
    () => said({ ...aReport, people: [person, odd] }),
    () => said({ ...aReport, people: [{ ...person, name: odd }] }),
    () => said({ ...aReport, people: [{ ...person, contact: 'x', unit: odd }] }),
    () => said({ ...aReport, people: [{ ...person, platformId: `slack:${'/'.repeat(9)}` }] }),
    () => '['.repeat(chance.between(1, 60_000)),
    () => '{"__proto__":'.repeat(chance.between(1, 4_000)),
    () => `{"kind":"event-error","kind":${said(odd)}}`,
  ])();
}

/** One bit of it is another. Not one that makes a letter of the header's alphabet the same number. */
function flipped(chance: Chance, bytes: Buffer): Buffer {
  const at = chance.between(0, bytes.length - 1);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.between(0, 6));
  return bytes;
}

function forgedHeaders(chance: Chance, signed: Headers): Headers {
  const name = chance.oneOf(['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const);
  const value = signed[name] ?? '';
  const forged = chance.oneOf([
    '',
    ' ',
    'v1',
    'v1,',
    ',',
    'NaN',
    '-1',
    '9'.repeat(chance.between(1, 400)),
    `x${value.slice(1)}`,
    value.slice(1),
    `v2,${value.slice(3)}`,
    'v1,é'.replace('é', String.fromCharCode(chance.between(128, 255))),
  ]);
  return { ...signed, [name]: forged };
}

function sends({ body, headers }: Pick<Call, 'body' | 'headers'>): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(stage.url());
    const options = { hostname, port, agent, method: 'POST', path: '/support/referrals' };
    const sent = httpRequest(
      { ...options, headers: { ...headers, 'content-length': body.length } },
      (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0));
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
