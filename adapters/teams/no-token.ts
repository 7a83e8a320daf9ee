/** Microsoft gave no token. `code` is Microsoft's (`AADSTS7000215`), an HTTP status, or Node's. */
export class NoToken extends Error {
  override readonly name = 'NoToken';
  readonly code: string;

  constructor(code: string, cause?: unknown) {
    super('Microsoft gave no token', { cause });
    this.code = code;
  }
}
