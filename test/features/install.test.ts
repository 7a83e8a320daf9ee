import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { toIntent } from '../../src/bot/intents.ts';
import type { Card } from '../../src/chat/card.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { welcomeCard } from '../../src/features/help/cards.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { findContact } from '../../src/people/contacts/store.ts';
import { enrol } from '../../src/people/members/store.ts';
import { settleUndelivered } from '../../src/program/undelivered.ts';
import {
  aProfile,
  buttonsOf,
  content,
  slackPerson,
  someHospital,
  someReader,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';
import { everything } from './privacy-stage.ts';
import { noon, openTeamsStage, type TeamsStage, teamsPerson } from './teams-stage.ts';

const ana = teamsPerson('aaaa-0001');
const ben = teamsPerson('bbbb-0002');
const removed = { address: 'removed' };
let db: Database;
let close: () => Promise<void>;
let stage: TeamsStage;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  stage = openTeamsStage(db);
});
afterEach(() => close());

/** What was sent to someone, or is about to be. */
async function messagesTo(person: PersonRef): Promise<Card[]> {
  const rows = await db.selectFrom('outbox').select('card').where('person_id', '=', person.id).execute();
  return rows.map(({ card }) => JSON.parse(card ?? '') as Card);
}

describe('the app is installed for someone', () => {
  test('who gets one welcome, however often the platform says so, in whatever way', async () => {
    await stage.hears({ from: ana, app: 'installed', id: 'one' });
    await stage.hears({ from: ana, app: 'installed', id: 'one' });
    await stage.hears({ from: ana, app: 'installed', id: 'another' });
    await Promise.all([1, 2, 3].map(() => stage.hears({ from: ana, app: 'installed' })));
    const [welcome, ...more] = await messagesTo(ana);
    expect(more).toEqual([]);
    expect(fallbackText(welcome as Card)).toContain('Your hospital added me');
    expect(await db.selectFrom('members').selectAll().execute()).toEqual([]);
  });

  test('who has written before gets it all the same', async () => {
    await stage.hears({ from: ana, says: 'help', contact: { name: 'Ana Diaz' } });
    await stage.hears({ from: ana, app: 'installed' });
    expect(await messagesTo(ana)).toHaveLength(1);
  });

  test('and says who added it, that nothing is signed up for, what it is not for, and three things to do', () => {
    const card = welcomeCard(someReader, content.resources);
    const text = fallbackText(card);
    expect(text).toContain('Your hospital added me');
    expect(text).toContain("it's fine to ignore this");
    expect(text).toContain('call or text 988');
    const ids = buttonsOf(card).map(({ id }) => id);
    expect(ids).toEqual(['pairing.choose', 'resources.guide', 'resources.show']);
    for (const id of ids) {
      expect(toIntent({ id: '1', from: ana, type: 'press', button: id, message: null }).name).toBe(id);
    }
  });

  test.each(['members.installed', 'members.uninstalled'])('no button can say %s', (button) => {
    expect(toIntent({ id: '1', from: ana, type: 'press', button, message: null }).name).toBe('help.outdated');
    expect(toIntent({ id: '1', from: ana, type: 'submit', form: button, answers: {} }).name).toBe(
      'help.outdated',
    );
  });
});

describe('the app is removed', () => {
  test('by someone who was no member: nothing of them is left but the welcome that they got', async () => {
    await stage.hears({ from: ana, app: 'installed', contact: { name: 'Ana Diaz' } });
    await db.deleteFrom('outbox').execute();
    const gone = { from: ana, app: 'uninstalled', id: 'gone', contact: removed } as const;
    await stage.hears(gone);
    expect(JSON.stringify(await everything(db))).not.toContain(ana.id);
    await stage.hears(gone);
    expect(JSON.stringify(await everything(db))).not.toContain(ana.id);
    await stage.hears({ from: ana, app: 'installed' });
    expect(await messagesTo(ana)).toHaveLength(1);
  });
});

describe('a member who can no longer be reached', () => {
  beforeEach(async () => {
    for (const [from, name] of [
      [ana, 'Ana Diaz'],
      [ben, 'Ben Ode'],
    ] as const) {
      await stage.hears({ from, says: 'help', contact: { name } });
    }
    const [one, other] = [
      await enrol(db, ana, aProfile('Ana Diaz'), someHospital, noon),
      await enrol(db, ben, aProfile('Ben Ode'), someHospital, noon),
    ];
    await startPair(db, one, other, noon);
  });

  const unreachable = () =>
    settleUndelivered(
      db,
      { key: 'nudge:someone:2026-W49', to: ana, status: 'unreachable', code: null, card: null },
      stage.now,
    );
  const uninstalls = () => stage.hears({ from: ana, app: 'uninstalled', contact: removed });

  test.each([
    ['has removed the app', uninstalls],
    ['has blocked Buddy', unreachable],
  ])('because she %s: the buddy hears so once, kindly, without a why', async (_, happens) => {
    for (const again of [happens, unreachable, uninstalls]) {
      await again();
      stage.now += 1;
    }
    const [told, ...more] = await messagesTo(ben);
    expect(more).toEqual([]);
    expect(fallbackText(told as Card)).toBe(
      "My messages to Ana Diaz aren't getting through right now. You're still buddies. Catch them in person if you can.",
    );
    expect(await messagesTo(ana)).toEqual([]);
  });

  test('is back with whatever they do next, the pair as it was; and if they go again, it is said again', async () => {
    await uninstalls();
    expect(await findContact(db, ana)).toMatchObject({ unreachableSince: noon, address: 'removed' });
    expect(textOf(await stage.hears({ from: ana, says: 'status' }))).toContain('Ben Ode');
    expect(await findContact(db, ana)).toMatchObject({
      unreachableSince: null,
      address: `chat of ${ana.id}`,
    });
    stage.now += 1;
    await unreachable();
    expect(await messagesTo(ben)).toHaveLength(2);
  });

  test('because she had blocked Buddy is back by writing', async () => {
    await unreachable();
    expect(await findContact(db, ana)).toMatchObject({ unreachableSince: noon });
    await stage.hears({ from: ana, says: 'help', contact: { name: 'Ana Diaz' } });
    expect(await findContact(db, ana)).toMatchObject({ unreachableSince: null });
  });

  test('is not written to on behalf of others, who get a code for them instead', async () => {
    await uninstalls();
    const cleo = { from: teamsPerson('cccc-0003'), contact: { name: 'Cleo Park' } };
    const answer = await stage.hears({ ...cleo, says: 'pair Ana Diaz' });
    expect(textOf(answer)).toContain("doesn't have the Buddy app here");
    expect(stage.asked).toEqual([{ person: ana, address: 'removed' }]);
  });

  test('is asked for at the next look at profiles, which finds out whether the account is closed', async () => {
    await unreachable();
    const rows = await db
      .selectFrom('members')
      .select('profile_checked_at')
      .where('person_id', '=', ana.id)
      .execute();
    expect(rows).toEqual([{ profile_checked_at: 0 }]);
  });
});

test('on a platform that does not tell of returns, nobody is told that someone cannot be reached', async () => {
  const [one, other] = [
    await enrol(db, slackPerson('U1'), aProfile('Ana'), someHospital, noon),
    await enrol(db, slackPerson('U2'), aProfile('Ben'), someHospital, noon),
  ];
  await startPair(db, one, other, noon);
  await settleUndelivered(
    db,
    { key: 'nudge:x:2026-W49', to: one.person, status: 'unreachable', code: null, card: null },
    noon,
  );
  expect(await db.selectFrom('outbox').selectAll().execute()).toEqual([]);
});
