import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Receiver } from '@slack/bolt';
import type { PostHandle, PostTerms } from '../../src/chat/adapter.ts';
import type { Secret } from '../../src/system/secret.ts';
import type { Gate } from '../shared/gate.ts';
import type { InFlight } from '../shared/in-flight.ts';
import { type Json, string } from '../shared/json.ts';
import { checkBytes, requestBytes } from './limits.ts';
import { readPayload, refusalOf } from './payload.ts';
import { refusals } from './refusals.ts';
import { type Claimed, type Forgery, faultOnSight, Signature } from './signature.ts';

export const eventsPath = '/slack/events';

/**
 * Bolt's receiver of Slack's requests over HTTP, on a port that others share. Bolt's own reads and parses each request
 * a second time, waits three seconds over one that nobody answers, and is ended by a signed body that is no object.
 */
export class HttpDoor implements Receiver {
  private readonly signature: Signature;
  private readonly inFlight: InFlight;
  private readonly gate: Gate;
  private readonly now: () => number;
  private app: Pick<App, 'processEvent'> | null = null;
  private closed = false;

  constructor(parts: {
    readonly signingSecret: Secret;
    readonly inFlight: InFlight;
    readonly gate: Gate;
    /** The real time, in epoch milliseconds. */
    readonly now: () => number;
  }) {
    this.signature = new Signature(parts.signingSecret);
    this.inFlight = parts.inFlight;
    this.gate = parts.gate;
    this.now = parts.now;
  }

  init(app: App): void {
    this.app = app;
  }

  // The port is opened and closed by the one that shares it out.
  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  /** From now on everything is turned away; Slack delivers it again, or tells the person. */
  close(): void {
    this.closed = true;
  }

  readonly terms: PostTerms = {
    maxBytes: requestBytes,
    admits: (request, response) => {
      if (this.closed) {
        end(response, 503);
        return false;
      }
      const fault = faultOnSight(claimedBy(request), this.now());
      if (fault === null || mayBeCheck(request)) return true;
      this.refuse(fault, response);
      return false;
    },
  };

  // Counted only now that it is all here: a sender that never ends must not hold up stopping.
  readonly handle: PostHandle = (request, body, response) => {
    void this.inFlight.run(() => this.pass(request, body, response));
  };

  private async pass(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const gone = new Promise<void>((resolve) => response.once('close', resolve));
    try {
      await this.answer(request, body, response);
    } catch {
      // Handlers answer for their own errors, so what fails is a payload that makes no sense.
      if (!response.headersSent) end(response, 400);
    }
    if (!response.closed) await gone;
  }

  private async answer(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    if (this.closed) return end(response, 503);
    const fault = this.signature.faultOf(body, claimedBy(request), this.now());
    if (fault !== null) return isCheck(request, body) ? end(response, 200) : this.refuse(fault, response);
    this.gate.admitted();
    // Nothing is read out of a body before it is known to be Slack's: to make sense of it costs far more than to verify it.
    const payload = readPayload(body.toString(), header(request, 'content-type'));
    if (payload === null) return end(response, 400);
    if (payload.type === 'url_verification')
      return acknowledge(response, { challenge: string(payload.challenge) });
    const refusal = refusalOf(payload);
    if (refusal !== null) return end(response, refusal);
    await this.app?.processEvent({ body: payload, ack: async (answer) => acknowledge(response, answer) });
    // Nobody answers any more while the program stops.
    if (!response.headersSent) end(response, 503);
  }

  private refuse(fault: Forgery, response: ServerResponse): void {
    this.gate.refused(refusals[fault]);
    end(response, 401);
  }
}

/**
 * https://docs.slack.dev/interactivity/implementing-slash-commands: now and then Slack asks whether the address has a
 * certificate. That is not signed, a few words long, and nothing comes of it.
 */
function mayBeCheck(request: IncomingMessage): boolean {
  return Number(header(request, 'content-length') || Number.NaN) <= checkBytes;
}

function isCheck(request: IncomingMessage, body: Buffer): boolean {
  if (body.length > checkBytes) return false;
  return readPayload(body.toString(), header(request, 'content-type'))?.ssl_check === '1';
}

function claimedBy(request: IncomingMessage): Claimed {
  return {
    timestamp: header(request, 'x-slack-request-timestamp'),
    signature: header(request, 'x-slack-signature'),
  };
}

function acknowledge(response: ServerResponse, answer: Json | string | undefined): void {
  if (answer === undefined || answer === '') {
    end(response, 200);
    return;
  }
  const text = JSON.stringify(answer);
  // With its length the answer is one write; without, each chunk of it would be one more.
  const length = String(Buffer.byteLength(text));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': length }).end(text);
}

function header(request: IncomingMessage, name: string): string {
  return string(request.headers[name]);
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': '0' }).end();
}
