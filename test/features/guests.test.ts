import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Turn } from '../../src/bot/turn.ts';
import type { Effect } from '../../src/chat/effect.ts';
import type { Database } from '../../src/db/schema.ts';
import { enterLinkCode } from '../../src/features/accounts/enter.ts';
import { choose, open } from '../../src/features/choosing/handlers.ts';
import { codeToPassOn, join, makeCode } from '../../src/features/codes/handlers.ts';
import { accept } from '../../src/features/invitations/answer.ts';
import { invite } from '../../src/features/invitations/invite.ts';
import { enrol } from '../../src/people/members/store.ts';
import { saveOpenToInvitations } from '../../src/people/members/wishes-store.ts';
import {
  anIntent,
  aProfile,
  aTurn,
  cardOf,
  slackPerson,
  someSettings,
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
  const settings = { ...someSettings, guestsWelcome: true };
  await invite(codeToPassOn)(
    aTurn({ db, now, from: ana, sender: aProfile('Ana'), colleague, settings }),
    anIntent('pairing.invite', { person: guest }),
  );
  invitationId = (await db.selectFrom('invitations').select('id').executeTakeFirstOrThrow()).id;
});
afterEach(() => close());

function turn(guestsWelcome: boolean): Turn {
  const settings = { ...someSettings, guestsWelcome };
  const sender = aProfile('Gus', { kind: 'guest' });
  return aTurn({ db, now, from: guest, sender, colleague: aProfile('Ana'), settings });
}

/** The doors, and what a guest meets there who may not come in. */
const doors: [what: string, (turn: Turn) => Promise<readonly Effect[]>][] = [
  ['invites a colleague', (turn) => invite(codeToPassOn)(turn, anIntent('pairing.invite', { person: ana }))],
  ['accepts an invitation', (turn) => accept(turn, anIntent('pairing.accept', { about: invitationId }))],
  ['makes a code', (turn) => makeCode(turn)],
  ['enters a code', (turn) => join(turn, anIntent('pairing.join', { about: '7K3M-Q9XD', isTyped: true }))],
  ['wants to be shown to others', (turn) => open(turn)],
  [
    'links an account',
    (turn) =>
      enterLinkCode(turn, '7K3M-Q9XD', {
        keepSums: async () => {},
        refuse: (words) => ({ type: 'reply', card: { elements: [{ type: 'text', words }] } }),
      }),
  ],
];

const kept = 'this hospital keeps Buddy to its own staff';

async function members(): Promise<string[]> {
  const rows = await db.selectFrom('members').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}

describe('a guest, where the hospital keeps guests out,', () => {
  test.each(doors)('who %s is told so, and does not become a member', async (_what, door) => {
    const effects = await door(turn(false));
    expect(JSON.stringify(effects)).toContain(kept);
    expect(await members()).toEqual(['Ana']);
    expect(await db.selectFrom('pairs').select('id').execute()).toEqual([]);
  });

  test('sees nobody who is open to an invitation', async () => {
    const ben = await enrol(db, slackPerson('U0BEN'), aProfile('Ben'), someSettings, now);
    await saveOpenToInvitations(db, ben.id, true);
    expect(JSON.stringify(cardOf(await choose(turn(false))))).not.toContain('Ben');
    expect(JSON.stringify(cardOf(await choose(turn(true))))).toContain('Ben');
  });
});

test.each(doors)('where guests are welcome, one who %s is not sent away', async (_what, door) => {
  expect(JSON.stringify(await door(turn(true)))).not.toContain(kept);
});
