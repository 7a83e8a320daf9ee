import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { transact } from '../../src/db/transact.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { leave } from '../../src/features/privacy/erase.ts';
import { enrol } from '../../src/people/members/store.ts';
import { forgetWhatIsOld } from '../../src/program/retention.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  buttonIds,
  type Scene,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';
import { everything, fileIn } from './privacy-stage.ts';

const ana = slackPerson('U0ANA');
const ben = slackPerson('U0BEN');
const hour = 3_600_000;
const day = 24 * hour;
let db: Database;
let close: () => Promise<void>;
let now: number;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  now = Date.parse('2026-11-25T12:00:00Z');
});
afterEach(() => close());

function turn(from: PersonRef, more: Partial<Scene> = {}): Scene {
  return aScene({ db, now, from, newcomer: aProfile(from.id), ...more });
}

/** Whether an invitation went out; it's taken back at once. */
async function asks(from: PersonRef, person: PersonRef): Promise<string> {
  const colleague = aProfile(`name of ${person.id}`);
  const said = textOf(await answer(turn(from, { colleague }), anIntent('pairing.invite', { person })));
  const waiting = await db.selectFrom('invitations').select('id').where('status', '=', 'waiting').execute();
  for (const { id: about } of waiting) await answer(turn(from), anIntent('pairing.withdraw', { about }));
  return said;
}

const forgetMe = (from: PersonRef) =>
  transact(db, (transaction) =>
    answer(turn(from, { db: transaction }), anIntent('privacy.forget', { about: 'yes' })),
  );

const privacyOf = async (from: PersonRef) => textOf(await answer(turn(from), anIntent('privacy.show')));
const forgetWhatIsOldNow = () => forgetWhatIsOld(db, { now });

describe('who says "forget me" and comes back', () => {
  test('reaches ten colleagues in a day, and not one more', async () => {
    const reached: number[] = [];
    for (let nth = 0; nth < 20; nth += 1) {
      now += 1_000;
      if ((await asks(ana, slackPerson(`U${nth}`))).startsWith("I've asked")) reached.push(nth);
      if (nth % 3 === 0) await forgetMe(ana);
    }
    expect(reached).toHaveLength(10);
    expect(await asks(ana, ben)).toContain("You've asked ten colleagues since yesterday.");
    now += day;
    expect(await asks(ana, ben)).toContain("I've asked");
  });

  test('reaches thirty in thirty days, and then thirty more', async () => {
    const reached: number[] = [];
    for (let nth = 0; nth < 36; nth += 1) {
      now += 4 * hour;
      if ((await asks(ana, slackPerson(`U${nth}`))).startsWith("I've asked")) reached.push(nth);
      if (nth % 7 === 0) await forgetMe(ana);
      await forgetWhatIsOldNow();
    }
    expect(reached).toHaveLength(30);
    expect(await asks(ana, ben)).toContain("You've asked thirty colleagues this month");
    now += 30 * day;
    expect(await asks(ana, ben)).toContain("I've asked");
  });

  test('asks the same colleague three times in thirty days, and no more; another one may', async () => {
    for (let nth = 0; nth < 3; nth += 1) {
      now += hour;
      expect(await asks(ana, ben)).toContain("I've asked");
      await forgetMe(ana);
    }
    expect(await asks(ana, ben)).not.toContain("I've asked");
    expect(await asks(ana, slackPerson('U0DAN'))).toContain("I've asked");
    expect(await asks(slackPerson('U0CLEO'), ben)).toContain("I've asked");
    expect(await asks(ben, ana)).toContain("I've asked");
    now += 30 * day;
    expect(await asks(ana, ben)).toContain("I've asked");
  });

  test('goes on guessing codes only when the hour is over', async () => {
    const guess = async (nth: number) =>
      textOf(await answer(turn(ana), anIntent('pairing.join', { about: `7K3M-Q9X${nth}`, isTyped: true })));
    for (let nth = 0; nth < 8; nth += 1) {
      now += 1_000;
      expect(await guess(nth)).toContain("That code doesn't work");
      await forgetMe(ana);
    }
    expect(await guess(8)).toContain('Try again in an hour');
    now += hour;
    expect(await guess(8)).toContain("That code doesn't work");
  });

  test('asks a buddy who is a buddy again for no more check-ins than three a day', async () => {
    const reach = async () => {
      const [me, buddy] = [await become(ana), await become(ben)];
      await startPair(db, me, buddy, now);
      return textOf(await answer(turn(ana), anIntent('checkins.reach')));
    };
    for (let nth = 0; nth < 3; nth += 1) {
      now += 1_000;
      expect(await reach()).toContain("I'm letting ");
      await forgetMe(ana);
    }
    expect(await reach()).not.toContain("I'm letting ");
    now += day + 1;
    expect(await reach()).toContain("I'm letting ");
  });

  test('is held to it also when it was their account that was closed', async () => {
    for (let nth = 0; nth < 3; nth += 1) {
      expect(await asks(ana, ben)).toContain("I've asked");
      await transact(db, (transaction) => leave(turn(ana, { db: transaction }), ana));
    }
    expect(await asks(ana, ben)).not.toContain("I've asked");
  });
});

describe('what stays of someone who was erased', () => {
  beforeEach(async () => {
    await asks(ana, ben);
    await asks(ana, slackPerson('U0CLEO'));
    await answer(turn(ana), anIntent('pairing.join', { about: '7K3M-Q9XD', isTyped: true }));
  });

  test('is said before and after', async () => {
    const sure = textOf(await answer(turn(ana), anIntent('privacy.forget')));
    expect(sure).toContain('Only how often you asked others lately stays, for 30 days at most');
    const said = textOf(await forgetMe(ana));
    expect(said).toContain('Everything that names you is erased.');
    expect(said).toContain('What stays, for 30 days at most, is how often you asked others lately');
    expect(said).toContain('/buddy privacy');
  });

  test('is shown to them, with a copy, and there is nothing more to erase', async () => {
    await forgetMe(ana);
    expect(await privacyOf(ana)).toContain(
      'Asked earlier: 2 invitations you sent before you erased everything or unlinked this account',
    );
    expect(await privacyOf(ana)).toContain("Codes that didn't work: 1 in the last hour");
    expect(buttonIds(await answer(turn(ana), anIntent('privacy.show')))).toEqual(['privacy.export']);
    const [effect] = await answer(turn(ana), anIntent('privacy.export'));
    const copy = effect?.type === 'reply' ? JSON.parse(fileIn(effect.card)) : null;
    const askedAt = new Date(now).toISOString();
    expect(copy).toMatchObject({
      member: null,
      invitationsSent: [],
      codesThatDidNotWork: [askedAt],
      askedBeforeErased: [
        { kind: 'invitation', askedAt },
        { kind: 'invitation', askedAt },
      ],
    });
    const again = textOf(await answer(turn(ana), anIntent('privacy.forget')));
    expect(again).toContain("There's nothing more to erase.");
  });

  test('names nobody, in no table, and is shown to nobody else', async () => {
    await forgetMe(ana);
    const { kept_asks: kept = '' } = await everything(db);
    expect(JSON.parse(kept)).toHaveLength(2);
    expect(kept).not.toMatch(/U0ANA|U0BEN|U0CLEO/);
    expect(JSON.stringify(await everything(db))).not.toContain('U0ANA');
    for (const person of [ben, slackPerson('U0CLEO'), slackPerson('U0DAN')])
      expect(await privacyOf(person)).not.toContain('Asked earlier');
  });

  test('is gone when its time is over, each at its own', async () => {
    const [me, buddy] = [await become(ana), await become(ben)];
    await startPair(db, me, buddy, now);
    await answer(turn(ana), anIntent('checkins.reach'));
    await forgetMe(ana);
    const left = async () => {
      await forgetWhatIsOldNow();
      const kept = await db.selectFrom('kept_asks').select('kind').execute();
      const wrong = await db.selectFrom('wrong_codes').selectAll().execute();
      return [...kept.map(({ kind }) => kind), ...wrong.map(() => 'code')].sort();
    };
    expect(await left()).toEqual(['checkin', 'code', 'invitation', 'invitation']);
    now += hour;
    expect(await left()).toEqual(['checkin', 'invitation', 'invitation']);
    now += day;
    expect(await left()).toEqual(['invitation', 'invitation']);
    now += 29 * day;
    expect(await left()).toEqual([]);
    expect(await privacyOf(ana)).toContain('Buddy keeps nothing about you');
  });

  test('is less than thirty days old from the start', async () => {
    now += 29 * day;
    await asks(ana, ben);
    now += 2 * day;
    await forgetMe(ana);
    expect(await db.selectFrom('kept_asks').selectAll().execute()).toHaveLength(1);
  });
});

const become = (person: PersonRef) => enrol(db, person, aProfile(`name of ${person.id}`), someHospital, now);
