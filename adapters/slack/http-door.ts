import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { HTTPReceiver, verifySlackRequest } from '@slack/bolt';
import type { Logger } from '@slack/web-api';
import type { InFlight } from '../../src/chat/in-flight.ts';
import { type Json, list, object } from '../../src/chat/json.ts';
import { type Body, readBody } from '../../src/chat/read-body.ts';
import { clockSkewSeconds, requestBytes } from './limits.ts';

export const eventsPath = '/slack/events';

const form = 'application/x-www-form-urlencoded';

/** Bolt's own receiver of Slack's requests, without a server of its own. */
export function createHttpReceiver(signingSecret: string, logger: Logger): HTTPReceiver {
  return new HTTPReceiver({
    signingSecret,
    endpoints: [eventsPath],
    bodyLimit: requestBytes,
    logger,
    // Handlers answer for their own errors, so what arrives here is a payload that makes no sense.
    processEventErrorHandler: async ({ response }) => {
      if (!response.headersSent) end(response, 400);
      return true;
    },
  });
}

/**
 * What stands before Bolt's receiver, which lets timestamps from the future pass and is ended by a signed body that is
 * no object: the rejection is nobody's to handle there.
 */
export class HttpDoor {
  private readonly receiver: HTTPReceiver;
  private readonly signingSecret: string;
  private readonly inFlight: InFlight;
  private readonly now: () => number;
  private closed = false;

  constructor(parts: {
    readonly receiver: HTTPReceiver;
    readonly signingSecret: string;
    readonly inFlight: InFlight;
    readonly now: () => number;
  }) {
    this.receiver = parts.receiver;
    this.signingSecret = parts.signingSecret;
    this.inFlight = parts.inFlight;
    this.now = parts.now;
  }

  /** From now on everything is turned away; Slack delivers it again, or tells the person. */
  close(): void {
    this.closed = true;
  }

  readonly handle = (request: IncomingMessage, response: ServerResponse): void => {
    // Counted only once it is all here: a sender that never ends must not hold up stopping.
    readBody(request, requestBytes).then(
      (body) => this.inFlight.run(() => this.pass(request, response, body)),
      () => response.destroy(),
    );
  };

  private async pass(request: IncomingMessage, response: ServerResponse, body: Body): Promise<void> {
    const gone = new Promise<void>((resolve) => response.once('close', resolve));
    try {
      const status = this.statusFor(request, body);
      if (status === null) this.receiver.requestListener(request, response);
      else end(response, status);
    } catch {
      if (!response.headersSent) end(response, 400);
    }
    if (!response.closed) await gone;
  }

  /** The status that answers a request here and now; null for one that goes on to Bolt. */
  private statusFor(request: IncomingMessage, body: Body): number | null {
    if (this.closed) return 503;
    if (body === 'too large') return 413;
    // Bolt takes the body from here instead of reading it itself.
    Object.assign(request, { rawBody: body });
    const isForm = (request.headers['content-type'] ?? '').startsWith(form);
    if (isForm) request.headers['content-type'] = form;
    const text = body.toString();
    if (isForm && parse(text).ssl_check === '1') return null;
    if (!isOfNow(request, this.now())) return 401;
    const status = statusForPayload(text, isForm);
    // What goes on is verified by Bolt; only what is answered here has to be verified here.
    return status === null || this.isFromSlack(request, text) ? status : 401;
  }

  private isFromSlack(request: IncomingMessage, body: string): boolean {
    const headers = {
      'x-slack-signature': header(request, 'x-slack-signature'),
      'x-slack-request-timestamp': timestampOf(request),
    };
    try {
      verifySlackRequest({ signingSecret: this.signingSecret, body, headers });
      return true;
    } catch {
      return false;
    }
  }
}

function timestampOf(request: IncomingMessage): number {
  return Number(header(request, 'x-slack-request-timestamp') || Number.NaN);
}

/** Not stale, and not from the future; false for what is no number. */
function isOfNow(request: IncomingMessage, now: number): boolean {
  return Math.abs(now / 1000 - timestampOf(request)) <= clockSkewSeconds;
}

/** Null where Bolt can make something of it; over the rest it would wait for three seconds in vain. */
function statusForPayload(text: string, isForm: boolean): number | null {
  try {
    const fields = isForm ? parse(text) : undefined;
    const payload = typeof fields?.payload === 'string' ? fields.payload : undefined;
    return statusForBody(
      object(fields === undefined || payload !== undefined ? JSON.parse(payload ?? text) : fields),
    );
  } catch {
    return 400;
  }
}

const interactions: ReadonlySet<unknown> = new Set([
  ...['block_actions', 'view_submission', 'view_closed', 'shortcut', 'message_action', 'block_suggestion'],
]);

function statusForBody(body: Json): number | null {
  const { type, command, event, user, actions } = body;
  if (type === undefined) return typeof command === 'string' ? null : 400;
  if (type === 'url_verification') return null;
  if (type === 'event_callback') return typeof object(event).type === 'string' ? null : 400;
  // Slack adds kinds of payloads without asking: what nobody here listens to is taken note of, and that is all.
  if (!interactions.has(type)) return typeof type === 'string' ? 200 : 400;
  if (typeof object(user).id !== 'string') return 400;
  return type === 'block_actions' && Object.keys(object(list(actions)[0])).length === 0 ? 400 : null;
}

function header(request: IncomingMessage, name: string): string {
  return [request.headers[name]].flat()[0] ?? '';
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, status === 413 ? { connection: 'close' } : {});
  response.end();
}
