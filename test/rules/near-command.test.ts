import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nearCommand } from '../../src/bot/near-command.ts';
import { editsBetween } from '../../src/system/edits.ts';

describe('a slip of the pen', () => {
  test.each([
    ['stauts', 'checkins.status'],
    ['statu', 'checkins.status'],
    ['staus', 'checkins.status'],
    ['statuss', 'checkins.status'],
    ['paus', 'members.pause'],
    ['puase', 'members.pause'],
    ['setings', 'settings.edit'],
    ['settngis', 'settings.edit'],
    ['qestons', 'questions.show'],
    ['chekin', 'checkins.acknowledge'],
  ])('of a long command is taken for it: %s', (typed, name) => {
    expect(nearCommand(typed)).toBe(name);
  });

  test.each([
    ['lnik', 'accounts.link'],
    ['hlep', 'help.show'],
    ['hhelp', 'help.show'],
    ['jooin', 'pairing.join'],
    ['joinn', 'pairing.join'],
    ['piar', 'pairing.choose'],
    ['pari', 'pairing.choose'],
  ])('of a short one only when two letters changed places, or one was hit twice: %s', (typed, name) => {
    expect(nearCommand(typed)).toBe(name);
  });

  test.each([
    'pain',
    'hell',
    'helps',
    'links',
    'coin',
    'oin',
    'edn',
    'ennd',
    'stats2',
    'resume!',
    '1status',
    'status1',
    'forget-me',
    'chcked-in',
    'stausses',
    'Stauts',
    'st',
    '',
  ])('%j is none', (typed) => {
    expect(nearCommand(typed)).toBeNull();
  });

  test.each([
    ['cares', null],
    ['laterr', 'nudges.snooze'],
    ['ltrr', null],
    ['resmue', 'members.resume'],
    ['rsmue', null],
    ['prvacy', 'privacy.show'],
    ['prvac', 'privacy.show'],
    ['prvc', null],
  ])('how much may be wrong depends on how long the command is: %s', (typed, name) => {
    expect(nearCommand(typed)).toBe(name);
  });
});

test.each([
  ['snooze', 'nudges.snooze'],
  ['find a buddy', 'pairing.choose'],
  ['menu', 'help.show'],
])('"%s" is no command, and means one', (typed, name) => {
  expect(nearCommand(typed)).toBe(name);
});

describe('the distance between two words', () => {
  test.each([
    ['pause', 'pause', 0],
    ['puase', 'pause', 1],
    ['', 'pause', 5],
    ['pause', '', 5],
    ['cause', 'pause', 1],
    ['pauses', 'pause', 1],
    ['aues', 'pause', 2],
    ['ca', 'abc', 3],
    ['ab', 'ba', 1],
    ['aba', 'bab', 2],
    ['abcd', 'badc', 2],
  ])('%j and %j: %d', (one, other, edits) => {
    expect(editsBetween(one, other)).toBe(edits);
    expect(editsBetween(other, one)).toBe(edits);
  });

  test('is that of letters added, dropped, replaced or swapped', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (one, other) => {
        const edits = editsBetween(one, other);
        expect(edits).toBe(editsBetween(other, one));
        expect(edits === 0).toBe(one === other);
        expect(edits).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(edits).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
      }),
    );
  });
});
