import type { IncomingMessage, ServerResponse } from 'node:http';
import { millisecondsInMinute } from '../../calendar/spans.ts';
import type { HttpMount } from '../../chat/adapter.ts';
import { type Clock, uptime } from '../../system/clock.ts';
import { isLately } from '../../system/lately.ts';
import { type Log, loggedError } from '../../system/logger.ts';
import type { Secret } from '../../system/secret.ts';
import { createPace } from './pace.ts';
import { readReport } from './rules.ts';
import { createSignatures, signedHeaders } from './signature.ts';
import { type TakingIn, takeIn } from './take-in.ts';

export const referralsPath = '/support/referrals';

const mostBytes = 64 * 1024;

/** When what failed here may be tried again (seconds). */
const againAfter = 60;

export interface DoorParts extends Omit<TakingIn, 'now'> {
  /** Any of them may have signed: two while one takes the other's place. */
  readonly secrets: Secret<readonly string[]>;
  readonly clock: Clock;
  readonly log: Log;
  /** Called after every commit: something may be waiting in the outbox. */
  readonly committed: () => void;
}

interface Answer {
  readonly status: number;
  readonly body?: Readonly<Record<string, string | number>>;
  readonly retryAfter?: number;
}

/** Takes in what an incident-report system sends. Nothing of it is logged, whatever becomes of it. */
export function takeReferrals(http: HttpMount, parts: DoorParts, pacedBy: Clock = uptime): void {
  const isSigned = createSignatures(parts.secrets);
  const waits = createPace(pacedBy);
  const refused = logRefusals(parts);

  const admits = ({ headers }: IncomingMessage, response: ServerResponse): boolean => {
    const isJson = /^application\/json *(;|$)/i.test(headers['content-type'] ?? '');
    if (signedHeaders(headers) !== null && isJson) return true;
    if (isJson) refused('no_signature');
    send(response, { status: isJson ? 401 : 415 });
    return false;
  };

  const answer = async (request: IncomingMessage, body: Buffer): Promise<Answer> => {
    const headers = signedHeaders(request.headers);
    if (headers === null || !isSigned(body, headers)) {
      refused('signature');
      return { status: 401 };
    }
    const retryAfter = waits();
    if (retryAfter !== null) return { status: 429, retryAfter };
    const read = readReport(body.toString(), parts.content.support.choices);
    if (!read.ok) return { status: 400, body: { field: read.field, why: read.why } };
    const taken = await takeIn({ ...parts, now: parts.clock.now() }, headers['webhook-id'], read.report);
    parts.committed();
    if (taken.isForNobody)
      parts.log.warn('an incident-report system asked for support, and nobody is there to look after it');
    return { status: 202, body: { referred: taken.referred } };
  };

  http.post(referralsPath, { maxBytes: mostBytes, admits }, (request, body, response) => {
    answer(request, body).then(
      (answered) => send(response, answered),
      (error) => {
        parts.log.error('could not take in a referral', { error: loggedError(error) });
        send(response, { status: 503, retryAfter: againAfter });
      },
    );
  });
}

/** To GET and HEAD. */
export function onlyPost(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(405, { allow: 'POST', 'content-length': '0' }).end();
}

function send(response: ServerResponse, { status, body, retryAfter }: Answer): void {
  const text = body === undefined ? '' : `${JSON.stringify(body)}\n`;
  response
    .writeHead(status, {
      'content-length': Buffer.byteLength(text),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    })
    .end(text);
}

/** A line of each code once a minute: a wrong secret doesn't look as if nobody ever sent anything. */
function logRefusals({ log, clock }: DoorParts): (code: 'no_signature' | 'signature') => void {
  const loggedAt = new Map<string, number>();
  return (code) => {
    const now = clock.now();
    if (isLately(loggedAt.get(code) ?? Number.NEGATIVE_INFINITY, millisecondsInMinute, now)) return;
    loggedAt.set(code, now);
    log.warn('refused a referral that is not signed with BUDDY_REFERRALS_SECRET', { code });
  };
}
