import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { IntentName } from '../../src/bot/intent-names.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { enrol, findMember, type Member } from '../../src/people/members/store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  type Scene,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const ana = slackPerson('U0ANA');
const ben = slackPerson('U0BEN');
const now = Date.parse('2026-11-25T12:00:00Z');
const closed = 'has closed. Nothing you need to do.';
let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

function turn(from: PersonRef, name: string, more: Partial<Scene> = {}): Scene {
  return aScene({ db, now, from, newcomer: aProfile(name), ...more });
}

const ask = (from: PersonRef, name: string, person: PersonRef, colleague: string) =>
  answer(turn(from, name, { colleague: aProfile(colleague) }), anIntent('pairing.invite', { person }));

/** As many buddies as there may be. */
async function fill(person: PersonRef, name: string): Promise<Member> {
  const member = await enrol(db, person, aProfile(name), someHospital, now);
  for (const other of ['One', 'Two', 'Three']) {
    const buddy = slackPerson(`${person.id}${other.toUpperCase()}`);
    await startPair(db, member, await enrol(db, buddy, aProfile(other), someHospital, now), now);
  }
  return member;
}

async function theInvitation() {
  return db.selectFrom('invitations').select(['id', 'status']).executeTakeFirstOrThrow();
}

/** What is on its way to someone. */
async function waitingFor(person: PersonRef): Promise<string> {
  const rows = await db.selectFrom('outbox').select('card').where('person_id', '=', person.id).execute();
  return rows.map(({ card }) => (card === null ? '' : fallbackText(JSON.parse(card)))).join('\n');
}

describe('someone asked, and has as many buddies as there may be by now', () => {
  beforeEach(async () => {
    await ask(ana, 'Ana', ben, 'Ben');
    await fill(ana, 'Ana');
  });

  test('the yes closes the invitation without a word on why, and makes nobody a member', async () => {
    const { id } = await theInvitation();
    const said = textOf(await answer(turn(ben, 'Ben'), anIntent('pairing.accept', { about: id })));
    expect(said).toBe(`This invitation ${closed}`);
    expect(await theInvitation()).toMatchObject({ status: 'withdrawn' });
    expect(await findMember(db, ben)).toBeNull();
  });

  test('the one who asked hears of the yes, and how to make room', async () => {
    const { id } = await theInvitation();
    await answer(turn(ben, 'Ben'), anIntent('pairing.accept', { about: id }));
    expect(await waitingFor(ana)).toMatch(/Ben said yes to your invitation.*\/buddy end.*ask them again/);
  });

  test('asking back closes it too, the message goes, and nobody is told that they are full themselves', async () => {
    const { id } = await theInvitation();
    const said = textOf(await ask(ben, 'Ben', ana, 'Ana'));
    expect(said).toBe(`The invitation between you and Ana ${closed}`);
    expect(await theInvitation()).toMatchObject({ status: 'withdrawn' });
    expect(await waitingFor(ben)).toBe('');
    expect(await waitingFor(ana)).toContain('Ben said yes');
    expect(await findMember(db, ben)).toBeNull();
    const again = await answer(turn(ben, 'Ben'), anIntent('pairing.accept', { about: id }));
    expect(textOf(again)).toBe(`This invitation ${closed}`);
  });

  test('asking back when the message has arrived takes its buttons', async () => {
    const { id } = await theInvitation();
    const sent = { status: 'sent', card: null, message_ref: 'ref', settled_at: now } as const;
    await db.updateTable('outbox').set(sent).where('key', '=', `invitation:${id}`).execute();
    await ask(ben, 'Ben', ana, 'Ana');
    expect(await waitingFor(ben)).toContain(`This invitation ${closed}`);
  });
});

test('who is full and asks back is told so, and the invitation waits for room', async () => {
  await ask(ana, 'Ana', ben, 'Ben');
  await fill(ben, 'Ben');
  expect(textOf(await ask(ben, 'Ben', ana, 'Ana'))).toContain('/buddy end');
  expect(await theInvitation()).toMatchObject({ status: 'waiting' });
});

test('a code of someone who is full reads like any that does not work, and makes nobody a member', async () => {
  const code =
    /join ([0-9A-Z-]+)/.exec(textOf(await answer(turn(ana, 'Ana'), anIntent('pairing.code'))))?.[1] ?? '';
  await fill(ana, 'Ana');
  const entered = textOf(await answer(turn(ben, 'Ben'), anIntent('pairing.join', { about: code })));
  const wrong = textOf(await answer(turn(ben, 'Ben'), anIntent('pairing.join', { about: '7K3M-Q9XD' })));
  expect(entered).toBe(wrong);
  expect(await findMember(db, ben)).toBeNull();
});

test('words of a guest, and of someone with enough buddies, are the same wherever they are refused', async () => {
  const guest = { newcomer: aProfile('Ben', { kind: 'guest' }) };
  const said = textOf(await answer(turn(ben, 'Ben', guest), anIntent('pairing.code')));
  await ask(ana, 'Ana', ben, 'Ben');
  const { id } = await theInvitation();
  expect(textOf(await answer(turn(ben, 'Ben', guest), anIntent('pairing.accept', { about: id })))).toBe(said);
  expect(said).toContain("Guest accounts can't use Buddy here");
});

describe('a button that is pressed twice, as phones do', () => {
  const [accept, decline] = ['pairing.accept', 'pairing.decline'] as const;
  const press = (button: IntentName, id: string) => answer(turn(ben, 'Ben'), anIntent(button, { about: id }));

  test('after a yes says once more that they are buddies, whichever button it is', async () => {
    await ask(ana, 'Ana', ben, 'Ben');
    const { id } = await theInvitation();
    const first = textOf(await press(accept, id));
    expect(first).toContain('You and Ana are buddies.');
    for (const again of [accept, decline]) expect(textOf(await press(again, id))).toBe(first);
    expect((await theInvitation()).status).toBe('accepted');
  });

  test('after a not now says that once more', async () => {
    await ask(ana, 'Ana', ben, 'Ben');
    const { id } = await theInvitation();
    const first = textOf(await press(decline, id));
    for (const again of [accept, decline]) expect(textOf(await press(again, id))).toBe(first);
    expect((await theInvitation()).status).toBe('declined');
  });

  test('by someone else tells nothing', async () => {
    await ask(ana, 'Ana', ben, 'Ben');
    const { id } = await theInvitation();
    await press(accept, id);
    const other = turn(slackPerson('U0EVE'), 'Eve');
    expect(textOf(await answer(other, anIntent('pairing.accept', { about: id })))).toBe(
      `This invitation ${closed}`,
    );
  });
});
