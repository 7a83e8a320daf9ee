/** An activity that Microsoft did not send, as far as can be told. `code` says why, for the log. */
export class NotAuthentic extends Error {
  override readonly name = 'NotAuthentic';
  readonly code: string;

  constructor(code: string, cause?: unknown) {
    super('not from Microsoft', { cause });
    this.code = code;
  }
}
