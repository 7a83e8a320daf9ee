import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
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
  /** What the token of a request says whose body is still coming; null in local mode. */
  private readonly claims = new WeakMap<IncomingMessage, Json | null>();
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
    admits: async (request, response) => {
      const status = this.refusalOnSight(request.headers) ?? (await this.refusalOfToken(request));
      if (status !== null) send(response, { status });
      return status === null;
    },
  };

  /** `hear` gets what was let in: an activity with the parts that `isActivity` asks for. */
  opensTo(hear: Hear): PostHandle {
    return (request, body, response) => {
      const claims = this.claims.get(request) ?? null;
      // Counted only now that it is all here: a sender that never ends must not hold up stopping.
      void this.inFlight.run(async () => send(response, await this.pass(claims, body, hear)));
    };
  }

  private refusalOnSight(headers: IncomingHttpHeaders): number | null {
    if (this.closed) return 503;
    if (!this.admission.isLocal) return null;
    // Without authentication, any page in a browser on this machine could act in someone's name, and so could
    // everyone that a proxy or a tunnel opens it to.
    const code = headers.origin !== undefined ? 'from_a_page' : isForwarded(headers) ? 'forwarded' : null;
    if (code === null) return null;
    this.gate.refused(notAdmitted(code, this.admission));
    return 403;
  }

  /** Who isn't Microsoft is told so before their body is read. */
  private async refusalOfToken(request: IncomingMessage): Promise<401 | null> {
    try {
      this.claims.set(request, await this.cloud.claims(request.headers.authorization ?? ''));
      return null;
    } catch (error) {
      return this.refuse(error);
    }
  }

  /** Never rejects. */
  private async pass(claims: Json | null, body: Buffer, hear: Hear): Promise<Outcome> {
    try {
      if (this.closed) return { status: 503 };
      const activity = objectIn(body.toString());
      const from = this.authenticate(activity, claims);
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

  private authenticate(activity: Json, claims: Json | null): Authenticated | null {
    try {
      return this.cloud.authenticate(activity, claims);
    } catch (error) {
      this.refuse(error);
      return null;
    }
  }

  private refuse(error: unknown): 401 {
    this.gate.refused(notAuthentic(error instanceof NotAuthentic ? error.code : 'unknown'));
    return 401;
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
