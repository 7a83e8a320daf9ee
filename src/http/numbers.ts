import type { IncomingMessage } from 'node:http';
import type { HttpHandle } from '../chat/adapter.ts';
import { isForwarded } from '../chat/forwarded.ts';

/** Answers with what is told, in whatever form it is told. */
export function answerNumbers(
  tell: () => Promise<{ readonly text: string; readonly contentType: string }>,
): HttpHandle {
  return (_request, response) => {
    tell().then(
      ({ text, contentType }) => response.writeHead(200, { 'content-type': contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  };
}

/** The same for programs on this machine alone, on a port that others can reach. */
export function toThisMachine(handle: HttpHandle): HttpHandle {
  return (request, response) => {
    if (isFromHere(request)) return handle(request, response);
    const why = 'The numbers are told on this machine alone. METRICS_PORT gives them a port of their own.\n';
    response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end(why);
  };
}

function isFromHere({ socket, headers }: IncomingMessage): boolean {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  return (address.startsWith('127.') || address === '::1') && !isForwarded(headers);
}
