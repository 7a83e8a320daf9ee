import type { Address, MessageRef } from './delivery.ts';
import type { Answers } from './form.ts';
import type { Language } from './language.ts';
import type { PersonRef, Profile } from './person.ts';

/** What reached Buddy from a platform, in Buddy's own words. `id` is the same when the platform delivers it again. */
export type InboundEvent = {
  readonly id: string;
  readonly from: PersonRef;
  /** What the event itself tells of its sender; absent on platforms that are asked instead. */
  readonly contact?: Whereabouts;
} & (
  | { readonly type: 'command'; readonly text: string; readonly people: readonly PersonRef[] }
  | PressEvent
  | { readonly type: 'submit'; readonly form: string; readonly answers: Answers }
  /** The person opened Buddy's home page: answered with one card. */
  | { readonly type: 'home' }
  /** Free words written to Buddy. The words themselves do not travel: nobody reads them. */
  | { readonly type: 'words' }
  /** The platform says that this person's profile is now so. */
  | { readonly type: 'profile'; readonly profile: Profile }
  /** Buddy is there for this person from now on, or again. The platform may say so more than once. */
  | { readonly type: 'installed' }
  /** The person has removed Buddy: what `contact.address` says now is that nothing can be sent. */
  | { readonly type: 'uninstalled' }
);

/** How someone can be reached, and what the platform says of them on the way. Null: this event did not say. */
export interface Whereabouts {
  readonly address: Address;
  readonly name: string | null;
  /** An IANA name. */
  readonly timeZone: string | null;
  readonly language: Language | null;
}

export interface PressEvent {
  readonly type: 'press';
  /** The button's or choice's id, the picked value after the colon. */
  readonly button: string;
  /** The message that carries the button, when it is one that `deliver` returned. */
  readonly message: MessageRef | null;
}
