/** Microsoft's code in what its login says: https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes */
export function aadCode(text: string): string | undefined {
  return /\bAADSTS\d{4,9}\b/.exec(text)?.[0];
}

/** Why no answer came, as a code fit for the log: Node's, or of our own making. */
export function networkCode(error: unknown): string {
  let at = error;
  for (let depth = 0; typeof at === 'object' && at !== null && depth < 5; depth += 1) {
    const { name, code, cause } = at as { name?: unknown; code?: unknown; cause?: unknown };
    if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
    const fit = loggable(code);
    if (fit !== undefined) return fit;
    at = cause;
  }
  return 'no_connection';
}

/** A code that may stand in the log; undefined for anything that might be text. */
export function loggable(code: unknown): string | undefined {
  return typeof code === 'string' && /^[A-Za-z]\w{1,60}$/.test(code) ? code : undefined;
}
