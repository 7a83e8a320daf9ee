import { inboxHeld } from '../inbox/held.ts';
import { outboxHeld } from '../outbox/held.ts';
import { chosenLanguagesHeld } from '../people/chosen-languages/held.ts';
import { contactsHeld } from '../people/contacts/held.ts';
import type { HeldRoom } from '../people/held-room.ts';
import { keptAsksHeld } from '../people/kept-asks/held.ts';
import { membersHeld } from '../people/members/held.ts';
import { rolesHeld } from '../people/roles/held.ts';
import { accountsHeld } from './accounts/held.ts';
import { auditHeld } from './audit/held.ts';
import { checkinsHeld } from './checkins/held.ts';
import { codesHeld } from './codes/held.ts';
import { invitationsHeld } from './invitations/held.ts';
import { nominationsHeld } from './nominations/held.ts';
import { nudgesHeld } from './nudges/held.ts';
import { pairingHeld } from './pairing/held.ts';
import { pulseHeld } from './pulse/held.ts';
import { referralsHeld } from './referrals/held.ts';
import { supportersHeld } from './supporters/held.ts';

/**
 * Every room that holds anything about people. What hangs on another room's rows stands to the right of it, and is erased
 * and forgotten before it.
 */
export const heldRooms: readonly HeldRoom<unknown>[] = [
  membersHeld,
  contactsHeld,
  chosenLanguagesHeld,
  keptAsksHeld,
  outboxHeld,
  inboxHeld,
  rolesHeld,
  auditHeld,
  supportersHeld,
  nominationsHeld,
  referralsHeld,
  pairingHeld,
  invitationsHeld,
  codesHeld,
  accountsHeld,
  checkinsHeld,
  nudgesHeld,
  pulseHeld,
];
