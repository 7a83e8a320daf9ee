import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Turn } from '../../src/bot/turn.ts';
import type { Card } from '../../src/chat/card.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { Database } from '../../src/db/schema.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { callOff, createRedraw } from '../../src/features/nudges/redraw.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { change } from '../../src/outbox/store.ts';
import { enrol, type Member } from '../../src/people/members/store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  content,
  type Scene,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const ana = slackPerson('U0ANA');
const ben = slackPerson('U0BEN');
const sunday = Date.parse('2026-11-22T12:00:00Z');
const monday = Date.parse('2026-11-23T08:00:30Z');
const thisEvening = Date.parse('2026-11-23T17:00:00Z');
const tomorrow = Date.parse('2026-11-24T08:00:00Z');
let db: Database;
let close: () => Promise<void>;
let me: Member;
let pairId: string;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  me = await enrol(db, ana, aProfile('Ana'), someHospital, sunday);
  const buddy = await enrol(db, ben, aProfile('Ben'), someHospital, sunday);
  pairId = (await startPair(db, me, buddy, sunday)) ?? '';
});
afterEach(() => close());

function turn(now: number, more: Partial<Scene> = {}): Scene {
  return aScene({ db, now, from: ana, redraw: createRedraw(content.bank), callOff, ...more });
}

async function remindMe(when: string, now = monday): Promise<string> {
  return textOf(await answer(turn(now), anIntent('nudges.snooze', { about: when })));
}

/** When my reminders come, by their status. */
async function reminders(): Promise<unknown[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['due_at', 'status'])
    .where('key', 'like', 'reminder:%')
    .orderBy('due_at')
    .execute();
  return rows.map(({ due_at, status }) => [due_at, status]);
}

function settle(status: 'sent' | 'waiting', ref: string | null = null): Promise<unknown> {
  return db.updateTable('outbox').set({ status, message_ref: ref }).execute();
}

test('the questions of a week are of use until Thursday is over, whenever they are planned', async () => {
  await planDue(db, { at: monday, now: monday + 60_000, content });
  const rows = await db.selectFrom('outbox').select('useful_until').execute();
  const friday = Date.parse('2026-11-26T23:00:00Z');
  // Counted from `at`, while deliveries run on the real clock.
  expect(rows).toEqual([{ useful_until: friday + 60_000 }, { useful_until: friday + 60_000 }]);
});

describe('someone asks for the questions at a better moment', () => {
  test('the later wish takes the place of the earlier one', async () => {
    await remindMe('tomorrow');
    await remindMe('evening');
    expect(await reminders()).toEqual([[thisEvening, 'waiting']]);
  });

  test('a second time on a day on which one was sent: it is written, too', async () => {
    await remindMe('tomorrow');
    await settle('sent');
    const onTuesday = tomorrow + 60_000;
    expect(await remindMe('evening', onTuesday)).toContain("I'll remind you");
    expect(await reminders()).toEqual([
      [tomorrow, 'sent'],
      [Date.parse('2026-11-24T17:00:00Z'), 'waiting'],
    ]);
  });

  test('nothing is promised that would not come', async () => {
    await remindMe('evening');
    await settle('sent');
    expect(await remindMe('evening')).not.toContain("I'll remind you");
  });

  test('a pause takes it back, and only mine', async () => {
    await remindMe('evening');
    await answer(turn(monday, { from: ben }), anIntent('nudges.snooze', { about: 'tomorrow' }));
    await answer(turn(monday), anIntent('members.pause'));
    expect(await reminders()).toEqual([[tomorrow, 'waiting']]);
  });

  test('without a buddy none comes, also in a week without a nudge', async () => {
    await remindMe('evening');
    await answer(turn(monday), anIntent('pairing.end', { about: pairId }));
    expect(await reminders()).toEqual([]);
  });
});

describe('the weekly message', () => {
  test('shows the newest state after a press, also when an older change of it is still to come', async () => {
    await planDue(db, { at: monday, now: monday, content });
    await settle('sent', 'D1 1');
    const key = `nudge:${me.id}:2026-W48`;
    await change(db, key, { elements: [{ type: 'text', words: 'an older state' }] }, monday);
    const about = `${pairId}/2026-W48`;
    const [effect] = await answer(
      turn(monday, { message: 'D1 1' as NonNullable<Turn['message']> }),
      anIntent('checkins.acknowledge', { about }),
    );
    expect(effect?.type).toBe('replace');
    const queued = await db
      .selectFrom('outbox')
      .select('card')
      .where('changes_key', '=', key)
      .executeTakeFirstOrThrow();
    expect(fallbackText(JSON.parse(queued.card ?? 'null') as Card)).toContain('checked in this week');
  });

  test('that was pressed is not changed a second time when nothing was to come', async () => {
    await planDue(db, { at: monday, now: monday, content });
    await settle('sent', 'D1 1');
    const about = `${pairId}/2026-W48`;
    await answer(
      turn(monday, { message: 'D1 1' as NonNullable<Turn['message']> }),
      anIntent('checkins.acknowledge', { about }),
    );
    const queued = await db
      .selectFrom('outbox')
      .select('changes_key')
      .where('changes_key', '=', `nudge:${me.id}:2026-W48`)
      .execute();
    expect(queued).toEqual([]);
  });
});
