import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { logFaults, readLogEvents } from '../../scripts/dossier/log-events.ts';

const root = join(import.meta.dirname, '../..');
const catalogue = readLogEvents(root);
const events = Object.values(catalogue.events).flat();
const stopping = events.find(({ message }) => message === 'stopping');

test('the catalogue has every event that the source logs, with its fields, and no other', () => {
  expect(events.length).toBeGreaterThan(50);
  expect(logFaults(root, catalogue)).toEqual([]);
});

test('an event that it lacks is named, and so is one that nothing logs', () => {
  const without = { ...catalogue, events: { All: events.filter((event) => event !== stopping) } };
  expect(logFaults(root, without)).toEqual(['No word on "stopping", with info.']);
  const made = { message: 'made up', level: 'info', fields: [], when: 'Never' };
  expect(logFaults(root, { ...catalogue, events: { All: [...events, made] } })).toEqual([
    '"made up" is in the catalogue, and nothing logs it.',
  ]);
});

test('a sentence that is written elsewhere and passed on is found as well', () => {
  const refused = 'an activity was refused';
  const without = { ...catalogue, events: { All: events.filter(({ message }) => message !== refused) } };
  expect(logFaults(root, without)).toEqual([`No word on "${refused}", which is logged.`]);
});

test('a field that an event has and the catalogue has not is named, and the other way round', () => {
  const changed = events.map((event) =>
    event.message === 'Buddy is listening' ? { ...event, fields: ['port', 'count'] } : event,
  );
  expect(logFaults(root, { ...catalogue, events: { All: changed } })).toEqual([
    'The source and the catalogue differ on the field version of "Buddy is listening".',
    'The source and the catalogue differ on the field count of "Buddy is listening".',
  ]);
  const { ms: _ms, ...fields } = catalogue.fields;
  expect(logFaults(root, { ...catalogue, fields })).toEqual(['No word on the field ms of the log.']);
});
