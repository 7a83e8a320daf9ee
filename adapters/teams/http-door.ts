import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Log, loggedError } from '../../src/system/logger.ts';
import type { InFlight } from '../shared/in-flight.ts';
import { type Json, objectIn } from '../shared/json.ts';
import { type Body, readBody } from '../shared/read-body.ts';
import { type Admission, refusalOf } from './admission.ts';
import type { Authenticated, Cloud } from './cloud.ts';
import { requestBytes } from './limits.ts';
import type { HttpAnswer } from './listen.ts';
import { NotAuthentic } from './not-authentic.ts';

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
  private readonly log: Log;
  private closed = false;

  constructor(parts: {
    readonly cloud: Cloud;
    readonly admission: Admission;
    readonly inFlight: InFlight;
    readonly log: Log;
  }) {
    this.cloud = parts.cloud;
    this.admission = parts.admission;
    this.inFlight = parts.inFlight;
    this.log = parts.log;
  }

  /** From now on everything is turned away; Teams tells the person, or tries again. */
  close(): void {
    this.closed = true;
  }

  /** `hear` gets what was let in: an activity with the parts that `isActivity` asks for. */
  opensTo(hear: Hear) {
    return (request: IncomingMessage, response: ServerResponse): void => {
      const { authorization = '', origin } = request.headers;
      const status = this.refusalOnSight(authorization, origin !== undefined);
      if (status === null) this.take(request, response, (body) => this.pass(authorization, body, hear));
      else send(response, { status });
    };
  }

  private refusalOnSight(authorization: string, isFromPage: boolean): number | null {
    if (this.closed) return 503;
    // Without authentication, any page in a browser on this machine could act in somebody's name.
    if (this.admission.isLocal) return isFromPage ? 403 : null;
    return authorization.startsWith('Bearer ') ? null : 401;
  }

  private take(
    request: IncomingMessage,
    response: ServerResponse,
    pass: (body: Body) => Promise<Outcome>,
  ): void {
    // Counted only once it is all here: a sender that never ends must not hold up stopping.
    readBody(request, requestBytes).then(
      (body) =>
        this.inFlight.run(async () => {
          send(response, await pass(body));
        }),
      () => response.destroy(),
    );
  }

  /** Never rejects. */
  private async pass(authorization: string, body: Body, hear: Hear): Promise<Outcome> {
    try {
      if (this.closed) return { status: 503 };
      if (body === 'too large') return { status: 413 };
      const activity = objectIn(body.toString());
      const from = await this.authenticate(activity, authorization);
      if (from === null) return { status: 401 };
      const refusal = refusalOf(activity, this.admission);
      if (refusal === null) return { status: 200, ...(await hear(from, activity)) };
      this.log.warn('an activity was refused', { platform: 'teams', code: refusal.code });
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
      const code = error instanceof NotAuthentic ? error.code : 'unknown';
      const fields = { platform: 'teams', code };
      if (code === 'keys_unavailable')
        this.log.error("a request cannot be trusted: Microsoft's signing keys could not be fetched", fields);
      else this.log.warn('a request was refused: its token is not from Microsoft for this app', fields);
      return null;
    }
  }
}

function send(response: ServerResponse, { status, body }: Outcome): void {
  const json = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...(json === '' ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    'content-length': Buffer.byteLength(json),
    // The rest of a body that is not read must not be taken for the next request.
    ...(status === 413 ? { connection: 'close' } : {}),
  });
  response.end(json);
}
