import { describe, expect, test } from '@jest/globals';
import { credentialsRefusedBy, failureOf, failureOfChange } from '../../adapters/teams/failures.ts';
import { NoToken } from '../../adapters/teams/no-token.ts';

describe('what Microsoft refuses', () => {
  function answer(statusCode: unknown, code?: unknown, headers: Record<string, string> = {}): Error {
    const response = { headers: { get: (name: string) => headers[name] } };
    return Object.assign(new Error('what was said'), { name: 'RestError', statusCode, code, response });
  }

  test.each([
    [400, 'rejected'],
    [401, 'temporary'],
    [403, 'unreachable'],
    [412, 'temporary'],
    [413, 'rejected'],
    [418, 'temporary'],
    [500, 'temporary'],
    [502, 'temporary'],
    [503, 'temporary'],
    [504, 'temporary'],
  ])('%d: %s', (status, why) => {
    expect(failureOf(answer(status))).toEqual({ ok: false, why, code: `http_${status}` });
    expect(failureOf(answer(status, 'ACode'))).toEqual({ ok: false, why, code: 'ACode' });
    expect(failureOf(answer(status, 'what was said'))).toMatchObject({ code: `http_${status}` });
  });

  test('404: the chat is not found, which may pass', () => {
    const gone = { ok: false, why: 'unreachable', mayPass: true };
    expect(failureOf(answer(404))).toEqual({ ...gone, code: 'http_404' });
    expect(failureOf(answer(404, 'ConversationNotFound'))).toEqual({ ...gone, code: 'ConversationNotFound' });
  });

  test('of the bot, not of the person, costs nobody a message', () => {
    expect(failureOf(answer(403, 'InvalidBotApiHost'))).toMatchObject({ why: 'temporary' });
  });

  test('a change of a message that is gone is over, while its reader is still there', () => {
    const over = { ok: false, why: 'rejected' };
    for (const code of ['ActivityNotFound', 'MessageNotFoundInChat'])
      expect(failureOfChange(answer(404, code))).toEqual({ ...over, code });
    // The chat, or what nobody can tell: that may pass.
    for (const code of ['ConversationNotFound', 'NoActivityNotFound'])
      expect(failureOfChange(answer(404, code))).toEqual({ ...over, code, mayPass: true });
    expect(failureOfChange(answer(404))).toEqual({ ...over, code: 'http_404', mayPass: true });
    expect(failureOfChange(answer(404, 'InvalidBotApiHost')).ok).toBe(false);
    expect(failureOfChange(answer(404, 'InvalidBotApiHost'))).toMatchObject({ why: 'temporary' });
    expect(failureOfChange(answer(403))).toMatchObject({ why: 'unreachable' });
    expect(failureOfChange(answer(500))).toMatchObject({ why: 'temporary' });
  });

  test.each<[Record<string, string>, number | undefined]>([
    [{}, undefined],
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': '0.0001' }, 1_000],
    [{ 'retry-after': '1.2345' }, 1_235],
    [{ 'retry-after': '-5' }, 1_000],
    [{ 'retry-after': 'Wed, 02 Dec 2026 12:00:09 GMT', date: 'Wed, 02 Dec 2026 12:00:00 GMT' }, 9_000],
    [{ 'retry-after': 'Wed, 02 Dec 2026 12:00:09 GMT' }, undefined],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': 'Infinity' }, undefined],
  ])('429 with %j holds that chat for %p ms', (headers, retryAfterMs) => {
    expect(failureOf(answer(429, 'Throttled', headers))).toStrictEqual({
      ...{ ok: false, why: 'rate-limited', code: 'Throttled', holds: 'recipient' },
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  });

  test('no answer is temporary', () => {
    const cut = Object.assign(new Error('x'), { name: 'RestError', code: 'ECONNRESET' });
    expect(failureOf(cut)).toEqual({ ok: false, why: 'temporary', code: 'ECONNRESET' });
    expect(failureOf({ name: 'RestError', statusCode: 403 })).toMatchObject({ why: 'temporary' });
    expect(failureOf(Object.assign(new Error('x'), { statusCode: 403 }))).toMatchObject({ why: 'temporary' });
    expect(failureOf(answer('403'))).toEqual({ ok: false, why: 'temporary', code: 'no_connection' });
    const bare = Object.assign(new Error('x'), { name: 'RestError', statusCode: 429 });
    expect(failureOf(bare)).toEqual({ ok: false, why: 'rate-limited', code: 'http_429', holds: 'recipient' });
  });

  test('who has found fault with the bot’s own credentials is known', () => {
    expect(credentialsRefusedBy(new NoToken('AADSTS7000215'))).toBe('login');
    expect(credentialsRefusedBy(answer(401))).toBe('connector');
    expect([answer(403), new Error('x'), null].map(credentialsRefusedBy)).toEqual([null, null, null]);
  });
});
