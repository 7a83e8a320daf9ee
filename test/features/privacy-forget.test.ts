import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import { type PersonRef, personKey } from '../../src/chat/person.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { nudgeKey } from '../../src/features/nudges/messages.ts';
import { accountOf } from '../../src/features/nudges/store.ts';
import { endPair, findPairs } from '../../src/features/pairing/store.ts';
import { leave } from '../../src/features/privacy/erase.ts';
import { enqueue } from '../../src/outbox/store.ts';
import { findMember, type Member } from '../../src/people/members/store.ts';
import { fingerprint } from '../../src/system/ids.ts';
import { databaseUnderTest, freshDatabase } from '../support/fresh-database.ts';
import { anIntent, answer, buttonIds, slackPerson, temporaryDatabase, textOf } from '../support/turn.ts';
import {
  ana,
  arrive,
  ben,
  cleo,
  dan,
  eve,
  everything,
  flo,
  gus,
  inviteBy,
  now,
  setTheStage,
  turnOf,
} from './privacy-stage.ts';

let db: Database;
let close: () => Promise<void>;
let members: Record<'ana' | 'ben' | 'cleo', Member>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  members = await setTheStage(db);
});
afterEach(() => close());

const sayYes = (from: PersonRef = ana) =>
  db
    .transaction()
    .execute((transaction) =>
      answer(turnOf(db, from, { db: transaction }), anIntent('privacy.forget', { about: 'yes' })),
    );

/** Tables in which this person can still be found. */
const tracesOf = (person: PersonRef) => tablesWith([person.id, fingerprint(personKey(person))]);

async function tablesWith(marks: readonly string[]): Promise<string[]> {
  const tables = Object.entries(await everything(db));
  return tables.filter(([, text]) => marks.some((mark) => text.includes(mark))).map(([name]) => name);
}

/** What limits count stays for its time, by fingerprint. */
const whatStays = ['kept_asks', 'wrong_codes'];

/** What is on its way to someone, by key. */
async function waitingFor(person: PersonRef): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'card'])
    .where('person_id', '=', person.id)
    .where('status', 'in', ['waiting', 'claimed'])
    .execute();
  return Object.fromEntries(
    rows.map(({ key, card }) => [key, fallbackText(JSON.parse(card ?? 'null') as Card)]),
  );
}

async function waitingText(person: PersonRef): Promise<string> {
  return Object.values(await waitingFor(person)).join('\n');
}

describe('forget me', () => {
  test('asks once, and nothing happens until then', async () => {
    const before = await everything(db);
    const effects = await answer(turnOf(db, ana), anIntent('privacy.forget'));
    expect(buttonIds(effects)).toEqual(['privacy.forget:yes']);
    expect(await everything(db)).toEqual(before);
  });

  test('the id of the person was in many tables, and then is in none', async () => {
    expect(await tracesOf(ana)).toEqual(
      expect.arrayContaining(['members', 'invitations', 'outbox', 'addresses', 'wrong_codes']),
    );
    expect(textOf(await sayYes())).toContain('Everything that names you is erased.');
    expect(await tablesWith([ana.id])).toEqual([]);
    expect([...(await tracesOf(ana))].sort()).toEqual(whatStays);
    for (const table of ['members', 'pairs', 'invitation_codes', 'nudges_not_sent', 'reaches'] as const) {
      expect((await everything(db))[table]).not.toContain(members.ana.id);
    }
  });

  test('what is on its way at that moment keeps no id either', async () => {
    await db
      .updateTable('outbox')
      .set({ status: 'claimed', lease_owner: 'someone' })
      .where('status', '=', 'waiting')
      .execute();
    await sayYes();
    expect(await tablesWith([ana.id])).toEqual([]);
  });

  test('a change of a message that stands in a chat keeps no id either', async () => {
    const key = nudgeKey(members.ben.id, '2026-W47');
    await db
      .insertInto('outbox')
      .values([
        { ...(await rowOf(nudgeKey(members.ben.id, '2026-W48'))), key },
        {
          ...(await rowOf(nudgeKey(members.ben.id, '2026-W48'))),
          key: `change:${key}`,
          changes_key: key,
          lane: 'change',
          card: JSON.stringify({ elements: [{ type: 'text', words: [{ person: ana, name: 'Ana Diaz' }] }] }),
        },
      ])
      .execute();
    await arrive(db, key);
    await sayYes();
    expect(await tablesWith([ana.id])).toEqual([]);
    const changed = (await waitingFor(ben))[`change:${key}`];
    expect(changed).toContain('Cleo Park');
    expect(changed).not.toContain('Ana');
  });

  test('this week’s message in the buddy’s chat loses the name', async () => {
    const key = nudgeKey(members.ben.id, '2026-W48');
    await arrive(db, key);
    await sayYes();
    const changed = (await waitingFor(ben))[`change:${key}`];
    expect(changed).toContain('Cleo Park');
    expect(changed).not.toContain('Ana');
  });

  test('who is held only as a name in someone’s waiting message can be forgotten too', async () => {
    const person = slackPerson('U0NEW');
    const card: Card = { elements: [{ type: 'text', words: [{ person, name: 'Nia Roe' }, ' waits.'] }] };
    await enqueue(db, [{ key: 'expired:1', to: ben, card }], now);
    expect(buttonIds(await answer(turnOf(db, person), anIntent('privacy.forget')))).toEqual([
      'privacy.forget:yes',
    ]);
    expect(textOf(await sayYes(person))).toContain('Everything about you is erased.');
    expect(await tracesOf(person)).toEqual([]);
    expect(await waitingText(ben)).not.toContain('so your invitation has closed');
  });

  test('each buddy is told kindly, by name, once', async () => {
    await sayYes();
    for (const person of [ben, cleo]) {
      expect((await waitingText(person)).match(/Ana Diaz/g)).toHaveLength(1);
      expect(await waitingText(person)).toContain('Ana Diaz no longer uses Buddy');
      expect(await waitingText(person)).not.toContain('could use a check-in');
    }
  });

  test('a buddy who has another keeps the week with them; the questions still come', async () => {
    await sayYes();
    const nudge = (await waitingFor(ben))[nudgeKey(members.ben.id, '2026-W48')];
    expect(nudge).toContain('Cleo Park');
    expect((await findPairs(db, members.ben.id)).map((pair) => pair.buddy.name)).toEqual(['Cleo Park']);
  });

  test('a buddy who has nobody else now gets no questions that still waited, and that Monday is accounted for', async () => {
    const [pair] = (await findPairs(db, members.ben.id)).filter((one) => one.buddy.name === 'Cleo Park');
    await endPair(db, pair?.id ?? '', now);
    await sayYes();
    expect(Object.keys(await waitingFor(ben))).not.toContain(nudgeKey(members.ben.id, '2026-W48'));
    expect(await accountOf(db, '2026-W48')).toMatchObject({ unpaired: 4 });
  });

  test('the sums of the weeks stay as they were, without anybody in them', async () => {
    const before = await accountOf(db, '2026-W48');
    await arrive(db, nudgeKey(members.ana.id, '2026-W48'));
    await sayYes();
    const after = await accountOf(db, '2026-W48');
    expect(after.eligible).toBe(before.eligible);
    expect(after.sent).toBe(1);
    expect(await accountOf(db, '2026-W46')).toMatchObject({ eligible: 1, paused: 1 });
    expect(await db.selectFrom('checkin_sums').selectAll().execute()).toEqual([
      { week: '2026-W48', pairs: 1, people: 1, acknowledgements: 1 },
    ]);
  });

  test('who had been asked can no longer accept, and is not told whose invitation it was', async () => {
    await sayYes();
    expect(await waitingText(eve)).toBe('This invitation has closed. Nothing you need to do.');
    expect(await waitingFor(flo)).toEqual({});
  });

  test('who was waiting for an answer is told that there will be none', async () => {
    await sayYes();
    expect(await waitingText(dan)).toBe(
      "Ana Diaz doesn't use Buddy, so your invitation has closed. It says nothing about you.",
    );
  });

  test('who had not heard the answer yet is not left waiting', async () => {
    expect(await waitingText(gus)).toContain('said not now');
    await sayYes();
    expect(await waitingText(gus)).toContain('your invitation has closed');
  });

  test('nothing of anybody else is touched', async () => {
    await sayYes();
    for (const person of [ben, cleo, dan, gus]) expect(await findMember(db, person)).not.toBeNull();
    expect(await db.selectFrom('pairs').selectAll().execute()).toHaveLength(1);
  });

  test('a second yes changes nothing and answers the same', async () => {
    const first = await sayYes();
    const before = await everything(db);
    expect(await sayYes()).toEqual(first);
    expect(await everything(db)).toEqual(before);
    expect(textOf(await answer(turnOf(db, ana), anIntent('privacy.forget')))).toContain(
      "There's nothing more to erase.",
    );
  });

  test('someone who was only invited, and never answered, can be forgotten too', async () => {
    await inviteBy(db, dan, eve, 'Eve Moss');
    expect(buttonIds(await answer(turnOf(db, eve), anIntent('privacy.forget')))).toEqual([
      'privacy.forget:yes',
    ]);
    await sayYes(eve);
    expect(await tracesOf(eve)).toEqual([]);
    expect(await waitingText(dan)).toContain("Eve Moss doesn't use Buddy");
    expect(await waitingText(ana)).toContain("Eve Moss doesn't use Buddy");
  });

  test('they can come back, as someone new', async () => {
    await sayYes();
    await inviteBy(db, ana, flo, 'Flo Wirt', {
      newcomer: { name: 'Ana Diaz', timeZone: null, language: null, active: true, kind: 'person' },
    });
    expect(await findMember(db, ana)).toMatchObject({ rhythm: { lastWeek: null } });
    expect((await findMember(db, ana))?.id).not.toBe(members.ana.id);
  });
});

test('whose account is closed is erased the same way, and the buddy hears the same words', async () => {
  await db.transaction().execute((transaction) => leave(turnOf(db, ana, { db: transaction }), ana));
  expect(await tablesWith([ana.id])).toEqual([]);
  expect([...(await tracesOf(ana))].sort()).toEqual(whatStays);
  expect(await waitingText(ben)).toContain('Ana Diaz no longer uses Buddy');
});

function rowOf(key: string) {
  return db.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirstOrThrow();
}

test('what is erased is gone from the file itself, not only from its tables', async () => {
  if (databaseUnderTest === 'postgres') return;
  const fresh = await freshDatabase();
  const held = openDatabase(fresh.url);
  await migrate(held);
  await setTheStage(held);
  await answer(turnOf(held, ana), anIntent('privacy.forget', { about: 'yes' }));
  await held.destroy();
  const bytes = readFileSync(fresh.url.slice('sqlite:'.length)).toString('latin1');
  expect(bytes).toContain(ben.id);
  expect(bytes).not.toContain(ana.id);
  await fresh.remove();
});
