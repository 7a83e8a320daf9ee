import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Address } from '../../chat/delivery.ts';
import type { PersonRef } from '../../chat/person.ts';
import type { OutboxStatus } from '../../outbox/table.ts';
import type { Contact } from '../../people/contacts/store.ts';
import type { Member } from '../../people/members/store.ts';
import type { LinkedAccount } from '../accounts/store.ts';
import type { AskRefusal } from '../invitations/refusal-store.ts';
import type { InvitationStatus } from '../invitations/table.ts';
import type { NudgesNotSentTable } from '../nudges/table.ts';

/** Everything that is held about one person, from every table. Others are in it by name; instants are milliseconds. */
export interface Held extends HeldOfMember {
  readonly person: PersonRef;
  readonly member: (Member & { readonly profileCheckedAt: number }) | null;
  /** Their other account; `person` is the one to which messages go. The lists below are of both. */
  readonly linked: HeldAccount | null;
  readonly invitationsReceived: readonly HeldInvitation[];
  /** By whom they do not want to be asked. */
  readonly askRefusals: readonly AskRefusal[];
  readonly messages: readonly HeldMessage[];
  /** Messages to others that name this person and are not through yet. */
  readonly namedIn: number;
  readonly contact: Omit<Contact, 'address'> | null;
  readonly address: Address | null;
  /** When a code that did not work was entered. */
  readonly wrongCodes: readonly number[];
}

export interface HeldAccount extends LinkedAccount {
  readonly contact: Omit<Contact, 'address'> | null;
  readonly address: Address | null;
}

/** What hangs on a member's row. */
export interface HeldOfMember {
  readonly buddies: readonly HeldBuddy[];
  readonly invitationsSent: readonly HeldInvitation[];
  readonly codes: readonly HeldCode[];
  readonly linkCodes: readonly HeldCode[];
  readonly checkins: readonly (Between & { readonly week: IsoWeek })[];
  readonly reaches: readonly Between[];
  readonly mondaysWithout: readonly Pick<NudgesNotSentTable, 'week' | 'outcome'>[];
}

export interface HeldCode {
  readonly madeAt: number;
  readonly worksUntil: number;
}

export interface HeldBuddy {
  readonly name: string;
  readonly since: number;
  readonly until: number | null;
}

export interface HeldInvitation {
  /** The other one. */
  readonly name: string;
  readonly status: InvitationStatus;
  readonly sentAt: number;
  readonly waitsUntil: number;
}

/** Something between two buddies, by one of them. */
export interface Between {
  readonly buddy: string;
  readonly byMe: boolean;
  readonly at: number;
}

export interface HeldMessage {
  /** What it is: the first word of its key. */
  readonly kind: string;
  readonly status: OutboxStatus;
  readonly createdAt: number;
  readonly settledAt: number | null;
}
