import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { intentNames } from '../../src/bot/intent-names.ts';
import type { Effect } from '../../src/chat/effect.ts';
import type { Answers } from '../../src/chat/form.ts';
import { operatorKey, type PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { addLinked } from '../../src/features/accounts/store.ts';
import { findMember } from '../../src/people/members/store.ts';
import { everythingIn, nameOf, type SupportCore, supportCore } from '../support/support-core.ts';
import { addTrained } from '../support/supporters.ts';
import { content, slackPerson, temporaryDatabase } from '../support/turn.ts';

/** Everyone presses everything and sends everything in, with every id there is. */

const ana = slackPerson('UANA');
const dan = slackPerson('UDAN');
const danInTeams: PersonRef = { platform: 'teams', workspace: 'tenant', id: 'dd-dan' };
const wil = slackPerson('UWIL');
const pia = slackPerson('UPIA');
const sue = slackPerson('USUE');
const tom = slackPerson('UTOM');
const uma = slackPerson('UUMA');
const mel = slackPerson('UMEL');
const asker = slackPerson('UASK');
const colleagues = ['UCOLA', 'UCOLB', 'UCOLC'].map(slackPerson);
const eve = slackPerson('UEVE');
const typed = { name: 'Zora Quist', contact: '555-010-7788' };

let db: Database;
let close: () => Promise<void>;
let core: SupportCore;
/** Of referrals, offers and supporters. */
let ids: readonly string[];

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  core = supportCore(db, { admins: new Set([operatorKey(wil)]) });
  await core.appoints(ana, 'director');
  await core.appoints(dan, 'director');
  await core.appoints(pia, 'program-administrator');
  for (const person of [dan, mel]) await core.presses(person, 'pairing.open');
  const member = await findMember(db, dan);
  await addLinked(db, member?.id ?? '', { person: danInTeams, name: nameOf(dan.id) }, core.now);
  for (const person of [sue, tom, uma]) await addTrained(db, person, nameOf(person.id));
  await core.refers(asker, colleagues, { named: 'yes' });
  await core.refers(asker, [], typed);
  const [first, second] = await waiting();
  await core.sends(ana, `support.assign:${first}`, { supporter: await supporterId(sue) });
  await core.sends(ana, `support.assign:${second}`, { supporter: await supporterId(tom) });
  const [offer] = await db
    .selectFrom('offers')
    .select('id')
    .where('referral_id', '=', second ?? '')
    .execute();
  await core.sends(tom, `support.offer:${offer?.id}`, { outcome: 'reached' });
  await core.refers(asker, [dan]);
  await core.sends(eve, 'support.self', { supporter: await supporterId(tom), kind: 'event-complaint' });
  ids = (
    await Promise.all(
      (['referrals', 'offers', 'supporters'] as const).map((table) =>
        db.selectFrom(table).select('id').execute(),
      ),
    )
  ).flatMap((rows) => rows.map(({ id }) => id));
  expect(core.faults).toEqual([]);
});
afterEach(async () => {
  expect(core.faults).toEqual([]);
  await close();
});

describe.each([
  ['a stranger', slackPerson('USTRANGER')],
  ['a member', mel],
  ['who asked', asker],
  ['a supporter who was not asked', uma],
  ['an administrator', wil],
  ['a program administrator', pia],
  ['a stranger in Teams', { platform: 'teams', workspace: 'tenant', id: 'ee-else' } as const],
])('%s', (_, person) => {
  test('sees nothing of any referral, and changes nothing', async () => {
    await triesEverything(person, secretsOf([...colleagues, eve]));
  });
});

describe.each([
  ['a director', dan],
  ['the same director from a linked account', danInTeams],
])('%s who one is about', (_, person) => {
  test('finds nothing of it at the desk, by no id, and in no count', async () => {
    const about = await aboutDan();
    const others = ids.filter((id) => id !== about);
    const desk = everythingIn(await core.presses(person, 'support.desk'));
    expect(desk).toContain(nameOf('UCOLA'));
    expect(desk).not.toContain(nameOf(dan.id));
    for (const id of [about, `${about}/${about}`, ...others.map((other) => `${about}/${other}`)]) {
      for (const answer of await pressesAndSends(person, `support.assign:${id}`))
        expect(answer).not.toMatch(new RegExp(`${nameOf(dan.id)}|${nameOf(asker.id)}`));
      await core.presses(person, `support.end:${id}`);
    }
    expect(await waiting()).toContain(about);
    // What waits: one of the three, the one by name, this one, and one more.
    await core.refers(asker, [slackPerson('UCOLD')]);
    expect(await counted(ana)).toContain('4 ');
    expect(await counted(dan)).toContain('3 ');
  });

  test('sees nothing of what a colleague asked of someone they chose', async () => {
    for (const id of ids) {
      const answers = await pressesAndSends(person, `support.assign:${id}`);
      expect(answers.join()).not.toContain(nameOf(eve.id));
    }
  });
});

test('a director sees what they may, and a supporter theirs', async () => {
  const [first] = await db.selectFrom('offers').select(['id', 'referral_id']).orderBy('id').execute();
  expect(everythingIn(await core.presses(ana, 'support.desk'))).toContain(nameOf(dan.id));
  expect(everythingIn(await core.presses(ana, `support.assign:${first?.referral_id}`))).toContain(
    nameOf(asker.id),
  );
  expect(everythingIn(await core.presses(sue, `support.offer:${first?.id}`))).toMatch(/Doctor .locu/);
});

test('a supporter opens nothing of what another was asked', async () => {
  for (const [mine, others] of [
    [sue, await offersTo(tom)],
    [tom, await offersTo(sue)],
  ] as const)
    for (const id of others)
      for (const answer of await pressesAndSends(mine, `support.offer:${id}`))
        expect(answer).toMatch(/isn't open anymore/);
});

/** Every intent of the program's, about every id and what's made of it; nothing may be told or changed. */
async function triesEverything(person: PersonRef, secrets: RegExp): Promise<void> {
  const before = await tables();
  const made = ['', 'yes', 'x', '01a22375-6b03-7615-9102-a5e4f148ad9f'];
  const abouts = [...made, ...ids, `${ids[0]}/${ids.at(-1)}`];
  for (const name of intentNames.filter((one) => /^(support|program)\./.test(one))) {
    for (const about of abouts) {
      const answers = await pressesAndSends(person, about === '' ? name : `${name}:${about}`);
      for (const answer of answers) expect(answer).not.toMatch(secrets);
    }
  }
  expect(await tables()).toEqual(before);
}

async function pressesAndSends(person: PersonRef, id: string): Promise<readonly string[]> {
  const told = [readable(await core.presses(person, id))];
  for (const answers of await forged()) told.push(readable(await core.sends(person, id, answers)));
  return told;
}

/** What forms of directors and supporters are sent in with; none of them is enough for a referral. */
async function forged(): Promise<readonly Answers[]> {
  return [{ supporter: await supporterId(uma), outcome: 'done', role: 'director' }, { outcome: 'cannot' }];
}

/** Without what everyone can pick from a list. */
function readable(effects: readonly Effect[]): string {
  return everythingIn(
    effects.map((effect) =>
      effect.type === 'view' ? { ...effect, view: { ...effect.view, fields: [] } } : effect,
    ),
  );
}

function secretsOf(people: readonly PersonRef[]): RegExp {
  const kinds = content.support.choices.kinds.flatMap(({ id, words }) => [id, ...Object.values(words)]);
  return new RegExp(
    [
      ...people.flatMap(({ id }) => [nameOf(id), id]),
      typed.name,
      typed.contact,
      ...kinds.map((kind) => String(kind).replace(/[()?.]/g, '\\$&')),
    ].join('|'),
  );
}

async function tables() {
  const [referrals, offers, roles, settings] = await Promise.all(
    (['referrals', 'offers', 'roles', 'program_settings'] as const).map((table) =>
      db.selectFrom(table).selectAll().execute(),
    ),
  );
  return { referrals, offers, roles, settings };
}

async function waiting(): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('referrals')
    .select('id')
    .where('state', '=', 'waiting')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The one that Ana sees and Dan doesn't. */
async function aboutDan(): Promise<string> {
  for (const id of await waiting())
    if (readable(await core.presses(ana, `support.assign:${id}`)).includes(nameOf(dan.id))) return id;
  throw new Error('There is none.');
}

/** What the newest message to them says. */
async function counted(person: PersonRef): Promise<string> {
  const rows = await db
    .selectFrom('outbox')
    .select('card')
    .where('person_id', '=', person.id)
    .where('key', 'like', 'desk:%')
    .orderBy('created_at')
    .orderBy('key')
    .execute();
  return rows.at(-1)?.card ?? '';
}

async function supporterId({ id: personId }: PersonRef): Promise<string> {
  const rows = await db.selectFrom('supporters').select('id').where('person_id', '=', personId).execute();
  return rows[0]?.id ?? '';
}

async function offersTo(person: PersonRef): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('offers')
    .select('id')
    .where('supporter_id', '=', await supporterId(person))
    .execute();
  return rows.map(({ id }) => id);
}
