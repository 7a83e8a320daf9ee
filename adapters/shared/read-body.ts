import type { IncomingMessage } from 'node:http';

export type Body = Buffer | 'too large';

/**
 * A request's body once all of it is here; `too large` as soon as it has more than `limit` bytes, of which no more
 * than that is kept. Rejects when the sender hangs up before the end.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else resolve('too large');
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(new Error('the sender hung up'));
    });
  });
}
