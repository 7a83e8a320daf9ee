import type { Reader } from '../chat/reader.ts';
import type { Executor } from '../db/schema.ts';
import type { About, MessageKind } from '../outbox/message-kind.ts';
import { cancel } from '../outbox/store.ts';
import type { Undelivered } from '../outbox/undelivered.ts';
import type { ErasingParts } from '../people/held-room.ts';

/** A kind of message that a room sends, and what follows from what becomes of it. */
export interface RoomMessage {
  readonly kind: MessageKind<string>;
  /** It won't arrive. In the transaction that settles it. */
  undelivered(db: Executor, message: Undelivered, now: number): Promise<void>;
  /** It isn't through yet, and someone that it names has been erased. */
  nameErased(parts: ErasingParts, message: NamingMessage): Promise<void>;
}

export interface NamingMessage {
  readonly key: string;
  /** Who gets it. */
  readonly reader: Reader;
  /** Who has been erased; null when no name is known. */
  readonly name: string | null;
}

/** A kind of message, with what its room does when it doesn't arrive or names someone who's gone. */
export function roomMessage<Part extends string>(
  kind: MessageKind<Part>,
  {
    undelivered = nothingFollows,
    nameErased = takeBack,
  }: {
    readonly undelivered?: (
      db: Executor,
      about: About<Part>,
      message: Undelivered,
      now: number,
    ) => Promise<void>;
    readonly nameErased?: (parts: ErasingParts, about: About<Part>, message: NamingMessage) => Promise<void>;
  } = {},
): RoomMessage {
  return {
    kind,
    async undelivered(db, message, now) {
      const about = kind.read(message.key);
      if (about !== null) await undelivered(db, about, message, now);
    },
    async nameErased(parts, message) {
      const about = kind.read(message.key);
      if (about !== null) await nameErased(parts, about, message);
    },
  };
}

/** Nobody waits for it. */
async function nothingFollows(): Promise<void> {}

async function takeBack({ db }: ErasingParts, _: unknown, { key }: NamingMessage): Promise<void> {
  await cancel(db, [key]);
}
