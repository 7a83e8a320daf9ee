import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Address, DeliveryResult, Message, MessageRef, Recipient } from './delivery.ts';
import type { Effect } from './effect.ts';
import type { InboundEvent } from './event.ts';
import type { PersonRef, Platform, Profile } from './person.ts';

export type Receive = (event: InboundEvent) => Promise<readonly Effect[]>;

/** The one HTTP port that all adapters share: each mounts its own routes. `path` is exact, without the query. */
export interface HttpMount {
  get(path: string, handle: HttpHandle): void;
  /** `handle` comes into play once the whole body is here; who hangs up before is never heard of. */
  post(path: string, terms: PostTerms, handle: PostHandle): void;
}

export type HttpHandle = (request: IncomingMessage, response: ServerResponse) => void;

/** On what terms a body is read. */
export interface PostTerms {
  /** A longer body is answered 413, and what is left of it is thrown away. */
  readonly maxBytes: number;
  /** Judges the headers alone. False when it has answered: then nobody waits for the body. Never rejects. */
  admits(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean>;
}

export type PostHandle = (request: IncomingMessage, body: Buffer, response: ServerResponse) => void;

/**
 * `unknown`: the platform knows nobody of that id. `absent`: Buddy is not there for them, so it can't write to them.
 * `unavailable`: the platform could not be asked just now.
 */
export type LookUp =
  | Profile
  | { readonly unknown: true }
  | { readonly absent: true }
  | { readonly unavailable: true };

export interface DeliverOptions {
  /** The same for every try of one message: lets a platform that can do so recognise a repetition. */
  readonly key: string;
  /** The message to change in place, as an earlier `deliver` returned it. */
  readonly replaces?: MessageRef;
}

/** How a platform takes what Buddy proves itself with: tokens, or a secret. */
export interface Credentials {
  /** `unconfirmed`: it hasn't been asked yet, or doesn't answer, so nothing is known. */
  readonly standing: 'accepted' | 'refused' | 'unconfirmed';
  /** The platform's code where it refuses, for an operator: never a secret. */
  readonly code: string | null;
  /** The workspace that they're for; null while that isn't known. */
  readonly workspace: string | null;
  /** The day on which they expire (`YYYY-MM-DD`), as far as an operator has noted it: no platform tells. */
  readonly expires: string | null;
}

export interface ChatAdapter {
  readonly platform: Platform;
  start(receive: Receive, http: HttpMount): Promise<void>;
  /** Waits for what is in flight. */
  stop(): Promise<void>;
  /** Null when deliveries can be made, else why not, in words for an operator. */
  trouble(): string | null;
  /** Null when what people do is heard, else why not, in words for an operator. Deliveries go on meanwhile. */
  deafness(): string | null;
  /**
   * What an operator should look at although all may be well: nothing but refused requests has come, say. Strangers can
   * bring it about, so it's no reason to take an instance out of service. In words for an operator; null for nothing.
   */
  doubt(): string | null;
  /** What the platform said last of Buddy's own credentials; asks nobody. */
  credentials(): Credentials;
  /**
   * Asks the platform; gives up after 2 s, so that a command is still answered in time. `address` is how the person is
   * reached, where that is known. Never throws.
   */
  lookUp(person: PersonRef, address: Address | null): Promise<LookUp>;
  /** One try, no retries of its own; gives up after 10 s. Never throws. */
  deliver(to: Recipient, message: Message, options: DeliverOptions): Promise<DeliveryResult>;
}
