import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { findAudit } from '../../src/features/audit/store.ts';
import { supportersHeld } from '../../src/features/supporters/held.ts';
import { findSupporterOf, findSupporters } from '../../src/features/supporters/store.ts';
import { addTrained } from '../support/supporters.ts';
import { temporaryDatabase, textOf } from '../support/turn.ts';
import {
  aDirector,
  does,
  messages,
  now,
  someone,
  viewButtons,
  viewErrors,
  viewOf,
  viewText,
} from './supporters-stage.ts';

const ana = someone('ana');
const ben = someone('ben');
const day = 86_400_000;

let db: Database;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

function names(who: PersonRef, whom: PersonRef, at = now) {
  return does(db, who, 'support.nominate', { answers: { person: whom }, at });
}

async function listed(director: PersonRef): Promise<string> {
  return viewText(await does(db, director, 'support.nominations'));
}

async function invited(director: PersonRef, whom: PersonRef): Promise<void> {
  await does(db, director, 'support.invite', { answers: { person: whom } });
}

describe('naming a colleague', () => {
  test('asks for the colleague, and for nothing else', async () => {
    const { fields } = viewOf(await does(db, ana, 'support.nominate'));
    expect(fields.map(({ id, type }) => [id, type])).toEqual([['person', 'person']]);
  });

  test('is answered the same, whatever they are', async () => {
    const first = await names(ana, ben);
    await addTrained(db, someone('chidi'), 'Chidi');
    await invited(await aDirector(db, 'wil'), someone('dana'));
    expect(await names(ana, ben)).toEqual(first);
    expect(await names(ana, someone('chidi'))).toEqual(first);
    expect(await names(ana, someone('dana'))).toEqual(first);
    expect(textOf(first)).toContain('Nobody is told that it came from you');
    expect(await db.selectFrom('nominations').select('name').execute()).toEqual([{ name: 'Ben' }]);
  });

  test('makes nobody a member, and sends nobody anything', async () => {
    await names(ana, ben);
    expect(await db.selectFrom('members').selectAll().execute()).toEqual([]);
    expect(await messages(db)).toEqual([]);
  });

  test('is for others: not oneself, and not someone the platform doesn’t know', async () => {
    expect(viewErrors(await names(ana, ana))).toEqual(['person']);
    expect(viewErrors(await does(db, ana, 'support.nominate', { answers: {} }))).toEqual(['person']);
    expect(await db.selectFrom('nominations').selectAll().execute()).toEqual([]);
  });

  test('counts ten times in a month, and the eleventh is answered alike', async () => {
    const first = await names(ana, someone('p0'));
    for (let index = 1; index < 10; index += 1) await names(ana, someone(`p${index}`));
    expect(await names(ana, someone('p10'))).toEqual(first);
    const { count } = await db
      .selectFrom('nominations')
      .select((select) => select.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(10);
    await names(ana, someone('p10'), now + 31 * day);
    const [{ name }] = (await db
      .selectFrom('nominations')
      .select('name')
      .orderBy('created_at', 'desc')
      .limit(1)
      .execute()) as [{ name: string }];
    expect(name).toBe('P10');
  });
});

describe('the director', () => {
  test('sees who was named by three or more, and by fewer, and never who did or how many', async () => {
    const wil = await aDirector(db, 'wil');
    for (const one of ['ana', 'chidi', 'dana', 'elif']) await names(someone(one), ben);
    for (const one of ['ana', 'chidi']) await names(someone(one), someone('farah'));
    await names(ana, ben);
    const text = await listed(wil);
    expect(text.indexOf('Ben')).toBeLessThan(text.indexOf('Farah'));
    expect(text.match(/Named by [a-z ]+/g)?.slice(1)).toEqual([
      'Named by three or more colleagues',
      'Named by fewer',
    ]);
    expect(text).not.toMatch(/Ana|Chidi|Dana|Elif|\b4\b|four/);
  });

  test('invites someone by one press; then they’re off the list, and asked', async () => {
    const wil = await aDirector(db, 'wil', 'deputy');
    await names(ana, ben);
    const button = viewButtons(await does(db, wil, 'support.nominations')).find((id) =>
      id.startsWith('support.invite:'),
    );
    expect(viewText(await does(db, wil, button ?? ''))).toContain('Ben has been invited.');
    expect(await listed(wil)).toContain('Asked, and not answered yet');
    expect(await db.selectFrom('nominations').selectAll().execute()).toEqual([]);
    const [sent, ...others] = await messages(db);
    expect(others).toEqual([]);
    expect(sent?.to).toBe('slack/T01/U0BEN');
    expect(sent?.card).toContain('an hour, a few times a year');
    expect(sent?.card).toContain('gets written down');
    expect(sent?.card).not.toMatch(/Wil|Ana/);
    // A second press, by another director perhaps, asks nobody twice.
    expect(viewText(await does(db, wil, button ?? ''))).toContain('off the list');
    expect(await messages(db)).toHaveLength(1);
  });

  test('invites anyone, once; it’s in the list of what was done', async () => {
    const wil = await aDirector(db, 'wil');
    await invited(wil, ben);
    const again = await does(db, wil, 'support.invite', { answers: { person: ben } });
    expect(viewText(again)).toContain('Ben has been asked already');
    expect(await messages(db)).toHaveLength(1);
    expect(await findAudit(db, 9)).toEqual([
      expect.objectContaining({ by: 'Wil', action: 'invited-supporter', subject: 'Ben' }),
    ]);
  });

  test('takes someone off the roster when they’ve been asked whether they mean it', async () => {
    const wil = await aDirector(db, 'wil');
    const { id } = await addTrained(db, ben, 'Ben');
    const asked = await does(db, wil, `support.remove:${id}`);
    expect(viewButtons(asked)).toContain(`support.remove:${id}/yes`);
    expect(await findSupporters(db)).toHaveLength(1);
    await does(db, wil, `support.remove:${id}/yes`);
    expect(await findSupporters(db)).toEqual([]);
    expect(await findAudit(db, 9)).toEqual([
      expect.objectContaining({ by: 'Wil', action: 'removed-supporter', subject: 'Ben' }),
    ]);
  });

  test('takes an invitation back: its buttons are gone, or it never goes out', async () => {
    const wil = await aDirector(db, 'wil');
    await invited(wil, ben);
    const [{ id } = { id: '' }] = await findSupporters(db);
    expect(viewText(await does(db, wil, `support.remove:${id}`))).toContain('Take the invitation back?');
    expect(viewText(await does(db, wil, `support.remove:${id}/yes`))).toContain('is taken back');
    expect(await messages(db)).toEqual([]);
    expect(textOf(await does(db, ben, 'support.join:yes'))).toContain("isn't open");
  });

  test.each(['support.nominations', 'support.invite', 'support.invite:x', 'support.remove:ID/yes'])(
    'alone can do %s: nobody else gets more than a word',
    async (wanted) => {
      const { id } = await addTrained(db, ben, 'Ben');
      const plain = await aDirector(db, 'pat', 'program-administrator');
      const administrator = await aDirector(db, 'ada', 'administrator');
      for (const who of [ana, ben, plain, administrator])
        expect(textOf(await does(db, who, wanted.replace('ID', id)))).toContain(
          'for those who run the program',
        );
      expect(await findSupporters(db)).toHaveLength(1);
    },
  );
});

describe('someone who was asked', () => {
  beforeEach(async () => {
    await invited(await aDirector(db, 'wil'), ben);
  });

  test('says yes, and is on the roster', async () => {
    expect(textOf(await does(db, ben, 'support.join:yes', { at: now + day }))).toContain('Thank you');
    const me = await findSupporterOf(db, [ben]);
    expect(me).toMatchObject({
      state: 'active',
      name: 'Ben',
      shown: [],
      mostOffers: 4,
      createdAt: now + day,
    });
    expect(viewText(await does(db, ana, 'support.roster'))).toContain('Ben');
    // A second press changes nothing.
    await does(db, ben, 'support.join:yes', { at: now + 2 * day });
    expect(await findSupporterOf(db, [ben])).toEqual(me);
  });

  test('says no, which is fine, and nothing of it stays', async () => {
    expect(textOf(await does(db, ben, 'support.join:no'))).toContain('completely fine');
    expect(await findSupporters(db)).toEqual([]);
    expect(textOf(await does(db, ben, 'support.join:yes'))).toContain("isn't open");
  });

  test('is a supporter for nothing before they’ve said yes', async () => {
    for (const wanted of ['support.card', 'support.tally', 'support.practice', 'support.leave:yes'])
      expect(textOf(await does(db, ben, wanted))).toBe('This is for peer supporters.');
  });

  test('isn’t waited for longer than a month', async () => {
    await supportersHeld.forget(db, { now: now + 31 * day });
    expect(await findSupporters(db)).toEqual([]);
  });

  test('by others than they themselves can’t be answered for', async () => {
    expect(textOf(await does(db, ana, 'support.join:yes'))).toContain("isn't open");
    expect((await findSupporterOf(db, [ben]))?.state).toBe('invited');
  });
});
