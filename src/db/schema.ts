import type { Kysely, Transaction } from 'kysely';
import type { LinkCodesTable, LinkedAccountsTable } from '../features/accounts/table.ts';
import type { AlarmsTable, PlatformsHeardTable } from '../features/alarms/table.ts';
import type { AuditEntriesTable } from '../features/audit/table.ts';
import type { AcknowledgementsTable, CheckinSumsTable, ReachesTable } from '../features/checkins/table.ts';
import type { InvitationCodesTable, WrongCodesTable } from '../features/codes/table.ts';
import type { ReleasesTable } from '../features/figures/table.ts';
import type { AskRefusalsTable, InvitationsTable } from '../features/invitations/table.ts';
import type { NominationsTable } from '../features/nominations/table.ts';
import type { NudgeSumsTable, NudgesNotSentTable } from '../features/nudges/table.ts';
import type { PairSumsTable, PairsTable } from '../features/pairing/table.ts';
import type { ProgramSettingsTable } from '../features/program/table.ts';
import type {
  PulseAskedTable,
  PulseCountsTable,
  PulseSpentTable,
  PulsesTable,
} from '../features/pulse/table.ts';
import type { QuestionSetsTable } from '../features/questions/table.ts';
import type { OffersTable, ReferralsTable } from '../features/referrals/table.ts';
import type { HospitalLinesTable, VerifiedLinesTable } from '../features/resources/table.ts';
import type { SupportersTable } from '../features/supporters/table.ts';
import type { SupportBatchesTable, SupportSumsTable } from '../features/tallies/table.ts';
import type { InboxTable } from '../inbox/table.ts';
import type { AddressesTable, OutboxTable, PaceTable } from '../outbox/table.ts';
import type { ChosenLanguagesTable } from '../people/chosen-languages/table.ts';
import type { ContactsTable } from '../people/contacts/table.ts';
import type { KeptAsksTable } from '../people/kept-asks/table.ts';
import type { MembersTable } from '../people/members/table.ts';
import type { RolesTable } from '../people/roles/table.ts';

export interface Schema {
  members: MembersTable;
  contacts: ContactsTable;
  chosen_languages: ChosenLanguagesTable;
  pairs: PairsTable;
  invitations: InvitationsTable;
  ask_refusals: AskRefusalsTable;
  invitation_codes: InvitationCodesTable;
  wrong_codes: WrongCodesTable;
  kept_asks: KeptAsksTable;
  linked_accounts: LinkedAccountsTable;
  link_codes: LinkCodesTable;
  roles: RolesTable;
  audit_entries: AuditEntriesTable;
  program_settings: ProgramSettingsTable;
  supporters: SupportersTable;
  nominations: NominationsTable;
  referrals: ReferralsTable;
  offers: OffersTable;
  support_sums: SupportSumsTable;
  support_batches: SupportBatchesTable;
  question_sets: QuestionSetsTable;
  acknowledgements: AcknowledgementsTable;
  checkin_sums: CheckinSumsTable;
  reaches: ReachesTable;
  nudges_not_sent: NudgesNotSentTable;
  nudge_sums: NudgeSumsTable;
  pair_sums: PairSumsTable;
  releases: ReleasesTable;
  pulse_asked: PulseAskedTable;
  pulses: PulsesTable;
  pulse_spent: PulseSpentTable;
  pulse_counts: PulseCountsTable;
  verified_lines: VerifiedLinesTable;
  hospital_lines: HospitalLinesTable;
  alarms: AlarmsTable;
  platforms_heard: PlatformsHeardTable;
  outbox: OutboxTable;
  addresses: AddressesTable;
  pace: PaceTable;
  inbox: InboxTable;
}

/** The outer handle. Inside a transaction it must not be used: SQLite would wait on itself. */
export type Database = Kysely<Schema>;

/** What a store takes: the outer handle or a transaction. */
export type Executor = Kysely<Schema> | Transaction<Schema>;
