import { describe, expect, test } from '@jest/globals';
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { codeOf, failureOf, isAboutToken } from '../../adapters/slack/failures.ts';

describe('what Slack refuses', () => {
  function refusal(error: string, more: object = {}): WebAPIPlatformError {
    return new WebAPIPlatformError({ ok: false, error, ...more } as never);
  }

  test.each(
    Object.entries({
      unreachable:
        'user_not_found users_not_found user_disabled user_not_visible cannot_dm_bot invalid_user_combination method_not_supported_for_channel_type channel_not_found is_archived messages_tab_disabled not_in_channel restricted_action restricted_action_read_only_channel channel_is_limited_access',
      rejected:
        'invalid_blocks invalid_blocks_format invalid_arguments invalid_arg_name msg_too_long msg_blocks_too_long no_text too_many_attachments invalid_array_arg invalid_charset invalid_form_data invalid_post_type missing_post_type message_not_found cant_update_message edit_window_closed block_mismatch is_inactive',
      'rate-limited': 'ratelimited rate_limited message_limit_exceeded',
      temporary: 'internal_error fatal_error invalid_auth a_code_of_tomorrow',
    }).flatMap(([why, codes]) => codes.split(' ').map((code) => [code, why])),
  )('%s: %s', (code, why) => {
    expect(failureOf(refusal(code))).toEqual({ ok: false, why, code });
  });

  test('tells how long to wait, a second at least', () => {
    expect(failureOf(new WebAPIRateLimitedError(7))).toEqual({
      ...{ ok: false, why: 'rate-limited', code: 'ratelimited' },
      retryAfterMs: 7_000,
    });
    expect(failureOf(refusal('rate_limited', { response_metadata: { retryAfter: 0 } }))).toEqual({
      ...{ ok: false, why: 'rate-limited', code: 'rate_limited' },
      retryAfterMs: 1_000,
    });
  });

  test('is temporary where it was not Slack that answered, or not in its words', () => {
    const unavailable = new WebAPIHTTPError(503, 'Service Unavailable', {}, '');
    expect(failureOf(unavailable)).toEqual({ ok: false, why: 'temporary', code: 'http_503' });
    const cut = new WebAPIRequestError(Object.assign(new Error('x'), { code: 'ECONNRESET' }));
    expect(failureOf(cut)).toEqual({ ok: false, why: 'temporary', code: 'ECONNRESET' });
    expect(codeOf(new WebAPIRequestError(new Error('x')))).toBe('no_connection');
    expect(failureOf(refusal('<html>what was said</html>'))).toEqual({
      ok: false,
      why: 'temporary',
      code: 'unreadable_answer',
    });
    const ours = Object.assign(new Error('x'), { code: 'user_not_found' });
    expect(failureOf(ours)).toEqual({ ok: false, why: 'temporary', code: 'user_not_found' });
    expect(failureOf('what was said')).toEqual({ ok: false, why: 'temporary', code: 'unknown' });
  });

  test('is logged as a code, and never as text', () => {
    const error = (code: unknown, cause?: unknown) => Object.assign(new Error('x', { cause }), { code });
    expect(codeOf(error('ETIMEDOUT'))).toBe('ETIMEDOUT');
    expect(codeOf(error('not a code', error('EPIPE')))).toBe('EPIPE');
    for (const code of ['x', '1abc', 'a-b', 'a b', 'b '.repeat(40), 'a'.repeat(62), 5])
      expect(codeOf(error(code))).toBeUndefined();
    expect(codeOf(error('a'.repeat(61)))).toBe('a'.repeat(61));
    expect(codeOf({ code: 'EPIPE' })).toBeUndefined();
  });

  test.each(
    'invalid_auth not_authed account_inactive token_revoked token_expired missing_scope not_allowed_token_type no_permission org_login_required team_access_not_granted user_removed_from_team'.split(
      ' ',
    ),
  )('%s is about the token, which an operator has to look at', (code) => {
    expect(isAboutToken(code)).toBe(true);
  });

  test('anything else is not', () => {
    expect(['ratelimited', 'user_not_found', ''].map(isAboutToken)).toEqual([false, false, false]);
  });
});
