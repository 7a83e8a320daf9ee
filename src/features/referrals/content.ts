import * as v from 'valibot';
import type { PersonRef } from '../../chat/person.ts';
import { type EventKind, eventKinds } from '../../content/event-kinds.ts';
import type { Seals } from '../../sealing/seals.ts';

/** Someone who a colleague should reach out to. */
export interface Colleague {
  /** Null for who isn't on the chat. */
  readonly person: PersonRef | null;
  readonly name: string;
  /** A phone number or an email address. */
  readonly contact: string | null;
}

/** All that's known of a referral beyond its times. It stands in the database sealed, and nowhere else. */
export interface ReferralContent extends Colleague {
  readonly kind: EventKind;
  /** Who asked, by name; null unless they agreed to be named. */
  readonly askedBy: string | null;
  readonly isForOneself: boolean;
  readonly wishesOtherUnit: boolean;
  readonly wishesNight: boolean;
  readonly wishesGroup: boolean;
  /** Ids of `prompts/support`, where they're known. */
  readonly profession: string | null;
  readonly specialty: string | null;
  readonly unit: string | null;
  readonly language: string | null;
}

const text = v.nullable(v.string());

const shape = v.object({
  person: v.nullable(
    v.object({
      platform: v.picklist(['slack', 'teams', 'playground']),
      workspace: v.string(),
      id: v.string(),
    }),
  ),
  name: v.string(),
  contact: text,
  kind: v.picklist(eventKinds),
  askedBy: text,
  isForOneself: v.boolean(),
  wishesOtherUnit: v.boolean(),
  wishesNight: v.boolean(),
  wishesGroup: v.boolean(),
  profession: text,
  specialty: text,
  unit: text,
  language: text,
});

export function seal(seals: Seals, content: ReferralContent, now: number) {
  return seals.seal(JSON.stringify(content), now);
}

/** Null where the key is gone: then nobody can say any more who it was about. */
export async function unseal(
  seals: Seals,
  { keyId, sealed }: { readonly keyId: string; readonly sealed: string },
): Promise<ReferralContent | null> {
  const text = await seals.open({ keyId, sealed });
  return text === null ? null : v.parse(shape, JSON.parse(text));
}
