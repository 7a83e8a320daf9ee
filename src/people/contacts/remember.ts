import type { InboundEvent, Whereabouts } from '../../chat/event.ts';
import { isSamePerson, type PersonRef } from '../../chat/person.ts';
import type { Database, Executor } from '../../db/schema.ts';
import { transact } from '../../db/transact.ts';
import { wasSeen } from '../../inbox/store.ts';
import { keepAddress } from '../../outbox/recipient-store.ts';
import { followProfile } from '../members/profile.ts';
import { findMember } from '../members/store.ts';
import { type Contact, findContact, saveContact } from './store.ts';

/**
 * Keeps what an event tells of its sender, before it is answered: how to reach them, their name, time zone and language. A member's
 * follow. Most events tell nothing new, and cost one read. An event that was handled before tells nothing either: it must
 * not bring back who has been erased since.
 */
export async function rememberContact(
  db: Database,
  event: InboundEvent,
  told: Whereabouts,
  now: number,
): Promise<void> {
  const known = await findContact(db, event.from);
  const isGone = event.type === 'uninstalled';
  if (isGone ? known === null : !isNews(known, told)) return;
  await transact(db, async (transaction) => {
    if (await wasSeen(transaction, event.id)) return;
    await keepAddress(transaction, event.from, told.address);
    if (!isGone) await learn(transaction, event.from, told, now);
  });
}

async function learn(db: Executor, person: PersonRef, told: Whereabouts, now: number): Promise<void> {
  const known = await findContact(db, person);
  const name = told.name ?? known?.name ?? null;
  const timeZone = told.timeZone ?? known?.timeZone ?? null;
  const language = told.language ?? known?.language ?? null;
  await saveContact(db, person, { name, timeZone, language }, now);
  if (name === known?.name && timeZone === known.timeZone && language === known.language) return;
  const member = await findMember(db, person);
  if (member === null || !isSamePerson(member.person, person)) return;
  const profile = {
    ...{ name: name ?? member.name, timeZone, language },
    ...({ active: true, kind: 'person' } as const),
  };
  await followProfile(db, member, profile, now);
}

function isNews(known: Contact | null, told: Whereabouts): boolean {
  if (known === null || known.unreachableSince !== null || known.address !== told.address) return true;
  return (['name', 'timeZone', 'language'] as const).some(
    (what) => told[what] !== null && told[what] !== known[what],
  );
}
