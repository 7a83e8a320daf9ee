import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Faults, meet, type Respond, respondRateLimited } from './faults.ts';
import { jsonOf } from './http-route.ts';
import { respond as respondToUrl } from './response-url.ts';
import type { Call, Fields } from './types.ts';
import { refusal } from './views.ts';
import { type Method, methods } from './web-api.ts';
import type { Workspace } from './workspace.ts';

export interface ApiOptions {
  readonly workspace: Workspace;
  readonly faults: Faults;
  readonly tokens: { readonly bot: string; readonly app: string; readonly revoked: readonly string[] };
  readonly scopes: readonly string[];
  /** Methods beside the common ones. */
  readonly more: Readonly<Record<string, Method>>;
}

/** Arguments that travel as JSON inside a form. */
const STRUCTURED = ['blocks', 'view', 'attachments', 'metadata'];

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function argsOf(request: IncomingMessage, url: URL, body: string): Fields {
  if (/^application\/json/i.test(request.headers['content-type'] ?? '')) return jsonOf(body) ?? {};
  const args: Fields = Object.fromEntries([...url.searchParams, ...new URLSearchParams(body)]);
  for (const name of STRUCTURED) {
    if (typeof args[name] !== 'string') continue;
    try {
      args[name] = JSON.parse(args[name]);
    } catch {
      // Left as the string it is: the method refuses it, as Slack does.
    }
  }
  return args;
}

/** Plays the Web API under /api/ and the response_urls under /response/, and writes down every call. */
export class Api {
  /** The most chat.postMessage calls that were under way at once. */
  maxInFlight = 0;
  /** How long every answer takes. Without it each call is over at once, and none is ever in flight beside another. */
  latencyMs = 0;
  private inFlight = 0;
  private readonly options: ApiOptions;
  private readonly methods: Readonly<Record<string, Method>>;

  constructor(options: ApiOptions) {
    this.options = options;
    this.methods = { ...methods, ...options.more };
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://local');
    const [, room, ...rest] = url.pathname.split('/');
    const name = rest.join('/');
    if (room === 'api' && name === 'chat.postMessage') this.countInFlight(response);
    const body = await bodyOf(request);
    const args = argsOf(request, url, body);
    if (room === 'api') return this.callMethod(name, request, response, args);
    if (room === 'response') return this.callResponseUrl(name, response, args);
    response.writeHead(404).end();
  }

  private countInFlight(response: ServerResponse): void {
    this.inFlight += 1;
    this.maxInFlight = Math.max(this.maxInFlight, this.inFlight);
    response.on('close', () => {
      this.inFlight -= 1;
    });
  }

  private async callMethod(
    name: string,
    request: IncomingMessage,
    response: ServerResponse,
    args: Fields,
  ): Promise<void> {
    const { workspace, faults } = this.options;
    const method = Object.hasOwn(this.methods, name) ? this.methods[name] : undefined;
    const isJson = /json/i.test(request.headers['content-type'] ?? '');
    const used = method?.formOnly && isJson ? {} : args;
    const to = method?.to?.(workspace, used);
    const call = this.record(name, args, to, response);
    const respond = this.responder(call, response, method);
    const refused = this.refuse(method, request, args);
    if (refused) return respond(200, refused);
    const wait = name === 'chat.postMessage' ? faults.secondsToWait(Date.now()) : undefined;
    if (wait !== undefined) return respondRateLimited(respond, wait);
    const work = () => {
      const result = method?.run(workspace, used) ?? refusal('unknown_method');
      call.tookEffect = result.ok;
      return result;
    };
    await this.answer(call, to, response, respond, work);
  }

  private async callResponseUrl(id: string, response: ServerResponse, body: Fields): Promise<void> {
    const { workspace } = this.options;
    const url = workspace.responseUrls.get(id);
    const call = this.record('response_url', body, url?.user, response);
    let status = 200;
    const respond = this.responder(call, response, undefined);
    const work = () => {
      const { status: code, ...result } = respondToUrl(workspace, url, body);
      status = code;
      call.tookEffect = result.ok;
      return result;
    };
    const withStatus: Respond = (code, answer, headers) =>
      respond(code === 200 ? status : code, answer, headers);
    await this.answer(call, url?.user, response, withStatus, work);
  }

  private async answer(
    call: Call,
    to: string | undefined,
    response: ServerResponse,
    respond: Respond,
    work: () => object,
  ): Promise<void> {
    const fault = this.options.faults.take(call.method, to);
    call.fault = fault?.kind;
    if (fault) await meet(fault, response, respond, work);
    else {
      const answer = work();
      respond(200, answer);
    }
  }

  /** What keeps a call out before it reaches its method: no such method, a wrong token, a scope not granted. */
  private refuse(method: Method | undefined, request: IncomingMessage, args: Fields): object | undefined {
    const { tokens, scopes } = this.options;
    if (!method) return refusal('unknown_method');
    const header = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const token = header ?? args.token;
    if (token === undefined) return refusal('not_authed');
    if (token !== tokens.bot && token !== tokens.app) {
      return refusal(tokens.revoked.includes(String(token)) ? 'token_revoked' : 'invalid_auth');
    }
    if (token !== tokens[method.token]) return refusal('not_allowed_token_type');
    if (!method.scope || scopes.includes(method.scope)) return undefined;
    return { ...refusal('missing_scope'), needed: method.scope, provided: scopes.join(',') };
  }

  private record(method: string, args: Fields, to: string | undefined, response: ServerResponse): Call {
    const call: Call = {
      ...{ method, at: Date.now(), args, to, tookEffect: false, answered: false },
      ...{ status: undefined, error: undefined, fault: undefined },
    };
    this.options.workspace.calls.push(call);
    response.on('finish', () => {
      call.answered = true;
    });
    return call;
  }

  private responder(call: Call, response: ServerResponse, method: Method | undefined): Respond {
    return (status, body, headers = {}) => {
      call.status = status;
      if (typeof body === 'object' && 'error' in body) call.error = String(body.error);
      const isText = typeof body === 'string';
      const all = {
        'content-type': isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
        'x-oauth-scopes': this.options.scopes.join(','),
        ...(method?.scope ? { 'x-accepted-oauth-scopes': method.scope } : {}),
        ...headers,
      };
      const write = () => {
        // The caller may have hung up while the answer was on its way.
        if (!response.destroyed) response.writeHead(status, all).end(isText ? body : JSON.stringify(body));
      };
      if (this.latencyMs > 0) setTimeout(write, this.latencyMs).unref();
      else write();
    };
  }
}
