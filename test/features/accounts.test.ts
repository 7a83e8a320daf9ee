import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { accountOf } from '../../src/features/nudges/store.ts';
import { findMember } from '../../src/people/members/store.ts';
import { forgetWhatIsOld } from '../../src/program/retention.ts';
import { aProfile, buttonIds, temporaryDatabase } from '../support/turn.ts';
import {
  anaInTeams,
  anaOnSlack,
  ben,
  buddiesOf,
  cleo,
  codeIn,
  linkUp,
  recipients,
  said,
  type TwoPlatforms,
  twoPlatforms,
} from './accounts-stage.ts';

let db: Database;
let close: () => Promise<void>;
let hospital: TwoPlatforms;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  hospital = twoPlatforms(db);
});
afterEach(() => close());

describe('a code links two accounts', () => {
  test('who has a buddy on Slack and enters the code in Teams has the same buddy in Teams', async () => {
    await hospital.pairUp(anaOnSlack, ben);
    const shown = said(await hospital.type(anaOnSlack, 'link'));
    expect(shown).toContain('link ');
    expect(shown).toContain('to Buddy in Teams');
    expect(await linkUp(hospital, anaOnSlack, anaInTeams)).toContain('in Slack and in Teams are linked');
    expect(said(await hospital.type(anaInTeams, 'status'))).toContain('You and Ben Ode:');
    expect((await findMember(db, anaInTeams))?.id).toBe((await findMember(db, anaOnSlack))?.id);
    expect(await db.selectFrom('members').select('id').execute()).toHaveLength(2);
  });

  test('from Teams to Slack the code is shown as it is typed on Slack', async () => {
    await hospital.pairUp(anaInTeams, ben);
    expect(said(await hospital.type(anaInTeams, 'link'))).toMatch(/^\/buddy link [\w-]{9} in Slack$/m);
  });

  test('the account whose code it was hears of it, and can undo it', async () => {
    await hospital.pairUp(anaOnSlack, ben);
    await linkUp(hospital, anaOnSlack, anaInTeams);
    expect(await recipients(db, 'linked')).toEqual(['slack:U0ANA']);
    const row = await db
      .selectFrom('outbox')
      .select('card')
      .where('key', 'like', 'linked:%')
      .executeTakeFirst();
    expect(row?.card).toContain("If that wasn't you");
    expect(row?.card).toContain('accounts.unlink');
  });

  test('the code can be entered in a form, and what is wrong stands below the field', async () => {
    await hospital.pairUp(anaOnSlack, ben);
    const code = codeIn(await hospital.type(anaOnSlack, 'link'));
    expect(said(await hospital.press(anaInTeams, 'accounts.link:enter'))).toContain('open-form');
    const wrong = await hospital.submit(anaInTeams, 'accounts.link:enter', { code: 'hello' });
    expect(wrong).toMatchObject([{ type: 'form-errors', errors: { code: expect.anything() } }]);
    await hospital.submit(anaInTeams, 'accounts.link:enter', { code });
    expect(await buddiesOf(db, anaInTeams)).toEqual(['Ben Ode']);
  });

  test('who has not begun is told to make the code with their other account, and becomes no member by asking', async () => {
    const answer = await hospital.type(anaInTeams, 'link');
    expect(said(answer)).toContain('type /buddy link in Slack');
    expect(buttonIds(answer)).toEqual(['accounts.link:enter']);
    expect(await findMember(db, anaInTeams)).toBeNull();
  });

  test('who is linked and asks again sees how, and no new code', async () => {
    await hospital.pairUp(anaOnSlack, ben);
    await linkUp(hospital, anaOnSlack, anaInTeams);
    for (const account of [anaOnSlack, anaInTeams]) {
      const answer = await hospital.type(account, 'link');
      expect(said(answer)).toContain('are linked');
      expect(buttonIds(answer)).toEqual(['accounts.prefer:teams', 'accounts.unlink']);
    }
    expect(await db.selectFrom('link_codes').selectAll().execute()).toEqual([]);
  });

  test('where Buddy is on one platform alone, there is nothing to link', async () => {
    Object.assign(hospital.settings, { platforms: ['slack'] });
    await hospital.pairUp(anaOnSlack, ben);
    expect(said(await hospital.type(anaOnSlack, 'link'))).toContain(
      'Your hospital only has Buddy in Slack, so',
    );
    expect(said(await hospital.type(anaOnSlack, 'settings'))).not.toContain('Teams');
  });

  test('where Buddy is on both, help offers it, and a code for a colleague says how it is entered on each', async () => {
    expect(buttonIds(await hospital.press(anaOnSlack, 'help.show:more'))).toContain('accounts.link');
    const code = codeIn(await hospital.type(anaOnSlack, 'invite'));
    expect(said(await hospital.type(anaOnSlack, 'invite'))).toMatch(
      /They type \/buddy join [\w-]{9} in Slack, or join [\w-]{9} to Buddy in Teams\./,
    );
    await hospital.type(cleo, `join ${code}`);
    expect(await buddiesOf(db, cleo)).toEqual(['Ana Diaz']);
    Object.assign(hospital.settings, { platforms: ['slack'] });
    expect(buttonIds(await hospital.type(anaOnSlack, 'help'))).not.toContain('accounts.link');
    expect(said(await hospital.type(anaOnSlack, 'invite'))).not.toContain('Teams');
  });

  test('what is no code after the word is no command, and nothing of it is tried', async () => {
    expect(said(await hospital.type(anaInTeams, 'link me with someone kind'))).toContain("I don't keep it");
    expect(await db.selectFrom('wrong_codes').selectAll().execute()).toEqual([]);
  });
});

describe('a code that does not link', () => {
  let code: string;
  beforeEach(async () => {
    await hospital.pairUp(anaOnSlack, ben);
    code = codeIn(await hospital.type(anaOnSlack, 'link'));
  });
  const enter = async (who: PersonRef, typed = code) => said(await hospital.type(who, `link ${typed}`));

  test('with the account that made it', async () => {
    expect(await enter(anaOnSlack)).toContain('You made that code with this account');
    expect(await enter(anaInTeams)).toContain('are linked');
  });

  test('on the same platform', async () => {
    expect(await enter(ben)).toContain('was also made in Slack');
    expect(await buddiesOf(db, ben)).toEqual(['Ana Diaz']);
  });

  test('a second time, or after a newer one was made', async () => {
    const newer = codeIn(await hospital.type(anaOnSlack, 'link'));
    expect(await enter(anaInTeams)).toContain("That code doesn't work");
    expect(await enter(anaInTeams, newer)).toContain('are linked');
    expect(await enter(cleo, newer)).toContain("That code doesn't work");
  });

  test('after a quarter of an hour; then nothing of it is kept', async () => {
    hospital.now += 15 * 60_000;
    expect(await enter(anaInTeams)).toContain("That code doesn't work");
    await forgetWhatIsOld(db, { now: hospital.now });
    expect(await db.selectFrom('link_codes').selectAll().execute()).toEqual([]);
  });

  test('for someone who guesses: after eight wrong ones, also ones to join with, the right one waits for an hour', async () => {
    for (let guess = 0; guess < 8; guess += 1) {
      const word = guess % 2 === 0 ? 'link' : 'join';
      expect(said(await hospital.type(cleo, `${word} AAAA-AAA${guess}`))).toContain("That code doesn't work");
    }
    expect(await enter(cleo)).toContain('Try again in an hour');
    expect(await enter(anaInTeams)).toContain('are linked');
  });

  test('with an account that is linked with another one', async () => {
    await enter(anaInTeams);
    expect(await enter(anaInTeams, codeIn(await hospital.type(ben, 'link')))).toContain(
      'already linked to another one',
    );
  });

  test('for a guest, where the hospital keeps Buddy to its own staff', async () => {
    hospital.profiles.set(anaInTeams.id, aProfile('Diaz, Ana', { kind: 'guest' }));
    expect(await enter(anaInTeams)).toContain("Guest accounts can't use Buddy here");
    expect(await findMember(db, anaInTeams)).toBeNull();
  });
});

describe('both accounts have begun already', () => {
  test('with buddies on both sides, none of them is lost: both stay as they are', async () => {
    await hospital.pairUp(anaOnSlack, ben);
    await hospital.pairUp(anaInTeams, cleo);
    expect(await linkUp(hospital, anaOnSlack, anaInTeams)).toContain('which to keep');
    expect([await buddiesOf(db, anaOnSlack), await buddiesOf(db, anaInTeams)]).toEqual([
      ['Ben Ode'],
      ['Cleo Park'],
    ]);
  });

  test.each([
    ['a buddy', () => hospital.pairUp(anaInTeams, cleo)],
    ['an invitation that waits', () => hospital.type(anaInTeams, 'pair', cleo)],
    ['a code that waits', () => hospital.type(anaInTeams, 'invite')],
  ])(
    'with %s on the entering side alone, the code is to be made there, and then it works',
    async (_, begin) => {
      await hospital.press(anaOnSlack, 'pairing.open');
      await begin();
      expect(await linkUp(hospital, anaOnSlack, anaInTeams)).toContain('make the code here');
      expect(await linkUp(hospital, anaInTeams, anaOnSlack)).toContain('are linked');
      expect((await findMember(db, anaOnSlack))?.person).toEqual(anaInTeams);
    },
  );

  test('who they had asked with an account that is taken in stays asked; a Monday without stays counted', async () => {
    for (const _ of [1, 2, 3]) {
      await hospital.type(anaInTeams, 'pair', cleo);
      await hospital.press(anaInTeams, `pairing.withdraw:${await waitingInvitation()}`);
    }
    await hospital.monday(Date.parse('2026-11-30T15:00:00Z'));
    const before = await accountOf(db, '2026-W49');
    await hospital.pairUp(anaOnSlack, ben);
    expect(await linkUp(hospital, anaOnSlack, anaInTeams)).toContain('are linked');
    expect(said(await hospital.type(anaOnSlack, 'pair', cleo))).toContain('a few times this month');
    expect(before.unpaired).toBe(1);
    expect(await accountOf(db, '2026-W49')).toEqual(before);
  });

  test('an invitation from one to the other is taken back', async () => {
    await hospital.type(anaOnSlack, 'pair', anaInTeams);
    const invitation = await waitingInvitation();
    await linkUp(hospital, anaOnSlack, anaInTeams);
    expect(said(await hospital.press(anaInTeams, `pairing.accept:${invitation}`))).toContain('has closed');
    expect(await buddiesOf(db, anaOnSlack)).toEqual([]);
  });
});

async function waitingInvitation(): Promise<string> {
  const row = await db
    .selectFrom('invitations')
    .select('id')
    .where('status', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return row.id;
}
