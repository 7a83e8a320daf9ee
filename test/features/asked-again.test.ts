import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { findAskRefusals } from '../../src/features/invitations/refusal-store.ts';
import { enrol, findMember } from '../../src/people/members/store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  cardOf,
  type Scene,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const ana = slackPerson('U0ANA');
const ben = slackPerson('U0BEN');
const cleo = slackPerson('U0CLEO');
const start = Date.parse('2026-11-25T12:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;
let db: Database;
let close: () => Promise<void>;
let now: number;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  now = start;
});
afterEach(() => close());

function turn(from: PersonRef, more: Partial<Scene> = {}): Scene {
  return aScene({ db, now, from, newcomer: aProfile(from.id), ...more });
}

async function ask(from: PersonRef, person: PersonRef): Promise<string> {
  const invited = turn(from, { colleague: aProfile(`name of ${person.id}`) });
  return textOf(await answer(invited, anIntent('pairing.invite', { person })));
}

const press = (from: PersonRef, name: 'pairing.refuse' | 'pairing.allow' | 'pairing.decline', about = '') =>
  answer(turn(from), anIntent(name, { about }));

async function theInvitation(): Promise<string> {
  const { id } = await db
    .selectFrom('invitations')
    .select('id')
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}

async function sentTo(person: PersonRef): Promise<readonly string[]> {
  const rows = await db.selectFrom('outbox').selectAll().where('person_id', '=', person.id).execute();
  return rows.map(({ card }) => fallbackText(JSON.parse(card ?? '{"elements":[]}')));
}

describe("don't ask me again", () => {
  test('declines, and the inviter hears what anyone hears who is declined', async () => {
    await ask(ana, ben);
    const said = textOf(await press(ben, 'pairing.refuse', await theInvitation()));
    expect(said).toContain('U0ANA');
    expect(await sentTo(ana)).toEqual([expect.stringContaining('name of U0BEN said not now')]);
    now += hour;
    expect(await ask(ana, ben)).toMatch(/^name of U0BEN said not now/);
    expect(await sentTo(ben)).toHaveLength(1);
    expect(await ask(cleo, ben)).toContain("I've asked");
  });

  test('holds for one who has erased themselves in between, and makes nobody a member', async () => {
    await ask(ana, ben);
    await press(ben, 'pairing.refuse', await theInvitation());
    await answer(turn(ana), anIntent('privacy.forget', { about: 'yes' }));
    expect(await findMember(db, ana)).toBeNull();
    expect(await ask(ana, ben)).toContain('said not now');
    expect(await findMember(db, ben)).toBeNull();
    expect(JSON.stringify(await db.selectFrom('ask_refusals').selectAll().execute())).not.toContain('U0ANA');
  });

  test('is taken back at once, in the settings, or by inviting that person', async () => {
    await ask(ana, ben);
    const about = await theInvitation();
    for (const takenBack of [
      () => press(ben, 'pairing.allow', about),
      () => press(ben, 'pairing.allow'),
      () => ask(ben, ana),
    ]) {
      await press(ben, 'pairing.refuse', about);
      expect(await findAskRefusals(db, [ben])).toHaveLength(1);
      await takenBack();
      expect(await findAskRefusals(db, [ben])).toEqual([]);
    }
  });

  test('by anyone means anyone, and stays no secret from oneself', async () => {
    await press(ben, 'pairing.refuse', 'anyone');
    for (const one of [ana, cleo]) expect(await ask(one, ben)).toContain('said not now');
    expect(await sentTo(ben)).toEqual([]);
    const settings = await answer(turn(ben), anIntent('settings.edit', { isTyped: true }));
    expect(JSON.stringify(cardOf(settings))).toContain('"pairing.allow"');
    expect(textOf(await answer(turn(ben), anIntent('privacy.show')))).toContain(
      'by anyone, since November 25, 2026',
    );
    await press(ben, 'pairing.allow');
    now += hour;
    expect(await ask(ana, ben)).toContain("I've asked");
  });

  test('by anyone and being open to invitations take each other away', async () => {
    const member = await enrol(db, ben, aProfile('Ben'), someHospital, now);
    await answer(turn(ben), anIntent('pairing.open'));
    await press(ben, 'pairing.refuse', 'anyone');
    expect((await findMember(db, ben))?.isOpenToInvitations).toBe(false);
    const opened = textOf(await answer(turn(ben), anIntent('pairing.open')));
    expect(opened).toContain('That also means colleagues can ask you again.');
    expect(await findAskRefusals(db, [ben])).toEqual([]);
    expect(await findMember(db, ben)).toMatchObject({ id: member.id, isOpenToInvitations: true });
  });

  test('is the own business of who presses: nobody else refuses, or allows, for them', async () => {
    await ask(ana, ben);
    const about = await theInvitation();
    for (const name of ['pairing.refuse', 'pairing.allow'] as const) {
      expect(textOf(await press(cleo, name, about))).toContain('has closed');
    }
    expect(await findAskRefusals(db, [ben, cleo])).toEqual([]);
    await press(ben, 'pairing.refuse', about);
    await press(cleo, 'pairing.allow');
    expect(await findAskRefusals(db, [ben])).toHaveLength(1);
  });

  test('goes with everything else that is held, when its owner is erased', async () => {
    await ask(ana, ben);
    await press(ben, 'pairing.refuse', await theInvitation());
    await press(ben, 'pairing.refuse', 'anyone');
    await answer(turn(ben), anIntent('privacy.forget', { about: 'yes' }));
    expect(await findAskRefusals(db, [ben])).toEqual([]);
  });
});

describe('someone who asks and asks', () => {
  /** Each is asked and the invitation taken back, declined, or left to close, by turns. */
  async function askAndSettle(nth: number): Promise<string> {
    const person = slackPerson(`U${nth}`);
    const said = await ask(ana, person);
    if (!said.startsWith("I've asked")) return said;
    const about = await theInvitation();
    if (nth % 3 === 0) await answer(turn(ana), anIntent('pairing.withdraw', { about }));
    else if (nth % 3 === 1) await press(person, 'pairing.decline', about);
    else await db.updateTable('invitations').set({ status: 'expired' }).where('id', '=', about).execute();
    return said;
  }

  test('reaches ten colleagues in a day, whatever came of the invitations', async () => {
    const said: string[] = [];
    for (let nth = 0; nth < 14; nth += 1) {
      now += 1_000;
      said.push(await askAndSettle(nth));
    }
    expect(said.map((one) => one.startsWith("I've asked"))).toEqual([
      ...Array(10).fill(true),
      ...Array(4).fill(false),
    ]);
    expect(said.at(-1)).toContain("You've asked ten colleagues since yesterday.");
    now += day;
    expect(await askAndSettle(20)).toContain("I've asked");
  });

  test('reaches thirty in thirty days', async () => {
    const reached: number[] = [];
    for (let nth = 0; nth < 36; nth += 1) {
      now += 4 * hour;
      if ((await askAndSettle(nth)).startsWith("I've asked")) reached.push(nth);
    }
    expect(reached).toHaveLength(30);
    now += hour;
    expect(await askAndSettle(40)).toContain("You've asked thirty colleagues this month");
    now += 30 * day;
    expect(await askAndSettle(41)).toContain("I've asked");
  });

  test('learns no sooner by that who wants to be asked by nobody', async () => {
    for (let nth = 0; nth < 10; nth += 1) {
      const person = slackPerson(`U${nth}`);
      await press(person, 'pairing.refuse', 'anyone');
      now += 1_000;
      expect(await ask(ana, person)).toContain('said not now');
    }
    expect(await ask(ana, ben)).toContain("You've asked ten colleagues since yesterday.");
  });
});
