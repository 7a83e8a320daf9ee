import type { Credentials } from '../../src/chat/adapter.ts';
import type { Card } from '../../src/chat/card.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { PersonRef, Platform } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { createHearing, type Hearing } from '../../src/features/alarms/hearing.ts';
import { raiseAlarms } from '../../src/features/alarms/raise.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { enrol, type Member } from '../../src/people/members/store.ts';
import { appoint } from '../../src/people/roles/store.ts';
import { type RecordedLog, recordedLog } from '../contract/recorded-log.ts';
import { aProfile, content, slackPerson, someHospital, temporaryDatabase } from '../support/turn.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const sunday = Date.parse('2026-11-22T06:00:00Z');
/** 9:00 in Paris. */
export const monday = Date.parse('2026-11-23T08:00:00Z');
/** Named in the environment; also an editor, by which the workspace is known. */
export const wil = slackPerson('UWIL');
export const tea: PersonRef = { platform: 'teams', workspace: 'tenant', id: 'tea' };
export const hospital = {
  ...someHospital,
  admins: new Set(['slack:UWIL']),
  platforms: ['slack', 'teams'] as const,
};
export const accepted: Credentials = { standing: 'accepted', code: null, workspace: null, expires: null };

/** What administrators are told, with two platforms that say what the test has them say, and a real database. */
export interface Alarms {
  readonly db: Database;
  readonly hearing: Hearing;
  readonly log: RecordedLog;
  readonly credentials: Record<'slack' | 'teams', Credentials>;
  refuse(platform: 'slack' | 'teams', code?: string): void;
  /** One look, by this process or another. */
  look(now: number, by?: Hearing): Promise<number>;
  /** Every message of an alarm and every change of one, as it waits; without its text once it's sent. */
  told(): Promise<readonly { readonly to: string; readonly said: string; readonly status: string }[]>;
  /** All that waits has been sent. */
  arrive(instant: number): Promise<void>;
  pairsOf(count: number): Promise<readonly Member[]>;
  /** Monday's messages to so many, of which the first so many end otherwise than by arriving. */
  mondayOf(count: number, not: number, status: 'unreachable' | 'failed'): Promise<void>;
  close(): Promise<void>;
}

export async function openAlarms(): Promise<Alarms> {
  const { db, close } = await temporaryDatabase();
  const credentials = { slack: accepted, teams: accepted };
  const hearing = createHearing();
  const log = recordedLog();
  await appoint(db, { person: wil, name: 'Wil Park' }, 'editor', sunday);

  const stage: Alarms = {
    ...{ db, hearing, log, credentials, close },
    refuse(platform, code = 'token_revoked') {
      credentials[platform] = { ...accepted, standing: 'refused', code };
    },
    look(now, by = hearing) {
      const adapters = new Map<Platform, { credentials(): Credentials }>([
        ['slack', { credentials: () => credentials.slack }],
        ['teams', { credentials: () => credentials.teams }],
      ]);
      return raiseAlarms({ db, adapters, hearing: by, hospital, log }, now);
    },
    async told() {
      const rows = await db
        .selectFrom('outbox')
        .select(['key', 'person_id as to', 'card', 'status'])
        .where('key', 'like', '%alarm:%')
        .orderBy('created_at')
        .orderBy('person_id')
        .execute();
      return rows.map(({ to, card, status }) => ({
        to,
        status,
        said: card === null ? '' : fallbackText(JSON.parse(card) as Card),
      }));
    },
    async arrive(instant) {
      await db
        .updateTable('outbox')
        .set({ status: 'sent', message_ref: 'there', settled_at: instant, card: null })
        .where('status', '=', 'waiting')
        .execute();
    },
    async pairsOf(count) {
      const members: Member[] = [];
      for (let nth = 0; nth < count; nth += 1)
        members.push(await enrol(db, slackPerson(`UP${nth}`), aProfile(`Person ${nth}`), hospital, sunday));
      for (let nth = 0; nth + 1 < count; nth += 2)
        await startPair(db, members[nth] as Member, members[nth + 1] as Member, sunday);
      return members;
    },
    async mondayOf(count, not, status) {
      const members = await stage.pairsOf(count);
      await planDue(db, { at: monday, now: monday, content });
      await stage.arrive(monday + minute);
      for (const { person } of members.slice(0, not))
        await db.updateTable('outbox').set({ status }).where('person_id', '=', person.id).execute();
    },
  };
  return stage;
}
