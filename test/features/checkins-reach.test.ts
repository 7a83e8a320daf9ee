import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { callOff, createRedraw } from '../../src/features/nudges/redraw.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import type { Undelivered } from '../../src/outbox/undelivered.ts';
import { enrol } from '../../src/people/members/store.ts';
import { forgetWhatIsOld } from '../../src/program/retention.ts';
import { settleUndelivered } from '../../src/program/undelivered.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  buttonsOf,
  content,
  type Scene,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const ana = slackPerson('U0ANA');
const ben = slackPerson('U0BEN');
const now = Date.parse('2026-11-25T12:00:00Z');
let db: Database;
let close: () => Promise<void>;
let pairId: string;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  const me = await enrol(db, ana, aProfile('Ana'), someHospital, now);
  const buddy = await enrol(db, ben, aProfile('Ben'), someHospital, now);
  pairId = (await startPair(db, me, buddy, now)) ?? '';
});
afterEach(() => close());

function turn(from: PersonRef, more: Partial<Scene> = {}): Scene {
  return aScene({ db, now, from, redraw: createRedraw(content.bank), callOff, ...more });
}

const ask = (from: PersonRef) => answer(turn(from), anIntent('checkins.reach'));

/** What waits to go out, as what someone reads. */
async function waitingFor(person: PersonRef): Promise<string[]> {
  return (await cardsFor(person)).map((card) => fallbackText(card));
}

async function cardsFor(person: PersonRef): Promise<Card[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('card')
    .where('person_id', '=', person.id)
    .where('status', '=', 'waiting')
    .execute();
  return rows.map((row) => JSON.parse(row.card ?? 'null') as Card);
}

/** Everything that waits ends so; the dispatcher then tells who it concerns. */
async function settleAll(status: Undelivered['status']): Promise<void> {
  const rows = await db.selectFrom('outbox').selectAll().where('status', '=', 'waiting').execute();
  await db.updateTable('outbox').set({ status, card: null, settled_at: now }).execute();
  for (const { key, platform, workspace, person_id: id } of rows)
    await settleUndelivered(
      db,
      { key, to: { platform, workspace, id }, status, code: null, card: null },
      now,
    );
}

describe('someone asks a buddy for a check-in', () => {
  test('and is promised no more than that it is passed on', async () => {
    expect(textOf(await ask(ana))).toContain("I'm letting Ben");
    expect(await waitingFor(ben)).toEqual([
      expect.stringContaining('Ana asked me to tell you they could use a check-in'),
    ]);
  });

  test.each(['unreachable', 'failed', 'expired'] as const)(
    'and hears, with the lines at hand, that I could not get through, when it ends as %s',
    async (status) => {
      await ask(ana);
      await settleAll(status);
      const [card, ...others] = await cardsFor(ana);
      expect(others).toEqual([]);
      expect(fallbackText(card as Card)).toContain("I couldn't get through to Ben. Call them if you can.");
      expect(buttonsOf(card as Card).map((button) => button.id)).toEqual(['resources.show']);
      await settleAll('failed');
      expect(await waitingFor(ana)).toEqual([]);
    },
  );

  test('who pauses is not asked any more, those who asked them hear it, and what they asked is still passed on', async () => {
    await ask(ana);
    await ask(ben);
    await answer(turn(ben), anIntent('members.pause'));
    expect(await waitingFor(ben)).toEqual([]);
    expect((await waitingFor(ana)).sort()).toEqual([
      expect.stringContaining('Ben asked me to tell you they could use a check-in'),
      expect.stringContaining("I couldn't get through to Ben."),
    ]);
  });

  test('who stops being their buddy is not asked any more, nor asks', async () => {
    await ask(ana);
    await ask(ben);
    await answer(turn(ana), anIntent('pairing.end', { about: pairId }));
    expect(await waitingFor(ana)).toEqual([]);
    expect(await waitingFor(ben)).toEqual([expect.stringContaining('no longer buddies')]);
  });

  test('and is told nothing of someone who is no longer their buddy', async () => {
    await ask(ana);
    const { key } = await db.selectFrom('outbox').select('key').executeTakeFirstOrThrow();
    await answer(turn(ana), anIntent('pairing.end', { about: pairId }));
    await settleUndelivered(db, { key, to: ben, status: 'failed', code: null, card: null }, now);
    expect(await waitingFor(ana)).toEqual([]);
  });
});

test('when someone asked is forgotten after a day', async () => {
  await ask(ana);
  const asked = () => db.selectFrom('reaches').select('reached_at').execute();
  await forgetWhatIsOld(db, { now: now + 24 * 3_600_000 });
  expect(await asked()).toHaveLength(1);
  await forgetWhatIsOld(db, { now: now + 24 * 3_600_000 + 1 });
  expect(await asked()).toEqual([]);
});

describe('an invitation that does not arrive', () => {
  const cleo = slackPerson('U0CLEO');
  const statusOf = async () =>
    (await db.selectFrom('invitations').select('status').executeTakeFirstOrThrow()).status;

  beforeEach(async () => {
    const asked = turn(ana, { colleague: aProfile('Cleo') });
    await answer(asked, anIntent('pairing.invite', { person: cleo }));
  });

  test.each(['unreachable', 'failed'] as const)(
    'closes, and the inviter hears what else works (%s)',
    async (status) => {
      await settleAll(status);
      expect(await statusOf()).toBe('expired');
      expect(await waitingFor(ana)).toEqual([
        "I couldn't reach Cleo here. Ask them in person, or with a code: /buddy invite",
      ]);
    },
  );

  test('because its time ran out is left to the job that closes those', async () => {
    await settleAll('expired');
    expect(await statusOf()).toBe('waiting');
    expect(await waitingFor(ana)).toEqual([]);
  });
});
