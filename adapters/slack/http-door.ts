import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Receiver } from '@slack/bolt';
import type { PostHandle, PostTerms } from '../../src/chat/adapter.ts';
import type { Gate } from '../shared/gate.ts';
import type { InFlight } from '../shared/in-flight.ts';
import { type Json, string } from '../shared/json.ts';
import { requestBytes } from './limits.ts';
import { readPayload, refusalOf } from './payload.ts';
import { refusals } from './refusals.ts';
import { Signature } from './signature.ts';

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
    readonly signingSecret: string;
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

  // The port is opened and closed by whoever shares it out.
  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  /** From now on everything is turned away; Slack delivers it again, or tells the person. */
  close(): void {
    this.closed = true;
  }

  readonly terms: PostTerms = {
    maxBytes: requestBytes,
    admits: (_request, response) => {
      if (this.closed) end(response, 503);
      return !this.closed;
    },
  };

  // Counted only now that it is all here: a sender that never ends must not hold up stopping.
  readonly handle: PostHandle = (request, body, response) => {
    void this.inFlight.run(() => this.pass(request, body.toString(), response));
  };

  private async pass(request: IncomingMessage, text: string, response: ServerResponse): Promise<void> {
    const gone = new Promise<void>((resolve) => response.once('close', resolve));
    try {
      await this.answer(request, text, response);
    } catch {
      // Handlers answer for their own errors, so what fails is a payload that makes no sense.
      if (!response.headersSent) end(response, 400);
    }
    if (!response.closed) await gone;
  }

  private async answer(request: IncomingMessage, text: string, response: ServerResponse): Promise<void> {
    if (this.closed) return end(response, 503);
    const payload = readPayload(text, header(request, 'content-type'));
    // https://docs.slack.dev/interactivity/implementing-slash-commands: not signed, and nothing comes of it.
    if (payload?.ssl_check === '1') return end(response, 200);
    const claimed = {
      timestamp: header(request, 'x-slack-request-timestamp'),
      signature: header(request, 'x-slack-signature'),
    };
    const verdict = this.signature.verdictOn(text, claimed, this.now());
    if (verdict !== 'good') {
      this.gate.refused(refusals[verdict]);
      return end(response, 401);
    }
    this.gate.admitted();
    if (payload === null) return end(response, 400);
    if (payload.type === 'url_verification')
      return acknowledge(response, { challenge: string(payload.challenge) });
    const refusal = refusalOf(payload);
    if (refusal !== null) return end(response, refusal);
    await this.app?.processEvent({ body: payload, ack: async (answer) => acknowledge(response, answer) });
    // Nobody answers any more while the program stops.
    if (!response.headersSent) end(response, 503);
  }
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
