import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { placeOf as slackPlaceOf } from '../../adapters/slack/address.ts';
import { placeOf, postedOf, toAddress, toMessageRef } from '../../adapters/teams/address.ts';

const id = fc.string({ minLength: 1, unit: 'binary' });

test('an address and a message are found again, whatever characters their ids have', () => {
  const place = fc.record({
    ...{ serviceUrl: id, conversation: id, bot: fc.string(), user: id, tenant: fc.string() },
  });
  fc.assert(
    fc.property(place, fc.boolean(), id, (there, isRemoved, activity) => {
      const kept = isRemoved ? { ...there, removed: true as const } : there;
      expect(placeOf(toAddress(kept))).toEqual(kept);
      const posted = { conversation: there.conversation, activity };
      const ref = toMessageRef(posted);
      expect(postedOf(ref)).toEqual(posted);
      expect(slackPlaceOf(ref)).toBeNull();
      expect(ref).not.toMatch(/^m\d+$/);
    }),
  );
});

test('two chats or two messages never have the same reference', () => {
  expect(toMessageRef({ conversation: 'a/b', activity: 'c' })).not.toBe(
    toMessageRef({ conversation: 'a', activity: 'b/c' }),
  );
});

test('nothing that someone else wrote is taken for an address or a message', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(placeOf(text)).toBeNull();
      expect(postedOf(text)).toBeNull();
    }),
  );
});
