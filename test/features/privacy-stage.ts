import type { Card } from '../../src/chat/card.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { createRedraw } from '../../src/features/nudges/redraw.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { saveAddresses } from '../../src/outbox/recipient-store.ts';
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
} from '../support/turn.ts';

/** A Monday morning on which Ana Diaz has left a trace in every table that speaks of people. */
const monday = Date.parse('2026-11-23T08:00:30Z');
export const now = monday + 3_600_000;
const sunday = monday - 86_400_000;

export const ana = slackPerson('U0ANA');
export const ben = slackPerson('U0BEN');
export const cleo = slackPerson('U0CLEO');
/** Invited Ana, who has not answered yet. */
export const dan = slackPerson('U0DAN');
/** Invited by Ana: Eve's message has arrived, Flo's is not out yet. */
export const eve = slackPerson('U0EVE');
export const flo = slackPerson('U0FLO');
/** Invited Ana, who said not now; Gus has not heard of it yet. */
export const gus = slackPerson('U0GUS');

export function turnOf(db: Database, from: PersonRef, more: Partial<Scene> = {}): Scene {
  return aScene({ db, now, from, redraw: createRedraw(content.bank), ...more });
}

export async function setTheStage(db: Database): Promise<Record<'ana' | 'ben' | 'cleo', Member>> {
  const become = (person: PersonRef, name: string) => enrol(db, person, aProfile(name), someHospital, sunday);
  const members = {
    ana: await become(ana, 'Ana Diaz'),
    ben: await become(ben, 'Ben Ode'),
    cleo: await become(cleo, 'Cleo Park'),
  };
  await startPair(db, members.ana, members.ben, sunday);
  await startPair(db, members.ana, members.cleo, sunday + 1);
  await startPair(db, members.ben, members.cleo, sunday + 2);
  await become(dan, 'Dan Fry');
  await become(gus, 'Gus Lind');
  await planDue(db, { at: monday, now: monday, content });
  await db
    .insertInto('nudges_not_sent')
    .values({ member_id: members.ana.id, week: '2026-W46', outcome: 'paused' })
    .execute();

  await inviteBy(db, dan, ana, 'Ana Diaz');
  await inviteBy(db, gus, ana, 'Ana Diaz');
  const fromGus = await db
    .selectFrom('invitations')
    .select('id')
    .where('inviter_id', '=', (await become(gus, '')).id)
    .executeTakeFirstOrThrow();
  await answer(turnOf(db, ana), anIntent('pairing.decline', { about: fromGus.id }));
  await answer(turnOf(db, ana), anIntent('pairing.refuse', { about: fromGus.id }));
  const roomy = { hospital: { ...someHospital, maxBuddies: 5 } };
  await inviteBy(db, ana, eve, 'Eve Moss', roomy);
  await inviteBy(db, ana, flo, 'Flo Wirt', roomy);
  await arrive(db, await keyOf(db, eve));

  const [pair] = await db.selectFrom('pairs').select('id').orderBy('started_at').execute();
  await answer(turnOf(db, ana), anIntent('checkins.acknowledge', { about: `${pair?.id}/2026-W48` }));
  await answer(turnOf(db, ana), anIntent('checkins.reach', { about: pair?.id ?? '' }));
  await answer(turnOf(db, ana), anIntent('pairing.code'));
  await answer(turnOf(db, ana), anIntent('pairing.join', { about: '7K3M-Q9XD' }));
  await saveAddresses(db, [{ person: ana, address: 'D0ANA of U0ANA' }]);
  return members;
}

export async function inviteBy(
  db: Database,
  from: PersonRef,
  person: PersonRef,
  name: string,
  more: Partial<Scene> = {},
): Promise<void> {
  await answer(
    turnOf(db, from, { colleague: aProfile(name), ...more }),
    anIntent('pairing.invite', { person }),
  );
}

/** The dispatcher has delivered this message. */
export async function arrive(db: Database, key: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ status: 'sent', card: null, message_ref: `ref of ${key}`, settled_at: now })
    .where('key', '=', key)
    .execute();
}

async function keyOf(db: Database, to: PersonRef): Promise<string> {
  const row = await db
    .selectFrom('outbox')
    .select('key')
    .where('person_id', '=', to.id)
    .executeTakeFirstOrThrow();
  return row.key;
}

/** The file in a copy to take away. */
export function fileIn({ elements }: Card): string {
  const file = elements.find((element) => element.type === 'file');
  if (file?.type !== 'file') throw new Error('no file');
  return file.content;
}

/** Every value of every column of every table, as text, by table. */
export async function everything(db: Database): Promise<Record<string, string>> {
  const tables = await db.introspection.getTables();
  const entries = tables.map(async ({ name }) => {
    const rows = await db
      .selectFrom(name as 'members')
      .selectAll()
      .execute();
    // PostgreSQL moves a row that's written again, even to what it was.
    return [name, `[${rows.map((row) => JSON.stringify(row)).sort()}]`] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
