/** What an HTTP request is answered with, as JSON. */
export interface Answer {
  readonly status: number;
  readonly json: unknown;
}

export function good(json: unknown): Answer {
  return { status: 200, json };
}

/** One sentence says what to do now; nothing was changed. */
export function refused(status: number, error: string): Answer {
  return { status, json: { error } };
}
