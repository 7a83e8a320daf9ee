import type { ServerResponse } from 'node:http';
import { type LineFault, meetOnTheWay, type Scripted, Scripts } from '../faults.ts';

/** What goes wrong with a call. `delivers`: whether the call takes effect although it is not answered well. */
export type Fault = Scripted &
  /** 429; without `retryAfter` (seconds) there is no such header, as in Teams now and then. */
  (
    | { readonly kind: 'rate-limited'; readonly retryAfter?: number }
    | { readonly kind: 'server-error'; readonly status?: 500 | 502 | 503 | 504; readonly delivers?: boolean }
    /** 202 and an empty body, as Teams does at times: the message is there, and nobody says where. */
    | { readonly kind: 'accepted' }
    | LineFault
    /** A refusal in Teams' own shape, such as 403 MessageWritesBlocked or 412 PreconditionFailed. */
    | { readonly kind: 'refusal'; readonly status: number; readonly code: string }
    | { readonly kind: 'nonsense'; readonly delivers?: boolean }
  );

/** The faults that were scripted. */
export class Faults extends Scripts<Fault> {
  constructor() {
    super(matches);
  }
}

/** `*` is every method of the connector; `post` the three that make a message. The login is named by itself. */
function matches(meant: string, method: string): boolean {
  if (meant === '*') return !method.startsWith('login.');
  if (meant === 'post') return method === 'replyToActivity' || method === 'sendToConversation';
  return meant === method;
}

export interface Outcome {
  readonly status: number;
  readonly body: object | string;
}

export type Respond = (outcome: Outcome, headers?: Readonly<Record<string, string>>) => void;

/** A refusal in the shape of the connector's. */
export function refusal(status: number, code: string, message = code): Outcome {
  return { status, body: { error: { code, message } } };
}

/**
 * Lets a call run into `fault`. `work` does what was asked for and gives what Teams would answer; it is called only
 * where the fault lets the call take effect.
 */
export async function meet(
  fault: Fault,
  response: ServerResponse,
  respond: Respond,
  work: () => Outcome,
): Promise<void> {
  if ('delivers' in fault && fault.delivers) work();
  switch (fault.kind) {
    case 'rate-limited':
      return respond(
        refusal(429, 'Too many requests'),
        fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) },
      );
    case 'server-error':
      return respond(refusal(fault.status ?? 500, 'ServiceError'));
    case 'nonsense':
      return respond({ status: 200, body: '<!DOCTYPE html><title>Proxy</title><p>Sign in to continue.</p>' });
    case 'refusal':
      return respond(refusal(fault.status, fault.code));
    case 'accepted':
      work();
      return respond({ status: 202, body: '' });
    default:
      return meetOnTheWay(fault, response, work, respond);
  }
}
