import type { IncomingMessage, ServerResponse } from 'node:http';
import { jsonOf } from '../slack/http-route.ts';
import { type ConnectorCall, connectorCall } from './connector.ts';
import { type Faults, meet, type Outcome, type Respond, refusal } from './faults.ts';
import { type Account, isBots, type LoginCall, loginCall, loginHosts } from './login.ts';
import { Rate } from './rate.ts';
import { originalHost } from './reroute.ts';
import type { Tenant } from './tenant.ts';
import type { Call, Fields } from './types.ts';

/** Where Microsoft's connector is in the world. */
const connectorHosts: readonly string[] = ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'];

export interface ApiOptions {
  readonly tenant: Tenant;
  readonly faults: Faults;
  /** Null: nobody has to say who they are. */
  readonly account: Account | null;
}

async function bodyOf(request: IncomingMessage): Promise<Fields> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const isForm = /^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] ?? '');
  return isForm ? Object.fromEntries(new URLSearchParams(text)) : (jsonOf(text) ?? {});
}

/** Plays the connector and the login, each for the hosts that are theirs, and writes down every call. */
export class Api {
  /** The most messages that were under way at once. */
  maxInFlight = 0;
  /** How long every answer takes. Without it each call is over at once, and none is ever in flight beside another. */
  latencyMs = 0;
  /** How many calls have not been answered, or given up, yet. */
  underWay = 0;
  readonly rate = new Rate();
  private inFlight = 0;
  private readonly options: ApiOptions;

  constructor(options: ApiOptions) {
    this.options = options;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { tenant, account } = this.options;
    this.underWay += 1;
    response.on('close', () => {
      this.underWay -= 1;
    });
    const url = new URL(request.url ?? '/', 'http://local');
    const header = request.headers[originalHost];
    const host = typeof header === 'string' ? header : null;
    const verb = request.method ?? '';
    const body = await bodyOf(request);
    if (host !== null && loginHosts.includes(host) && account !== null) {
      const asked = { host, path: url.pathname, query: url.searchParams, form: body };
      return this.serve(loginCall(account, asked), request, response, body);
    }
    // The connector's paths come after whatever the service URL ends with.
    const path = /\/v3\/.*$/.exec(url.pathname)?.[0] ?? '';
    const isConnector = host === null || connectorHosts.includes(host);
    return this.serve(
      isConnector ? connectorCall(tenant, verb, path, body) : undefined,
      request,
      response,
      body,
    );
  }

  private async serve(
    asked: ConnectorCall | LoginCall | undefined,
    request: IncomingMessage,
    response: ServerResponse,
    body: Fields,
  ): Promise<void> {
    const { tenant, faults, account } = this.options;
    const where = `${request.headers[originalHost] ?? ''}${request.url}`;
    const to = asked && 'to' in asked ? asked.to : undefined;
    const call = this.record(asked?.method ?? 'unknown', where, body, to, response);
    const respond = this.responder(call, response);
    if (asked === undefined) {
      tenant.complaints.push(`nobody is there to answer ${request.method} ${where}`);
      return respond(refusal(404, 'NotFound'));
    }
    const isOpen = asked.method.startsWith('login.') || account === null;
    if (!isOpen && !isBots(request.headers.authorization, account))
      return respond(refusal(401, 'Unauthorized', 'Authorization has been denied for this request.'));
    if (/^(sendTo|replyTo)/.test(asked.method)) this.countInFlight(response);
    if (/^(sendTo|replyTo|update)/.test(asked.method) && !this.rate.takes(to ?? where, Date.now()))
      return respond(refusal(429, 'TooManyRequests'));
    const work = (): Outcome => {
      const outcome = asked.run();
      call.tookEffect = outcome.status < 300;
      return outcome;
    };
    const fault = faults.take(asked.method, to);
    call.fault = fault?.kind;
    if (fault) await meet(fault, response, respond, work);
    else respond(work());
  }

  private countInFlight(response: ServerResponse): void {
    this.inFlight += 1;
    this.maxInFlight = Math.max(this.maxInFlight, this.inFlight);
    response.on('close', () => {
      this.inFlight -= 1;
    });
  }

  private record(
    method: string,
    path: string,
    body: Fields,
    to: string | undefined,
    response: ServerResponse,
  ): Call {
    const call: Call = {
      ...{ method, at: Date.now(), path, body, to, tookEffect: false, answered: false },
      ...{ status: undefined, error: undefined, fault: undefined },
    };
    this.options.tenant.calls.push(call);
    response.on('finish', () => {
      call.answered = true;
    });
    return call;
  }

  private responder(call: Call, response: ServerResponse): Respond {
    return ({ status, body }, headers = {}) => {
      call.status = status;
      if (typeof body === 'object' && 'error' in body) call.error = JSON.stringify(body.error);
      const isText = typeof body === 'string';
      const type = isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
      const write = () => {
        // The caller may have hung up while the answer was on its way.
        if (response.destroyed) return;
        response.writeHead(status, { 'content-type': type, ...headers });
        response.end(isText ? body : JSON.stringify(body));
      };
      if (this.latencyMs > 0) setTimeout(write, this.latencyMs).unref();
      else write();
    };
  }
}
