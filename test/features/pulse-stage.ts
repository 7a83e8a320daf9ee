import type { Card } from '../../src/chat/card.ts';
import type { Database } from '../../src/db/schema.ts';
import { transact } from '../../src/db/transact.ts';
import { saveAsked } from '../../src/features/program/asks-store.ts';
import { askMembers } from '../../src/features/pulse/ask-members.ts';
import { enrol, type Member } from '../../src/people/members/store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  buttonsOf,
  slackPerson,
  someHospital,
  textOf,
} from '../support/turn.ts';

/** A Thursday, at the hour of everyone's Monday in Paris: what the pulse is, is told. */
export const told = Date.parse('2026-10-01T07:30:00Z');
/** The Wednesday of the quarter's pulse, at the same hour. */
export const asked = Date.parse('2026-11-04T08:30:00Z');
export const closed = Date.parse('2026-11-19T00:00:00Z');

export async function members(db: Database, count: number, from = 0): Promise<Member[]> {
  const people: Member[] = [];
  for (let index = from; index < from + count; index += 1)
    people.push(
      await enrol(db, slackPerson(`U${index}`), aProfile(`P${index}`), someHospital, told - 86_400_000),
    );
  return people;
}

export const turnOn = (db: Database) => saveAsked(db, 'pulse', true);

export const tick = (db: Database, now: number) => askMembers(db, now);

/** The tokens of the messages that wait, which then are sent. */
export async function sentTokens(db: Database): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('card')
    .where('key', 'like', 'pulse:%')
    .where('status', '=', 'waiting')
    .orderBy('person_id')
    .execute();
  await db
    .updateTable('outbox')
    .set({ status: 'sent', card: null, settled_at: asked })
    .where('status', '=', 'waiting')
    .execute();
  return rows.map(({ card }) => tokenIn(JSON.parse(card ?? '') as Card));
}

function tokenIn(card: Card): string {
  const [first] = buttonsOf(card);
  return /^pulse\.answer:(.+)\/empty$/.exec(first?.id ?? '')?.[1] ?? '';
}

/** A press, in a transaction of its own; what the presser then reads. */
export function press(
  db: Database,
  name: 'pulse.answer' | 'pulse.weighs',
  about: string,
  now = asked + 60_000,
): Promise<string> {
  return transact(db, async (transaction) =>
    textOf(
      await answer(
        aScene({ db: transaction, now, from: slackPerson('U0'), newcomer: aProfile('P0') }),
        anIntent(name, { about }),
      ),
    ),
  );
}

/** What has been counted, without the noughts: `feeling empty 2`. */
export async function counts(db: Database): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('pulse_counts')
    .selectAll()
    .where('count', '>', 0)
    .orderBy('question')
    .orderBy('answer')
    .execute();
  return rows.map(({ question, answer: tapped, count }) => `${question} ${tapped} ${count}`);
}
