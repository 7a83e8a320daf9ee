import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { databaseUnderTest } from '../support/fresh-database.ts';
import { type Hospital, openHospital, until } from '../support/hospital.ts';
import type { Person } from '../support/slack/person.ts';

let hospital: Hospital;
let amira: Person;
let ben: Person;

beforeEach(async () => {
  hospital = await openHospital({ now: '2026-11-20T10:00:00Z', environment: { PLAYGROUND: 'true' } });
  amira = hospital.slack.person('UAMIRA1', { name: 'Amira Secretname', tz: 'Europe/London' });
  ben = hospital.slack.person('UBEN222', { name: 'Ben Hiddenname', tz: 'Europe/London' });
  await hospital.pair(amira, ben);
});
afterEach(() => hospital.close());

/** As Prometheus would read it: the whole name with its labels, and the value. */
async function numbers(): Promise<Map<string, number>> {
  const response = await fetch(`${hospital.url()}/metrics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.replace(/ [^ ]+$/, ''), Number(line.split(' ').at(-1))]));
}

const sent = 'buddy_deliveries_total{platform="slack",outcome="sent"}';
const held = 'buddy_deliveries_total{platform="slack",outcome="rate-limited"}';
const lag = 'buddy_outbox_oldest_due_seconds{platform="slack"}';

test('what is sent, refused and waited for can be seen in numbers', async () => {
  const before = await numbers();
  const sentBefore = before.get(sent) ?? 0;
  expect(sentBefore).toBeGreaterThan(0);
  expect(before.get(held)).toBe(0);
  expect(before.get('buddy_ready')).toBe(1);
  expect(before.get('buddy_event_seconds_count{platform="slack",class="write",outcome="answered"}')).toBe(2);

  hospital.slack.fault('chat.postMessage', { kind: 'rate-limited', retryAfter: 3 });
  await hospital.goTo('2026-11-23T09:00:30Z');
  await until(async () => (await numbers()).get(sent) === sentBefore + 2);

  const after = await numbers();
  expect(after.get(held)).toBe(1);
  expect(after.get('buddy_delivery_retries_total{platform="slack"}')).toBe(1);
  expect(after.get('buddy_rate_limit_waits_total{platform="slack"}')).toBe(1);
  expect(after.get('buddy_rate_limit_wait_seconds_total{platform="slack"}')).toBe(3);
  expect(after.get('buddy_delivery_seconds_count{platform="slack"}')).toBe(sentBefore + 3);
  expect(after.get('buddy_deliveries_in_flight{platform="slack"}')).toBe(0);
  expect(after.get(lag)).toBe(0);
  expect(after.get('buddy_scheduler_tick_seconds_count{scheduler="slack"}')).toBeGreaterThanOrEqual(2);
  expect(after.get('buddy_scheduler_last_success_timestamp_seconds{scheduler="slack"}')).toBeGreaterThan(
    Date.now() / 1000 - 60,
  );
  expect(after.get('process_resident_memory_bytes')).toBeGreaterThan(1e7);
});

test('what is on its way is in flight, and what may not go yet shows for how long it has been due', async () => {
  hospital.slack.fault('chat.postMessage', { kind: 'slow', ms: 1_500, times: 2 });
  const monday = hospital.goTo('2026-11-23T09:00:30Z');
  await until(async () => (await numbers()).get('buddy_deliveries_in_flight{platform="slack"}') === 2);
  await monday;

  hospital.slack.fault('chat.postMessage', { kind: 'rate-limited', retryAfter: 600 });
  await amira.command('/buddy', 'reach');
  await until(async () => (await numbers()).get(held) === 1);
  await ben.command('/buddy', 'reach');
  hospital.jump('2026-11-23T09:05:30Z');
  const waited = (await numbers()).get(lag);
  expect(waited).toBeGreaterThan(290);
  expect(waited).toBeLessThan(330);
});

test('the playground counts for itself, and no number points at anybody', async () => {
  const all = await numbers();
  expect(all.get('buddy_deliveries_total{platform="playground",outcome="sent"}')).toBe(0);
  expect(all.has('buddy_scheduler_tick_seconds_count{scheduler="playground"}')).toBe(true);
  const names = [...all.keys()].filter((name) => name.startsWith('buddy_'));
  const labels = new Set(names.flatMap((name) => [...name.matchAll(/(\w+)="/g)].map(([, label]) => label)));
  const ofServers = databaseUnderTest === 'postgres' ? ['state'] : [];
  const expected = [
    'class',
    'job',
    'le',
    'matter',
    'node',
    'outcome',
    'platform',
    'reason',
    'scheduler',
    ...ofServers,
    'version',
  ];
  expect([...labels].sort()).toEqual(expected);
  const { workspace } = await hospital.db.selectFrom('outbox').select('workspace').executeTakeFirstOrThrow();
  const text = [...all.keys()].join('\n');
  for (const secret of ['pairing', 'accept', 'UAMIRA1', 'UBEN222', 'Secretname', 'Hiddenname', workspace]) {
    expect(text).not.toContain(secret);
  }
});
