import { describe, expect, test } from '@jest/globals';
import { channelOf, placeOf, toAddress, toMessageRef } from '../../adapters/slack/address.ts';

describe('where a message is', () => {
  test('is read back as it was written', () => {
    expect(channelOf(toAddress('D01ABC'))).toBe('D01ABC');
    expect(placeOf(toMessageRef({ channel: 'D01ABC', ts: '17.000100' }))).toEqual({
      channel: 'D01ABC',
      ts: '17.000100',
    });
  });

  test.each([null, '', 'D', 'U01', 'd01', 'D01/17.1', 'xD01', 'D01 ', '{"conversation":"D01"}'])(
    '%j is no address of ours',
    (address) => {
      expect(channelOf(address)).toBeNull();
    },
  );

  test.each(['', 'D01', 'D01/17', '/17.1', 'D01/17.', 'D01/17.1x', 'xD01/17.1', 'U01/17.1', 'teams:a/b'])(
    '%j is no message of ours',
    (ref) => {
      expect(placeOf(ref)).toBeNull();
    },
  );

  test('a channel and a group have addresses too', () => {
    expect(['C01', 'G01'].map(channelOf)).toEqual(['C01', 'G01']);
    expect(placeOf('G01/1.2')).toEqual({ channel: 'G01', ts: '1.2' });
  });
});
