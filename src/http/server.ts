import { createServer, type ServerResponse } from 'node:http';
import type { HttpHandle, HttpMount } from '../chat/adapter.ts';
import { inRequest } from '../system/logger.ts';

/** Why the program cannot do its work right now, in words for an operator; null when it can. */
export type Trouble = () => Promise<string | null>;

export interface HttpServer extends HttpMount {
  /** Resolves with the port that is listened on; throws when it is taken. */
  listen(host: string, port: number): Promise<number>;
  /** No new requests; those under way are finished. */
  close(): Promise<void>;
}

/** A request that hangs, or a page that listens for ever, must not keep the process alive (milliseconds). */
const closeWithinMs = 8_500;

/** The one port: what adapters mount, /healthz (the process lives) and /readyz (it can do its work). */
export function createHttpServer(trouble: Trouble): HttpServer {
  const routes = new Map<string, HttpHandle>();
  routes.set('GET /healthz', (_request, response) => answer(response, 200, 'ok'));
  routes.set('GET /readyz', (_request, response) => {
    trouble().then(
      (why) => answer(response, why === null ? 200 : 503, why ?? 'ready'),
      () => answer(response, 503, 'The database cannot be read.'),
    );
  });

  const server = createServer({ connectionsCheckingInterval: 5_000 }, (request, response) => {
    const path = (request.url ?? '').split('?')[0];
    const handle = routes.get(`${request.method} ${path}`);
    if (handle === undefined) answer(response, 404, 'There is nothing here.');
    else inRequest(() => handle(request, response));
  });
  // Clients that send a request slowly, or never finish it, do not hold a connection for long (milliseconds).
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;

  return {
    get: (path, handle) => routes.set(`GET ${path}`, handle),
    post: (path, handle) => routes.set(`POST ${path}`, handle),
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          const address = server.address();
          resolve(typeof address === 'object' && address !== null ? address.port : port);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        const patience = setTimeout(() => server.closeAllConnections(), closeWithinMs);
        server.close(() => {
          clearTimeout(patience);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
