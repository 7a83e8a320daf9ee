import type { HttpHandle } from '../chat/adapter.ts';

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
