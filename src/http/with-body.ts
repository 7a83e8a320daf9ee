import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpHandle, PostHandle, PostTerms } from '../chat/adapter.ts';
import type { UnderWay } from './under-way.ts';

/**
 * The one place where a request's body is read. Anyone who sends too much is told at once, also who sends slowly. The rest is
 * read all the same and kept nowhere: a connection that is closed over unread bytes can lose the answer on its way. The
 * port's own time limit ends a body that never ends.
 */
export function withBody(terms: PostTerms, handle: PostHandle, underWay: UnderWay): HttpHandle {
  return (request, response) => {
    const take = (isAdmitted: boolean): void => {
      // Who hung up while the headers were judged has said all that they will.
      if (isAdmitted && !request.destroyed) takeBody(request, response);
    };
    const admitted = terms.admits(request, response);
    if (typeof admitted === 'boolean') take(admitted);
    else void admitted.then(take);
  };

  function takeBody(request: IncomingMessage, response: ServerResponse): void {
    readBody(request, terms.maxBytes, underWay).then(
      (body) => {
        if (body === 'too large') response.writeHead(413, { 'content-length': '0' }).end();
        else if (body === 'given up')
          response
            .writeHead(503, { 'content-length': '0', connection: 'close' })
            .end(() => request.destroy());
        else handle(request, body, response);
      },
      () => response.destroy(),
    );
  }
}

/** Rejects when the sender hangs up before the end. */
function readBody(
  request: IncomingMessage,
  maxBytes: number,
  underWay: UnderWay,
): Promise<Buffer | 'too large' | 'given up'> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let length = 0;
    let isWanted = true;
    const giveUp = (why: 'too large' | 'given up'): void => {
      underWay.ends(body);
      isWanted = false;
      chunks = [];
      resolve(why);
    };
    const body = underWay.begins(() => giveUp('given up'));
    if (Number(request.headers['content-length']) > maxBytes) giveUp('too large');
    request.on('data', (chunk: Buffer) => {
      if (!isWanted) return;
      length += chunk.length;
      if (length > maxBytes) return giveUp('too large');
      chunks.push(chunk);
      underWay.grows(body, chunk.length);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => {
      underWay.ends(body);
      if (!request.complete) reject(new Error('the sender hung up'));
    });
  });
}
