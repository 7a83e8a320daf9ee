import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { faultOnSight, Signature } from '../../adapters/slack/signature.ts';
import { Secret } from '../../src/system/secret.ts';

describe('who knocks', () => {
  const now = Date.parse('2026-12-02T12:00:00Z');
  const slack = new Signature(new Secret('the signing secret'));

  function signed(body: string, at = now / 1000, secret = 'the signing secret') {
    const timestamp = String(at);
    const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    return { timestamp, signature: `v0=${digest}` };
  }

  test('is let in when Slack signed what came', () => {
    expect(slack.faultOf(Buffer.from('a=1'), signed('a=1'), now)).toBeNull();
  });

  test('is not when something of it was changed, or another secret was used', () => {
    const late = { ...signed('a=1'), timestamp: String(now / 1000 - 1) };
    expect(slack.faultOf(Buffer.from('a=2'), signed('a=1'), now)).toBe('wrong_signature');
    expect(slack.faultOf(Buffer.from('a=1'), late, now)).toBe('wrong_signature');
    expect(slack.faultOf(Buffer.from('a=1'), signed('a=1', now / 1000, 'another'), now)).toBe(
      'wrong_signature',
    );
  });

  test('may be five minutes late or early, and no more', () => {
    const offBy = [-301, -300, 300, 301].map((seconds) =>
      slack.faultOf(Buffer.from('a'), signed('a', now / 1000 + seconds), now),
    );
    expect(offBy).toEqual(['clock', null, null, 'clock']);
  });

  test.each(['', 'now', '1.5e9', ' 1', '-1', '1780000000000'])(
    'is not with the timestamp %j',
    (timestamp) => {
      const { signature } = signed('a', timestamp as unknown as number);
      const at = Number(timestamp) * 1000 || now;
      expect(slack.faultOf(Buffer.from('a'), { timestamp, signature }, at)).toBe('no_signature');
    },
  );

  test('is turned away by the stamp alone, before anyone computes anything', () => {
    const long = signed('a', now / 1000 - 3_600, 'another');
    expect(faultOnSight(long, now)).toBe('clock');
    expect(faultOnSight(signed('a'), now)).toBeNull();
  });

  test('is not with a signature of another shape', () => {
    const { timestamp, signature } = signed('a');
    for (const forged of [
      `x${signature}`,
      `${signature}0`,
      signature.slice(0, -1),
      signature.toUpperCase(),
      '',
      'v0=',
    ])
      expect(slack.faultOf(Buffer.from('a'), { timestamp, signature: forged }, now)).toBe('no_signature');
  });
});
