import { createServer, type ServerResponse } from 'node:http';
import type { HttpHandle, HttpMount } from '../chat/adapter.ts';
import { inRequest } from '../system/logger.ts';
import { capConnections } from './connections.ts';
import { UnderWay } from './under-way.ts';
import { withBody } from './with-body.ts';

export interface Readiness {
  /** Why the program can't do its work right now, in words for an operator; null when it can. */
  trouble(): Promise<string | null>;
  /** What an operator should look at although it may be well; null for nothing. */
  doubt(): string | null;
}

export interface HttpServer extends HttpMount {
  getOrHead: HttpMount['get'];
  /** Resolves with the port that is listened on; throws when it is taken. */
  listen(host: string, port: number): Promise<number>;
  /** From now on every answer ends its connection, so that a proxy has none left that it could send the next request on. */
  retire(): void;
  /** No new requests; those under way are finished. */
  close(): Promise<void>;
}

/** A request that hangs, or a page that listens for ever, must not keep the process alive (milliseconds). */
const closeWithinMs = 8_500;

/** Some hundred times what a hospital's platforms and proxies open at once. */
const mostConnections = 1024;

/** A hundred bodies of the usual few kilobytes come to a hundredth of it. */
const mostUnderWay = { bytes: 16 * 1024 * 1024, bodies: 256 };

/** The one port: what adapters mount, /healthz (the process lives) and /readyz (it can do its work). */
export function createHttpServer({ trouble, doubt }: Readiness): HttpServer {
  const http = createPort();
  http.getOrHead('/healthz', (_request, response) => answer(response, 200, 'ok'));
  http.getOrHead('/readyz', (_request, response) => {
    trouble().then(
      (why) => answer(response, why === null ? 200 : 503, why ?? ['ready', doubt() ?? ''].join('\n').trim()),
      () => answer(response, 503, 'The database cannot be read.'),
    );
  });
  return http;
}

/** A port on which there's nothing yet. */
export function createPort(): HttpServer {
  const routes = new Map<string, HttpHandle>();
  let isRetiring = false;

  const server = createServer({ connectionsCheckingInterval: 5_000 }, (request, response) => {
    if (isRetiring) response.setHeader('connection', 'close');
    const path = (request.url ?? '').split('?')[0];
    const handle = routes.get(`${request.method} ${path}`);
    if (handle === undefined) answer(response, 404, 'There is nothing here.');
    else inRequest(() => handle(request, response));
  });
  // Longer than proxies keep a connection for the next request (nginx: 60 s), or one could reach a door that is just closing.
  server.keepAliveTimeout = 75_000;
  // Clients that send a request slowly, or never finish it, do not hold a connection for long (milliseconds).
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;
  capConnections(server, mostConnections);
  const underWay = new UnderWay(mostUnderWay);

  return {
    get: (path, handle) => routes.set(`GET ${path}`, handle),
    getOrHead(path, handle) {
      // To HEAD, Node sends no body by itself.
      for (const method of ['GET', 'HEAD']) routes.set(`${method} ${path}`, handle);
    },
    post: (path, terms, handle) => routes.set(`POST ${path}`, withBody(terms, handle, underWay)),
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          const address = server.address();
          resolve(typeof address === 'object' && address !== null ? address.port : port);
        });
      }),
    retire() {
      isRetiring = true;
    },
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
