import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { PostHandle, PostTerms } from '../../src/chat/adapter.ts';
import { isForwarded } from '../../src/chat/forwarded.ts';
import { type Log, loggedError } from '../../src/system/logger.ts';
import type { Gate } from '../shared/gate.ts';
import type { InFlight } from '../shared/in-flight.ts';
import { type Json, objectIn } from '../shared/json.ts';
import { type Admission, refusalOf } from './admission.ts';
import type { Authenticated, Cloud } from './cloud.ts';
import { requestBytes } from './limits.ts';
import type { HttpAnswer } from './listen.ts';
import { NotAuthentic } from './not-authentic.ts';
import { notAdmitted, notAuthentic } from './refusals.ts';

export const messagesPath = '/api/messages';

/** A token as Microsoft writes it: anyone who sends anything else is told so before a body is read. */
const token = /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/;

type Hear = (from: Authenticated, activity: Json) => Promise<HttpAnswer>;
type Outcome = HttpAnswer & { readonly status: number };

/**
 * What stands before the SDK, which answers 500 to some forged tokens and asks neither for the tenant nor for where
 * answers go. What is turned away here has changed nothing, and is told nothing but a status.
 */
export class HttpDoor {
  private readonly cloud: Cloud;
  private readonly admission: Admission;
  private readonly inFlight: InFlight;
  private readonly gate: Gate;
  private readonly log: Log;
  private closed = false;

  constructor(parts: {
    readonly cloud: Cloud;
    readonly admission: Admission;
    readonly inFlight: InFlight;
    readonly gate: Gate;
    readonly log: Log;
  }) {
    this.cloud = parts.cloud;
    this.admission = parts.admission;
    this.inFlight = parts.inFlight;
    this.gate = parts.gate;
    this.log = parts.log;
  }

  /** From now on everything is turned away; Teams tells the person, or tries again. */
  close(): void {
    this.closed = true;
  }

  readonly terms: PostTerms = {
    maxBytes: requestBytes,
    admits: (request, response) => {
      const status = this.refusalOnSight(request.headers);
      if (status !== null) send(response, { status });
      return status === null;
    },
  };

  /** `hear` gets what was let in: an activity with the parts that `isActivity` asks for. */
  opensTo(hear: Hear): PostHandle {
    return ({ headers: { authorization = '' } }, body, response) => {
      // Counted only now that it is all here: a sender that never ends must not hold up stopping.
      void this.inFlight.run(async () => send(response, await this.pass(authorization, body, hear)));
    };
  }

  private refusalOnSight(headers: IncomingHttpHeaders): number | null {
    if (this.closed) return 503;
    if (!this.admission.isLocal) {
      if (token.test(headers.authorization ?? '')) return null;
      this.gate.refused(notAuthentic('no_token'));
      return 401;
    }
    // Without authentication, any page in a browser on this machine could act in someone's name, and so could
    // everyone that a proxy or a tunnel opens it to.
    const code = headers.origin !== undefined ? 'from_a_page' : isForwarded(headers) ? 'forwarded' : null;
    if (code === null) return null;
    this.gate.refused(notAdmitted(code, this.admission));
    return 403;
  }

  /** Never rejects. */
  private async pass(authorization: string, body: Buffer, hear: Hear): Promise<Outcome> {
    try {
      if (this.closed) return { status: 503 };
      const activity = objectIn(body.toString());
      const from = await this.authenticate(activity, authorization);
      if (from === null) return { status: 401 };
      const refusal = refusalOf(activity, this.admission);
      if (refusal === null) {
        this.gate.admitted();
        return { status: 200, ...(await hear(from, activity)) };
      }
      this.gate.refused(notAdmitted(refusal.code, this.admission));
      return { status: refusal.status };
    } catch (error) {
      this.log.error('an activity made no sense', { platform: 'teams', error: loggedError(error) });
      return { status: 400 };
    }
  }

  private async authenticate(activity: Json, authorization: string): Promise<Authenticated | null> {
    try {
      return await this.cloud.authenticate(activity, authorization);
    } catch (error) {
      this.gate.refused(notAuthentic(error instanceof NotAuthentic ? error.code : 'unknown'));
      return null;
    }
  }
}

function send(response: ServerResponse, { status, body }: Outcome): void {
  const json = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...(json === '' ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    'content-length': Buffer.byteLength(json),
  });
  response.end(json);
}
