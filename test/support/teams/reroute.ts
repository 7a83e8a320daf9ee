import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { urlToHttpOptions } from 'node:url';

/**
 * Leads every https call that would leave this machine to a stand-in, over plain http, with the host that was meant in
 * a header. The SDKs stay as they are: they call node:https or the global fetch. In a process of its own it is
 * preloaded: `NODE_OPTIONS=--import <this file>` with `TEAMS_STAND_IN=http://127.0.0.1:<port>`.
 */

/** The header that carries the host that was meant. */
export const originalHost = 'x-original-host';

/** Names the stand-in for a process that preloads this file. */
export const standInVariable = 'TEAMS_STAND_IN';

type Options = https.RequestOptions;
type Callback = (response: http.IncomingMessage) => void;

const agent = new http.Agent({ keepAlive: true });
const real = { request: https.request, get: https.get, fetch: globalThis.fetch };

function isHere(host: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|localhost|\[?::1\]?)$/.test(host);
}

/** node:https takes an address, options, or both, and then a callback. */
function asOptions(args: readonly unknown[]): { options: Options; callback: Callback | undefined } {
  const callback = args.find((arg) => typeof arg === 'function') as Callback | undefined;
  const [first, second] = args.filter((arg) => typeof arg !== 'function');
  const isAddress = typeof first === 'string' || first instanceof URL;
  const address = isAddress ? urlToHttpOptions(new URL(first)) : {};
  return { options: { ...address, ...((isAddress ? second : first) as Options | undefined) }, callback };
}

/** Reroutes to `standIn` until what it returns is called. */
export function rerouteTo(standIn: string): () => void {
  const target = new URL(standIn);

  const request = (...args: unknown[]): http.ClientRequest => {
    const { options, callback } = asOptions(args);
    const host = String(options.hostname ?? options.host ?? 'localhost');
    if (isHere(host)) return Reflect.apply(real.request, https, args);
    const there: http.RequestOptions = {
      method: options.method,
      path: options.path,
      headers: { ...(options.headers as http.OutgoingHttpHeaders), host: target.host, [originalHost]: host },
      ...{ timeout: options.timeout, signal: options.signal },
      ...{ hostname: target.hostname, port: target.port, agent },
    };
    return http.request(there, callback);
  };
  const get = (...args: unknown[]): http.ClientRequest => request(...args).end();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const asked = new Request(input, init);
    const url = new URL(asked.url);
    if (isHere(url.hostname)) return real.fetch(input, init);
    const headers = new Headers(asked.headers);
    headers.set(originalHost, url.hostname);
    const body = asked.body === null ? null : await asked.arrayBuffer();
    const there = new URL(`${url.pathname}${url.search}`, target);
    return real.fetch(there, {
      method: asked.method,
      headers,
      body,
      signal: asked.signal,
      redirect: asked.redirect,
    });
  };

  Object.assign(https, { request, get });
  globalThis.fetch = fetch;
  syncBuiltinESMExports();
  return () => {
    if (https.request !== request) return;
    Object.assign(https, { request: real.request, get: real.get });
    globalThis.fetch = real.fetch;
    syncBuiltinESMExports();
  };
}

const standIn = process.env[standInVariable];
if (standIn !== undefined) rerouteTo(standIn);
