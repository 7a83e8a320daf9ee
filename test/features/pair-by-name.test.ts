import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Database } from '../../src/db/schema.ts';
import { isSameName, nameLetters, withoutAdditions } from '../../src/people/contacts/rules.ts';
import { findMember } from '../../src/people/members/store.ts';
import { buttonIds, formOf, temporaryDatabase, textOf } from '../support/turn.ts';
import { openTeamsStage, type TeamsStage, teamsPerson } from './teams-stage.ts';

const ana = teamsPerson('aaaa-0001');
const ben = teamsPerson('bbbb-0002');
const contact = { name: 'Ana Diaz' };
let db: Database;
let close: () => Promise<void>;
let stage: TeamsStage;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  stage = openTeamsStage(db);
  await stage.hears({ from: ben, says: 'help', contact: { name: 'José Ode-Núñez' } });
});
afterEach(() => close());

const says = (text: string) => stage.hears({ from: ana, says: text, contact });

async function invited(): Promise<string[]> {
  const rows = await db.selectFrom('invitations').select('invitee_person_id').execute();
  return rows.map((row) => row.invitee_person_id);
}

test.each(['pair José Ode-Núñez', 'invite jose  ode-nunez', 'PAIR Ode-Nunez, Jose', 'pair @JOSE ODE-NUNEZ'])(
  '"%s" invites the one person of that name at once',
  async (typed) => {
    expect(textOf(await says(typed))).toContain("I've asked José Ode-Núñez");
    expect(await invited()).toEqual([ben.id]);
    const sent = await db.selectFrom('outbox').select(['person_id', 'card']).executeTakeFirstOrThrow();
    expect(sent.person_id).toBe(ben.id);
    expect(sent.card).toContain('pairing.accept:');
  },
);

test('of two with one name the right one is picked; nobody is asked until then', async () => {
  await stage.hears({ from: teamsPerson('cccc-0003'), says: 'help', contact: { name: 'Jose Ode-Nunez' } });
  const which = await says('pair jose ode-nunez');
  expect(buttonIds(which)).toEqual([
    'pairing.invite:bbbb-0002',
    'pairing.invite:cccc-0003',
    'pairing.invite',
  ]);
  expect([await invited(), await findMember(db, ana)]).toEqual([[], null]);
  await stage.hears({ from: ana, presses: 'pairing.invite:cccc-0003', contact });
  expect(await invited()).toEqual(['cccc-0003']);
});

test('two whose names read the same are not told apart by a guess', async () => {
  await stage.hears({ from: teamsPerson('cccc-0003'), says: 'help', contact: { name: 'José Ode-Núñez' } });
  expect(buttonIds(await says('pair jose ode-nunez'))).toEqual(['pairing.invite']);
});

test.each([
  ["Sean O'Brien", 'sean o’brien'],
  ['Zoë O’Brien-Łuksza', "zoe o'brien-luksza"],
  ['Søren Kjær', 'soren kjaer'],
  ['Straße, Jörg', 'jorg strasse'],
  ['Đặng Thùy', 'dang thuy'],
])('"%s" is found as "%s", as a phone or a foreign keyboard has it', (name, typed) => {
  expect(isSameName(name, typed)).toBe(true);
});

test('a name that nobody here has opens the form with the people picker, and says why', async () => {
  const form = formOf(await says('pair Someone Else'));
  expect(form).toMatchObject({ id: 'pairing.invite', fields: [{ type: 'person', id: 'person' }] });
  expect(form.intro).toContain("don't know anyone here by that name");
  expect(form.intro).not.toContain('Someone');
});

test('nobody is found by their own name, in another workspace, or by a first name alone', async () => {
  const elsewhere = { ...teamsPerson('dddd-0004'), workspace: 'another tenant' };
  await stage.hears({ from: elsewhere, says: 'invite', contact: { name: 'Dan Fry' } });
  for (const typed of ['pair Ana Diaz', 'pair Dan Fry', 'pair José']) {
    expect(formOf(await says(typed)).id).toBe('pairing.invite');
  }
});

describe('a colleague who does not have the app', () => {
  const picks = () =>
    stage.hears({
      from: ana,
      fillsIn: 'pairing.invite',
      answers: { person: teamsPerson('eeee-0005') },
      contact,
    });

  test('cannot be written to, so the inviter gets a sentence with a code to send them, which works', async () => {
    const said = textOf(await picks());
    expect(said).toContain("doesn't have the Buddy app here");
    expect(said).toContain('Open the Buddy app and send it');
    expect([await invited(), await findMember(db, ana)]).toEqual([[], expect.objectContaining(contact)]);
    const code = /join ([0-9A-Z-]+)/.exec(said)?.[1];
    const joined = await stage.hears({
      from: teamsPerson('eeee-0005'),
      says: `join ${code}`,
      contact: { name: 'Eve Moss' },
    });
    expect(textOf(joined)).toContain('You and Ana Diaz are buddies.');
  });

  test('is a buddy already: that is said, and no code is made', async () => {
    await stage.hears({ from: ana, presses: `pairing.invite:${ben.id}`, contact });
    const { id } = await db.selectFrom('invitations').select('id').executeTakeFirstOrThrow();
    await stage.hears({ from: ben, presses: `pairing.accept:${id}` });
    await stage.hears({ from: ben, app: 'uninstalled', contact: { address: 'removed' } });
    const again = await stage.hears({ from: ana, presses: `pairing.invite:${ben.id}`, contact });
    expect(textOf(again)).toContain('You and José Ode-Núñez are already buddies.');
    expect(await db.selectFrom('invitation_codes').selectAll().execute()).toEqual([]);
  });
});

test.each([
  ['Ana Diaz', 'ana  DIAZ', true],
  ['Diaz, Ana', 'Ana Diaz', true],
  ['Ana de la Cruz', 'Ana Delacruz', true],
  ['Zoë', 'Zoe', true],
  ['Ana Diaz', 'Ana Dias', false],
  ['Ana', 'Ana Diaz', false],
  ['', '', false],
])('%p and %p: one name? %p', (one, other, isOne) => {
  expect(isSameName(one, other)).toBe(isOne);
});

describe('names as the directory has them', () => {
  const hears = (id: string, name: string) =>
    stage.hears({ from: teamsPerson(id), says: 'help', contact: { name } });

  test.each(['Smith, Jane', 'Jane Smith', 'pair Smith, Jane (she/her)', 'jane smith (SHE/HER)'])(
    'pronouns are found with and without them: %s',
    async (typed) => {
      await hears('ffff-0006', 'Smith, Jane (she/her)');
      await says(typed.startsWith('pair') ? typed : `pair ${typed}`);
      expect(await invited()).toEqual(['ffff-0006']);
    },
  );

  test('what the directory adds tells two of one name apart, and without it they are picked', async () => {
    await hears('ffff-0006', 'Jane Doe (ED/ICU)');
    await hears('ffff-0007', 'Jane Doe (Pharmacy)');
    expect(buttonIds(await says('pair Jane Doe'))).toEqual([
      'pairing.invite:ffff-0006',
      'pairing.invite:ffff-0007',
      'pairing.invite',
    ]);
    await says('pair Jane Doe (Pharmacy)');
    expect(await invited()).toEqual(['ffff-0007']);
  });

  test('a number is part of a name', async () => {
    await hears('ffff-0006', 'John Smith 2');
    expect(formOf(await says('pair John Smith')).id).toBe('pairing.invite');
    await says('pair John Smith 2');
    expect(await invited()).toEqual(['ffff-0006']);
  });

  test('a new name is found from then on, and the old one no longer', async () => {
    await hears('ffff-0006', 'Jane Doe');
    await hears('ffff-0006', 'Jane Okafor');
    expect(formOf(await says('pair Jane Doe')).id).toBe('pairing.invite');
    await says('pair Jane Okafor');
    expect(await invited()).toEqual(['ffff-0006']);
  });

  test('free words that are a full name Buddy knows are an invitation, and any others are free words', async () => {
    await hears('ffff-0006', 'Jane Okafor');
    expect(textOf(await says('jane okafor was kind today'))).toContain("I don't keep it");
    await says('Jane Okafor');
    expect(await invited()).toEqual(['ffff-0006']);
    const unknown = await says('Grace Hopper');
    expect(textOf(unknown)).toContain("I don't know anyone here by that name yet");
    expect(textOf(unknown)).toContain('988');
    expect(textOf(await says('kill me'))).toContain("I don't keep it");
  });
});

test('everything that isSameName calls one name has the same letters', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 4 }), (parts) => {
      const [one, other] = [parts.join(' '), parts.toReversed().join(', ').toUpperCase()];
      fc.pre(isSameName(withoutAdditions(one), withoutAdditions(other)));
      expect(nameLetters(one)).toBe(nameLetters(other));
    }),
  );
});
