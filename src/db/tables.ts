import type { Schema } from './schema.ts';

/**
 * Every table with its key, those first that others refer to. A table that is missing here breaks the build: it would not
 * be carried over by `move`, and PostgreSQL would order its texts in another way.
 */
export const keys = {
  members: ['id'],
  contacts: ['platform', 'workspace', 'person_id'],
  chosen_languages: ['platform', 'workspace', 'person_id'],
  linked_accounts: ['platform', 'workspace', 'person_id'],
  link_codes: ['code_fingerprint'],
  pairs: ['id'],
  invitations: ['id'],
  ask_refusals: ['platform', 'workspace', 'person_id', 'asked_by'],
  invitation_codes: ['code_fingerprint'],
  wrong_codes: ['id'],
  kept_asks: ['id'],
  roles: ['id'],
  audit_entries: ['id'],
  program_settings: ['name'],
  supporters: ['id'],
  nominations: ['id'],
  referrals: ['id'],
  offers: ['id'],
  support_sums: ['id'],
  support_batches: ['number'],
  question_sets: ['week'],
  acknowledgements: ['pair_id', 'member_id', 'week'],
  checkin_sums: ['week'],
  reaches: ['id'],
  nudges_not_sent: ['member_id', 'week'],
  nudge_sums: ['week', 'outcome'],
  pair_sums: ['period', 'event'],
  releases: ['kind', 'period'],
  pulse_asked: ['member_id'],
  pulses: ['quarter'],
  pulse_spent: ['fingerprint'],
  pulse_counts: ['quarter', 'question', 'answer'],
  verified_lines: ['line_id'],
  hospital_lines: ['id'],
  alarms: ['matter'],
  platforms_heard: ['platform'],
  outbox: ['key'],
  addresses: ['platform', 'workspace', 'person_id'],
  pace: ['platform', 'workspace', 'lane'],
  inbox: ['event_fingerprint'],
} as const satisfies { readonly [Table in keyof Schema]: readonly (keyof Schema[Table] & string)[] };

export type Table = keyof typeof keys;

export const tables = Object.keys(keys) as readonly Table[];
