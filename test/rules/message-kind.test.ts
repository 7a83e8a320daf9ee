import { describe, expect, test } from '@jest/globals';
import { messageKind } from '../../src/outbox/message-kind.ts';

const reach = messageKind('reach', 'pair', 'recipient', 'id');

describe('the key of a message', () => {
  const key = reach.key({ pair: 'p1', recipient: 'ben', id: 'id' });

  test('says of what kind it is and what it is about, and is read as it was made', () => {
    expect(reach.name).toBe('reach');
    expect(key).toBe('reach:p1:ben:id');
    expect(reach.read(key)).toEqual({ pair: 'p1', recipient: 'ben', id: 'id' });
  });

  test('begins like those of its kind about the same, and like no others', () => {
    expect(reach.beginning({ pair: 'p1' })).toBe('reach:p1:');
    expect(reach.beginning({ pair: 'p1', recipient: 'ben' })).toBe('reach:p1:ben:');
    expect(key.startsWith(reach.beginning({ pair: 'p' }))).toBe(false);
    expect(key.startsWith(reach.beginning({ pair: 'p1', recipient: 'be' }))).toBe(false);
  });
});

test.each([
  '',
  'reach',
  'reach:p1:ben',
  'reach:p1:ben:',
  'reach::ben:id',
  'reach:p1:ben:id:more',
  'nudge:p1:ben:id',
  'reached:p1:ben:id',
])('%j is no such key', (key) => {
  expect(reach.read(key)).toBeNull();
});
