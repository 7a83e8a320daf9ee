import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Intent } from '../../src/bot/intent.ts';
import type { Database } from '../../src/db/schema.ts';
import { enrol } from '../../src/people/members/store.ts';
import { saveOpenToInvitations } from '../../src/people/members/wishes-store.ts';
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
} from '../support/turn.ts';

const ana = slackPerson('U0ANA');
const guest = slackPerson('U0GUEST');
const now = Date.parse('2026-11-25T12:00:00Z');
let db: Database;
let close: () => Promise<void>;
let invitationId: string;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  const colleague = aProfile('Gus', { kind: 'guest' });
  const hospital = { ...someHospital, guestsWelcome: true };
  await answer(
    aScene({ db, now, from: ana, newcomer: aProfile('Ana'), colleague, hospital }),
    anIntent('pairing.invite', { person: guest }),
  );
  invitationId = (await db.selectFrom('invitations').select('id').executeTakeFirstOrThrow()).id;
});
afterEach(() => close());

function scene(guestsWelcome: boolean): Scene {
  const hospital: Scene['hospital'] = { ...someHospital, platforms: ['slack', 'teams'], guestsWelcome };
  const newcomer = aProfile('Gus', { kind: 'guest' });
  return aScene({ db, now, from: guest, newcomer, colleague: aProfile('Ana'), hospital });
}

/** The doors that a guest may knock at. */
const doors: [what: string, intent: () => Intent][] = [
  ['invites a colleague', () => anIntent('pairing.invite', { person: ana })],
  ['accepts an invitation', () => anIntent('pairing.accept', { about: invitationId })],
  ['makes a code', () => anIntent('pairing.code')],
  ['enters a code', () => anIntent('pairing.join', { about: '7K3M-Q9XD', isTyped: true })],
  ['wants to be shown to others', () => anIntent('pairing.open')],
  ['links an account', () => anIntent('accounts.link', { about: '7K3M-Q9XD' })],
];

const kept = "Guest accounts can't use Buddy here";

async function members(): Promise<string[]> {
  const rows = await db.selectFrom('members').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}

describe('a guest, where the hospital keeps guests out,', () => {
  test.each(doors)('who %s is told so, and does not become a member', async (_what, intent) => {
    const effects = await answer(scene(false), intent());
    expect(JSON.stringify(effects)).toContain(kept);
    expect(await members()).toEqual(['Ana']);
    expect(await db.selectFrom('pairs').select('id').execute()).toEqual([]);
  });

  test('sees nobody who is open to an invitation', async () => {
    const ben = await enrol(db, slackPerson('U0BEN'), aProfile('Ben'), someHospital, now);
    await saveOpenToInvitations(db, ben.id, true);
    expect(JSON.stringify(cardOf(await answer(scene(false), anIntent('pairing.choose'))))).not.toContain(
      'Ben',
    );
    expect(JSON.stringify(cardOf(await answer(scene(true), anIntent('pairing.choose'))))).toContain('Ben');
  });
});

test.each(doors)('where guests are welcome, one who %s is not sent away', async (_what, intent) => {
  expect(JSON.stringify(await answer(scene(true), intent()))).not.toContain(kept);
});
