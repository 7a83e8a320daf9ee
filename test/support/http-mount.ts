import type { HttpMount } from '../../src/chat/adapter.ts';
import { createHttpServer } from '../../src/http/server.ts';

export interface TestServer extends HttpMount {
  readonly url: string;
  /** The paths that something was mounted on. */
  readonly paths: readonly string[];
  close(): Promise<void>;
}

/** The program's own HTTP port, a free one of the loopback, for adapters to mount their routes on. */
export async function startServer(): Promise<TestServer> {
  const http = createHttpServer({ trouble: async () => null, doubt: () => null });
  const port = await http.listen('127.0.0.1', 0);
  const paths: string[] = [];
  return {
    url: `http://127.0.0.1:${port}`,
    paths,
    get(path, handle) {
      paths.push(path);
      http.get(path, handle);
    },
    post(path, terms, handle) {
      paths.push(path);
      http.post(path, terms, handle);
    },
    close: () => http.close(),
  };
}
