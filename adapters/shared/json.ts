/** A JSON object of which nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>;

/** An empty object stands for anything that is none, so that reading can go on. */
export function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The object that a text is the JSON of; an empty one for any other text. */
export function objectIn(text: string): Json {
  try {
    return object(JSON.parse(text));
  } catch {
    return {};
  }
}

export function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
