import type { Turn } from '../../bot/turn.ts';
import { type PersonRef, personKey } from '../../chat/person.ts';
import type { Reader } from '../../chat/reader.ts';
import { findContact } from '../../people/contacts/store.ts';
import { type HeldPart, sections, type Whose } from '../../people/held-room.ts';
import { findMemberWithAccounts } from '../../people/members/account-store.ts';
import { heldRooms } from '../held-rooms.ts';

type HoldingParts = Pick<Turn, 'db' | 'seals'>;

/** Everything that's held about one person, from every room, in the order in which it's shown. */
export interface Held {
  /** The account to which messages go. */
  readonly person: PersonRef;
  readonly name: string | null;
  readonly parts: readonly HeldPart[];
}

export async function findHeld(
  { db, seals }: HoldingParts,
  person: PersonRef,
  reader: Reader,
): Promise<Held> {
  const whose = await findWhose({ db, seals }, person);
  const [main] = whose.accounts;
  const parts: HeldPart[] = [];
  for (const room of heldRooms) parts.push(...room.shown(reader, await room.find(db, whose)));
  return {
    person: main,
    name: whose.member?.name ?? (await findContact(db, main))?.name ?? null,
    parts: sections.flatMap((section) => parts.filter((part) => part.section === section)),
  };
}

export async function findWhose({ db, seals }: HoldingParts, person: PersonRef): Promise<Whose> {
  const known = await findMemberWithAccounts(db, person);
  const [main = person, ...others] = known?.accounts ?? [];
  const accounts = [main, ...others] as const;
  const sealedFingerprints: string[] = [];
  for (const account of accounts) sealedFingerprints.push(...(await seals.fingerprints(personKey(account))));
  return { member: known?.member ?? null, accounts, sealedFingerprints };
}

/** What's said of it in chat. */
export function saidOf(held: Held): Held {
  return { ...held, parts: held.parts.filter(({ isUnsaid }) => isUnsaid !== true) };
}

/** True while a supporter is to reach out to them, which they may end. */
export function hasOpenOffer({ parts }: Held): boolean {
  return parts.some((part) => part.name === 'offersOfSupport' && !isEmpty(part));
}

/** True when there's nothing at all to show. */
export function isNothing({ parts }: Held): boolean {
  return parts.every(isEmpty);
}

/** True when there's nothing that erasing would take: attempts stay for their time. */
export function isNothingToErase({ parts }: Held): boolean {
  return parts.filter(({ section }) => section !== 'attempts').every(isEmpty);
}

function isEmpty({ value }: HeldPart): boolean {
  return value === null || value === 0 || (Array.isArray(value) && value.length === 0);
}
