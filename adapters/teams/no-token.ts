import { aadCode, networkCode } from './error-code.ts';

/** Microsoft gave no token. `code` is Microsoft's (`AADSTS7000215`), an HTTP status, or Node's. */
export class NoToken extends Error {
  override readonly name = 'NoToken';
  readonly code: string;

  constructor(code: string, cause?: unknown) {
    super('Microsoft gave no token', { cause });
    this.code = code;
  }
}

/** What the login's library threw: it passes on errors of its own kind alone, and ours ride along as their cause. */
export function noTokenFor(error: unknown): NoToken {
  if (error instanceof NoToken) return error;
  const { cause, message } = error as Error;
  return cause instanceof NoToken ? cause : new NoToken(aadCode(message) ?? networkCode(error), error);
}
