import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { renderMessage } from '../../adapters/slack/render-card.ts';
import { renderHome } from '../../adapters/slack/render-view.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Effect } from '../../src/chat/effect.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { Database } from '../../src/db/schema.ts';
import { type Status, statusCard } from '../../src/features/checkins/cards.ts';
import { readStatus } from '../../src/features/checkins/status.ts';
import { homeCard } from '../../src/features/home/cards.ts';
import type { Invitation } from '../../src/features/invitations/store.ts';
import { endPair, startPair } from '../../src/features/pairing/store.ts';
import { enrol, type Member } from '../../src/people/members/store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  buttonsOf,
  slackPerson,
  someHospital,
  someReader,
  temporaryDatabase,
  textOf,
  turnOf,
} from '../support/turn.ts';

const ana = slackPerson('U0ANA');
const ben = slackPerson('U0BEN');
const wednesday = Date.parse('2026-11-25T12:00:00Z');
const message = 'D1 1' as NonNullable<Turn['message']>;
const closed = "That week has closed, and that's fine. Nothing to do.";
let db: Database;
let close: () => Promise<void>;
let me: Member;
let pairId: string;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  me = await enrol(db, ana, aProfile('Ana'), someHospital, wednesday);
  const buddy = await enrol(db, ben, aProfile('Ben'), someHospital, wednesday);
  pairId = (await startPair(db, me, buddy, wednesday)) ?? '';
});
afterEach(() => close());

function press(week: string): Promise<readonly Effect[]> {
  const turn = aScene({ db, now: wednesday, from: ana, message });
  return answer(turn, anIntent('checkins.acknowledge', { about: `${pairId}/${week}` }));
}

async function weeksNoted(): Promise<string[]> {
  return (await db.selectFrom('acknowledgements').select('week').execute()).map((row) => row.week);
}

describe('"We checked in"', () => {
  test('notes this week, and says so', async () => {
    expect(textOf(await press('2026-W48'))).toBe('Got it: you and Ben checked in this week.');
    expect(await weeksNoted()).toEqual(['2026-W48']);
  });

  test.each(['2026-W47', '2026-W40', '2026-W49'])(
    'notes %s, and does not call it this week',
    async (week) => {
      const said = textOf(await press(week));
      expect(said).toBe('Got it, for the week of that message: you and Ben checked in.');
      expect(await weeksNoted()).toEqual([week]);
    },
  );

  test.each(['2026-W39', '2026-W50'])(
    'of %s says that the week is closed, not that the pair is',
    async (week) => {
      expect(textOf(await press(week))).toBe(closed);
      expect(await weeksNoted()).toEqual([]);
    },
  );

  test('of a pair that is no longer mine says that, whatever the week', async () => {
    await endPair(db, pairId, wednesday);
    for (const week of ['2026-W48', '2026-W39'])
      expect(textOf(await press(week))).toContain('from an earlier buddy');
  });
});

const administrator = { reader: someReader, roles: new Set(['administrator'] as const) };

describe('thirty invitations that wait', () => {
  async function status(received: number, sent: number, buddies: number): Promise<Status> {
    const mine = await readStatus(await turnOf(aScene({ db, now: wednesday, from: ana })));
    const [pair] = mine.pairs as [Status['pairs'][number]];
    const invitation = (nth: number): Invitation => ({
      id: `i${nth}`,
      inviterId: me.id,
      invitee: slackPerson(`U${nth}`),
      inviteeName: `Clinician ${nth}`,
      status: 'waiting',
      expiresAt: wednesday + 1,
    });
    const many = (count: number): Invitation[] => Array.from({ length: count }, (_, nth) => invitation(nth));
    return {
      ...mine,
      pairs: Array.from({ length: buddies }, () => pair),
      received: many(received).map((one) => ({ invitation: one, inviter: me })),
      sent: many(sent),
    };
  }

  test.each([
    [30, 0, 'And 25 more.'],
    [0, 30, 'And 25 more.'],
    [30, 30, 'And 25 more.'],
  ])(
    '%i received and %i sent fit the card: the oldest ones, and how many more',
    async (received, sent, more) => {
      const many = await status(received, sent, 3);
      const card = statusCard(someReader, many, wednesday);
      const ids = buttonsOf(card).map((button) => button.id);
      const ofKind = (kind: string): string[] => ids.filter((id) => id.startsWith(kind));
      const oldest = (kind: string): string[] => [0, 1, 2, 3, 4].map((nth) => `${kind}:i${nth}`);
      expect(ofKind('pairing.accept')).toEqual(received === 0 ? [] : oldest('pairing.accept'));
      expect(ofKind('pairing.withdraw')).toEqual(sent === 0 ? [] : oldest('pairing.withdraw'));
      expect(fallbackText(card)).toContain(more);
      expect(renderMessage(card).blocks.length).toBeLessThan(50);
      expect(renderHome(homeCard(administrator, many, wednesday)).blocks.length).toBeLessThan(50);
    },
  );

  test('fit a message also with as many buddies as a hospital may allow', async () => {
    const many = await status(30, 30, 10);
    expect(renderMessage(statusCard(someReader, many, wednesday)).blocks.length).toBeLessThan(50);
  });

  test('five of each are all there, with nothing said of more', async () => {
    expect(fallbackText(statusCard(someReader, await status(5, 5, 3), wednesday))).not.toContain('more.');
  });
});
