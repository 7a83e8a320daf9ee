import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import type { DeliveryResult } from '../../src/chat/delivery.ts';

/** A delivery that did not succeed, as the outbox sees it. */
export type Failure = Extract<DeliveryResult, { ok: false }>;
type Why = Failure['why'];

const post = 'https://docs.slack.dev/reference/methods/chat.postMessage#errors';
const update = 'https://docs.slack.dev/reference/methods/chat.update#errors';
const open = 'https://docs.slack.dev/reference/methods/conversations.open#errors';

/**
 * What Slack's error codes mean for a message, with the page that explains each. Whatever is not listed is taken for
 * temporary: a code that Slack adds, or a token that an operator will fix, must not cost a clinician a message.
 */
const meanings: readonly (readonly [why: Why, page: string, codes: readonly string[]])[] = [
  [
    'unreachable',
    open,
    ['user_not_found', 'users_not_found', 'user_disabled', 'user_not_visible', 'cannot_dm_bot'],
  ],
  ['unreachable', open, ['invalid_user_combination', 'method_not_supported_for_channel_type']],
  ['unreachable', post, ['channel_not_found', 'is_archived', 'messages_tab_disabled', 'not_in_channel']],
  [
    'unreachable',
    post,
    ['restricted_action', 'restricted_action_read_only_channel', 'channel_is_limited_access'],
  ],
  ['rejected', post, ['invalid_blocks', 'invalid_blocks_format', 'invalid_arguments', 'invalid_arg_name']],
  [
    'rejected',
    post,
    ['msg_too_long', 'msg_blocks_too_long', 'no_text', 'too_many_attachments', 'invalid_array_arg'],
  ],
  ['rejected', post, ['invalid_charset', 'invalid_form_data', 'invalid_post_type', 'missing_post_type']],
  [
    'rejected',
    update,
    ['message_not_found', 'cant_update_message', 'edit_window_closed', 'block_mismatch', 'is_inactive'],
  ],
  ['rate-limited', post, ['ratelimited', 'rate_limited', 'message_limit_exceeded']],
];

const whyOf = new Map(meanings.flatMap(([why, , codes]) => codes.map((code) => [code, why] as const)));

/** What an operator must fix: https://docs.slack.dev/reference/methods/auth.test#errors */
const tokenCodes: ReadonlySet<string> = new Set([
  ...['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'missing_scope'],
  ...[
    'not_allowed_token_type',
    'no_permission',
    'org_login_required',
    'team_access_not_granted',
    'user_removed_from_team',
  ],
]);

export function isAboutToken(code: string): boolean {
  return tokenCodes.has(code);
}

/** What went wrong with a call of the Web API. */
export function failureOf(error: unknown): Failure {
  const code = codeOf(error) ?? 'unknown';
  if (error instanceof WebAPIRateLimitedError) return rateLimited(code, error.retryAfter);
  if (!(error instanceof WebAPIPlatformError)) return { ok: false, why: 'temporary', code };
  const why = whyOf.get(code) ?? 'temporary';
  return why === 'rate-limited'
    ? rateLimited(code, error.data.response_metadata?.retryAfter)
    : { ok: false, why, code };
}

function rateLimited(code: string, seconds: number | undefined): Failure {
  const wait = seconds === undefined ? {} : { retryAfterMs: Math.max(1, seconds) * 1000 };
  return { ok: false, why: 'rate-limited', code, ...wait };
}

/**
 * A code fit for the log: Slack's, Node's, or of our own making. An answer that is no JSON becomes an "error" that
 * quotes all of it in the SDK, hence the pattern.
 */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof WebAPIRateLimitedError) return 'ratelimited';
  if (error instanceof WebAPIHTTPError) return `http_${error.statusCode}`;
  if (error instanceof WebAPIPlatformError) return loggable(error.data.error) ?? 'unreadable_answer';
  if (error instanceof WebAPIRequestError) return codeOf(error.original) ?? 'no_connection';
  if (!(error instanceof Error)) return undefined;
  return loggable((error as { code?: unknown }).code) ?? codeOf(error.cause);
}

function loggable(code: unknown): string | undefined {
  return typeof code === 'string' && /^[A-Za-z][A-Za-z0-9_]{1,60}$/.test(code) ? code : undefined;
}
