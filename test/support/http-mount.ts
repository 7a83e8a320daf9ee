import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpMount } from '../../src/chat/adapter.ts';

export interface TestServer extends HttpMount {
  readonly url: string;
  /** The paths that something was mounted on. */
  readonly paths: readonly string[];
  close(): Promise<void>;
}

/** A real HTTP server on a free port of the loopback, for adapters to mount their routes on. */
export async function startServer(): Promise<TestServer> {
  const routes = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://local');
    const handle = routes.get(`${request.method} ${pathname}`);
    if (handle) handle(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get paths() {
      return [...routes.keys()].map((route) => route.split(' ')[1] ?? '');
    },
    get: (path, handle) => void routes.set(`GET ${path}`, handle),
    post: (path, handle) => void routes.set(`POST ${path}`, handle),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
