import type { DeliveryResult } from '../../src/chat/delivery.ts';
import { loggable, networkCode } from './error-code.ts';
import { NoToken } from './no-token.ts';

/** A delivery that did not succeed, as the outbox sees it. */
export type Failure = Extract<DeliveryResult, { ok: false }>;
type Why = Failure['why'];

const statusCodes =
  'https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#status-code-responses';
const proactive =
  'https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages';
const pace = 'https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit';

/**
 * What the connector's answers mean for a new message, with the page that explains each. Whatever is not listed is taken
 * for temporary: an answer that Microsoft adds, or a credential that an operator will fix, must not cost a clinician a
 * message.
 */
const meanings: readonly (readonly [status: number, why: Why, page: string])[] = [
  [400, 'rejected', statusCodes],
  [401, 'temporary', statusCodes],
  // Blocked (`MessageWritesBlocked`, `ConversationBlockedByUser`), removed, or not allowed by an administrator.
  [403, 'unreachable', proactive],
  // The chat isn't found: for now, as happens, or for good. See `passing`.
  [404, 'unreachable', statusCodes],
  [412, 'temporary', pace],
  [413, 'rejected', statusCodes],
  [429, 'rate-limited', pace],
  [500, 'temporary', statusCodes],
  [502, 'temporary', pace],
  [503, 'temporary', statusCodes],
  [504, 'temporary', pace],
];

const whyOf = new Map(meanings.map(([status, why]) => [status, why]));

/** What Microsoft said it couldn't find, it may find the next time. */
const passing = 404;

/** But a message that's gone was deleted by its reader. */
const messageIsGone = /^(?:Activity|Message)NotFound/;

/** Said of the bot, not of the person: it is at the wrong address for this tenant (GCC has its own). See `statusCodes`. */
const aboutTheBot: ReadonlySet<string> = new Set(['InvalidBotApiHost']);

/** Ours: nobody is asked again at once, whatever an answer says. */
const shortestWaitMs = 1000;

/** What went wrong with a new message, or with anything else than a change. */
export function failureOf(error: unknown): Failure {
  const answer = answerIn(error);
  if (answer === null) return { ok: false, why: 'temporary', code: networkCode(error) };
  const code = loggable(answer.code) ?? `http_${answer.status}`;
  const why = whyOf.get(answer.status) ?? 'temporary';
  if (why === 'rate-limited') {
    // Microsoft counts for each chat; what it counts for a tenant is kept by the pace, before anything is sent.
    const wait = answer.retryAfterMs === undefined ? {} : { retryAfterMs: answer.retryAfterMs };
    return { ok: false, why, code, ...wait, holds: 'recipient' };
  }
  if (aboutTheBot.has(code)) return { ok: false, why: 'temporary', code };
  return { ok: false, why, code, ...(answer.status === passing ? { mayPass: true } : {}) };
}

/** The same for a change of a message: it, or the chat that it stood in, can be gone while its reader is there. */
export function failureOfChange(error: unknown): Failure {
  const failure = failureOf(error);
  if (failure.why !== 'unreachable' || failure.mayPass !== true) return failure;
  const gone = { ok: false, why: 'rejected', code: failure.code } as const;
  return messageIsGone.test(failure.code) ? gone : { ...gone, mayPass: true };
}

/** Who has found fault with the bot's own credentials, which an operator has to fix; null when nobody has. */
export function credentialsRefusedBy(error: unknown): 'login' | 'connector' | null {
  if (error instanceof NoToken) return 'login';
  return answerIn(error)?.status === 401 ? 'connector' : null;
}

/** An answer of the connector that was none of success, as the SDK throws it. */
interface Answer {
  readonly status: number;
  readonly code: unknown;
  readonly retryAfterMs: number | undefined;
}

function answerIn(error: unknown): Answer | null {
  if (!(error instanceof Error) || error.name !== 'RestError') return null;
  const { statusCode, code, response } = error as Error & {
    statusCode?: unknown;
    code?: unknown;
    response?: { headers?: { get(name: string): string | undefined } };
  };
  if (typeof statusCode !== 'number') return null;
  const header = (name: string) => response?.headers?.get(name);
  return {
    status: statusCode,
    code,
    retryAfterMs: waitMs(header('retry-after'), header('date')),
  };
}

/**
 * Seconds, or a date of the same clock as the answer's: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 * Undefined where Microsoft does not say, so that each further try waits longer.
 */
function waitMs(retryAfter: string | undefined, answeredAt: string | undefined): number | undefined {
  if (retryAfter === undefined) return undefined;
  const seconds = Number(retryAfter);
  const ms = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.parse(answeredAt ?? '') : seconds * 1000;
  return Number.isFinite(ms) ? Math.max(shortestWaitMs, Math.ceil(ms)) : undefined;
}
