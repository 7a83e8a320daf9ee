/**
 * One kind of message. Its name is the first word of the keys of all such messages, followed by the ids of what each is
 * about. Keys are made and read here alone.
 */
export interface MessageKind<Part extends string> {
  readonly name: string;
  key(about: About<Part>): string;
  /** What the keys of all messages about these begin with. Ids are given from the left: not the second without the first. */
  beginning(about: Partial<About<Part>>): string;
  /** What a message is about, by its key; null for a message of another kind. */
  read(key: string): About<Part> | null;
}

export type About<Part extends string> = Readonly<Record<Part, string>>;

/** No id may contain a colon. */
export function messageKind<const Part extends string>(
  name: string,
  ...parts: readonly Part[]
): MessageKind<Part> {
  return {
    name,
    key: (about) => [name, ...parts.map((part) => about[part])].join(':'),
    beginning: (about) => {
      const given = parts.flatMap((part) => about[part] ?? []);
      return `${[name, ...given].join(':')}:`;
    },
    read: (key) => {
      const [kind, ...ids] = key.split(':');
      if (kind !== name || ids.length !== parts.length || ids.includes('')) return null;
      return Object.fromEntries(parts.map((part, place) => [part, ids[place]])) as About<Part>;
    },
  };
}
