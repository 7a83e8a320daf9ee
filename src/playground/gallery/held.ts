import { checkinsHeld } from '../../features/checkins/held.ts';
import { codesHeld } from '../../features/codes/held.ts';
import { invitationsHeld } from '../../features/invitations/held.ts';
import { nominationsHeld } from '../../features/nominations/held.ts';
import { nudgesHeld } from '../../features/nudges/held.ts';
import { pairingHeld } from '../../features/pairing/held.ts';
import type { Held } from '../../features/privacy/held.ts';
import { supportersHeld } from '../../features/supporters/held.ts';
import { outboxHeld } from '../../outbox/held.ts';
import type { HeldMessage } from '../../outbox/held-store.ts';
import { contactsHeld } from '../../people/contacts/held.ts';
import type { Contact } from '../../people/contacts/store.ts';
import { keptAsksHeld } from '../../people/kept-asks/held.ts';
import { membersHeld } from '../../people/members/held.ts';
import { aMonth, ana, ben, dana, day, now, reader, toDana, week, zone } from './samples.ts';

const aMessage: HeldMessage = {
  kind: 'nudge',
  status: 'sent',
  attempts: 1,
  why: null,
  batch: 'nudge:2026-W48',
  messageRef: 'message-1',
  createdAt: now,
  dueAt: now,
  usefulUntil: now + 3 * day,
  settledAt: now,
};
const aContact: Contact = {
  name: ana.name,
  timeZone: zone,
  language: 'en',
  welcomedAt: now - aMonth,
  unreachableSince: null,
  createdAt: now - aMonth,
  address: 'ana',
};
export const held: Held = {
  person: ana.person,
  name: ana.name,
  parts: [
    ...membersHeld.shown(reader, {
      ...ana,
      profileCheckedAt: now - day,
      offeredStepAt: null,
      profession: 'nurse',
    }),
    ...pairingHeld.shown(reader, [{ name: ben.name, since: now - aMonth, until: null }]),
    ...invitationsHeld.shown(reader, {
      sent: [{ name: dana.name, status: 'waiting', sentAt: now - day, waitsUntil: toDana.expiresAt }],
      received: [],
      refusals: [{ by: 'someone', since: now - day }],
    }),
    ...codesHeld.shown(reader, { codes: [{ madeAt: now - day, worksUntil: now + 13 * day }], wrong: [] }),
    ...checkinsHeld.shown(reader, {
      checkins: [{ buddy: ben.name, byMe: true, at: now, week }],
      reaches: [],
    }),
    ...nudgesHeld.shown(reader, [{ week: '2026-W46', outcome: 'paused' }]),
    ...outboxHeld.shown(reader, { messages: [aMessage], namedIn: 0, addresses: ['ana'] }),
    ...supportersHeld.shown(reader, { card: null, own: null }),
    ...nominationsHeld.shown(reader, { namedAt: now - day, naming: [now - 2 * day] }),
    ...contactsHeld.shown(reader, [aContact]),
    ...keptAsksHeld.shown(reader, [{ kind: 'invitation', at: now - 2 * day, account: 'ana' }]),
  ],
};
export const nothingHeld: Held = { person: ana.person, name: null, parts: [] };
