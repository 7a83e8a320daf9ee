import type { IncomingMessage } from 'node:http';
import type { HttpHandle, PostHandle, PostTerms } from '../chat/adapter.ts';

/**
 * The one place where a request's body is read. Whoever sends too much is told at once, also who sends slowly. The rest is
 * read all the same and kept nowhere: a connection that is closed over unread bytes can lose the answer on its way. The
 * port's own time limit ends a body that never ends.
 */
export function withBody(terms: PostTerms, handle: PostHandle): HttpHandle {
  return (request, response) => {
    if (!terms.admits(request, response)) return;
    readBody(request, terms.maxBytes).then(
      (body) => {
        if (body === 'too large') response.writeHead(413, { 'content-length': '0' }).end();
        else handle(request, body, response);
      },
      () => response.destroy(),
    );
  };
}

/** Rejects when the sender hangs up before the end. */
function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | 'too large'> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    if (Number(request.headers['content-length']) > maxBytes) resolve('too large');
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maxBytes) chunks.push(chunk);
      else resolve('too large');
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(new Error('the sender hung up'));
    });
  });
}
