import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { placeOf, postedOf, toAddress, toMessageRef } from '../../adapters/teams/address.ts';

const connector = 'https://smba.trafficmanager.net/emea/';

describe('where a message is', () => {
  const place = { serviceUrl: connector, conversation: 'a:1', bot: '28:b', user: '29:u', tenant: 't' };

  test('is read back as it was written, whatever its ids hold', () => {
    const id = fc.string({ minLength: 1, unit: fc.constantFrom('a', '/', '%', '%2F', '%25', ':', ' ') });
    fc.assert(
      fc.property(id, id, (conversation, activity) => {
        expect(postedOf(toMessageRef({ conversation, activity }))).toEqual({ conversation, activity });
        expect(placeOf(toAddress({ ...place, conversation, user: activity }))).toEqual({
          ...place,
          conversation,
          user: activity,
        });
      }),
    );
    expect(placeOf(toAddress({ ...place, removed: true }))).toEqual({ ...place, removed: true });
    expect(toMessageRef({ conversation: 'a/b', activity: '1%' })).toBe('teams:a%2Fb/1%25');
  });

  test('a local client names neither bot nor tenant', () => {
    expect(placeOf(toAddress({ ...place, bot: '', tenant: '' }))).toEqual({ ...place, bot: '', tenant: '' });
  });

  test.each([
    ...['serviceUrl', 'conversation', 'user'].map((part) => ({ ...place, [part]: '' })),
    ...['serviceUrl', 'conversation', 'user', 'bot', 'tenant'].map((part) => ({ ...place, [part]: 5 })),
  ])('%j is no address of ours', (json) => {
    expect(placeOf(JSON.stringify(json))).toBeNull();
  });

  test('nor is anything else', () => {
    expect([null, '', 'D01', '[]', 'null'].map(placeOf)).toEqual([null, null, null, null, null]);
    expect(placeOf(JSON.stringify({ ...place, removed: 'no' }))).toEqual(place);
  });

  test.each([
    '',
    'teams:',
    'teams:a',
    'teams:a/',
    'teams:/b',
    'teams:a/b/c',
    'slack:a/b',
    'teams:a%20/b',
    'teams:a/b%2f',
    'D01/17.1',
    'xteams:a/b',
  ])('%j is no message of ours', (ref) => {
    expect(postedOf(ref)).toBeNull();
  });
});
