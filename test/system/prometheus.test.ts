import { expect, test } from '@jest/globals';
import { createPrometheus } from '../../src/system/prometheus.ts';

async function line(of: ReturnType<typeof createPrometheus>, start: string): Promise<string | undefined> {
  const { text } = await of.tell();
  return text.split('\n').find((one) => one.startsWith(start));
}

const sent = 'buddy_deliveries_total{platform="slack",outcome="sent"}';

test('what is counted before anybody asks is not lost, however much it is, and nor is what comes after', async () => {
  const numbers = createPrometheus();
  for (let count = 0; count < 5_000; count += 1) numbers.metrics.delivered('slack', 'sent');
  expect(await line(numbers, sent)).toBe(`${sent} 5000`);
  numbers.metrics.delivered('slack', 'sent');
  expect(await line(numbers, sent)).toBe(`${sent} 5001`);
});

test('two in one process count for themselves', async () => {
  const [one, other] = [createPrometheus(), createPrometheus()];
  one.metrics.delivered('slack', 'sent');
  other.metrics.serving(['slack'], ['plan nudges']);
  expect(await line(one, sent)).toBe(`${sent} 1`);
  expect(await line(other, sent)).toBe(`${sent} 0`);
});

test('the first fault is a rise, so that the alert on it fires', async () => {
  const numbers = createPrometheus();
  numbers.metrics.serving(['slack'], ['plan nudges']);
  const faults = 'buddy_event_seconds_count{platform="slack",class="write",outcome="fault"}';
  expect(await line(numbers, faults)).toBe(`${faults} 0`);
  numbers.metrics.answered('slack', 'write', 'fault', 3);
  expect(await line(numbers, faults)).toBe(`${faults} 1`);
});

test('what is called a total only ever grows, as Prometheus has it', async () => {
  const { metrics, tell } = createPrometheus();
  metrics.serving(['slack'], ['plan nudges']);
  const kinds = [...(await tell()).text.matchAll(/^# TYPE (\w+) (\w+)$/gm)];
  const totals = kinds.filter(([, name = '']) => name.endsWith('_total'));
  expect(totals.length).toBeGreaterThan(5);
  expect(totals.filter(([, , kind]) => kind !== 'counter')).toEqual([]);
});

test('several parts add to one number, and what one of them cannot read is left out', async () => {
  const { metrics, tell } = createPrometheus();
  let isAway = false;
  const gauge = { name: 'buddy_database_connections', help: 'Connections, by state.', label: 'state' };
  metrics.reads({ ...gauge, read: async () => ({ idle: 3, busy: 2 }) });
  metrics.reads({
    ...gauge,
    read: async () => {
      if (isAway) throw new Error('the database is away');
      return { waiting: 7 };
    },
  });
  const read = async () =>
    (await tell()).text.split('\n').filter((one) => one.startsWith('buddy_database_connections{'));
  expect(await read()).toEqual([
    'buddy_database_connections{state="idle"} 3',
    'buddy_database_connections{state="busy"} 2',
    'buddy_database_connections{state="waiting"} 7',
  ]);
  isAway = true;
  expect(await read()).toEqual([
    'buddy_database_connections{state="idle"} 3',
    'buddy_database_connections{state="busy"} 2',
  ]);
});

test('who does not answer in time is left out, and everybody else is told', async () => {
  const { metrics, tell } = createPrometheus();
  const gauge = { help: 'A number.', label: null };
  metrics.reads({ ...gauge, name: 'buddy_stuck', read: () => new Promise(() => {}) });
  metrics.reads({ ...gauge, name: 'buddy_quick', read: async () => ({ '': 7 }) });
  const { text } = await tell();
  expect(text).toMatch(/^buddy_quick 7$/m);
  expect(text).not.toMatch(/^buddy_stuck /m);
});
