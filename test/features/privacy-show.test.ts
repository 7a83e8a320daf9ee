import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/schema.ts';
import { weeksKept } from '../../src/features/checkins/rules.ts';
import { words as checkinWords } from '../../src/features/checkins/words.en.ts';
import { codeLastsMs, wrongCodesWithinMs } from '../../src/features/codes/rules.ts';
import { words as codeWords } from '../../src/features/codes/words.en.ts';
import { askedWithinMs, invitationLastsMs } from '../../src/features/invitations/rules.ts';
import { words as invitationWords } from '../../src/features/invitations/words.en.ts';
import { words as nudgeWords } from '../../src/features/nudges/words.en.ts';
import { endPair, findPairs } from '../../src/features/pairing/store.ts';
import { words as pairingWords } from '../../src/features/pairing/words.en.ts';
import { words } from '../../src/features/privacy/words.en.ts';
import { words as outboxWords } from '../../src/outbox/words.en.ts';
import { findMember } from '../../src/people/members/store.ts';
import { savePause } from '../../src/people/members/wishes-store.ts';
import { words as memberWords } from '../../src/people/members/words.en.ts';
import {
  anIntent,
  answer,
  buttonIds,
  cardOf,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';
import {
  ana,
  ben,
  dan,
  eve,
  everything,
  fileIn,
  inviteBy,
  now,
  setTheStage,
  turnOf,
} from './privacy-stage.ts';

const labels = {
  ...memberWords.held,
  ...pairingWords.held,
  ...invitationWords.held,
  ...codeWords.held,
  ...checkinWords.held,
  ...nudgeWords.held,
  ...outboxWords.held,
};

let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

/** What is shown, by label. */
async function fieldsOf(person = ana): Promise<Record<string, string>> {
  const { elements } = cardOf(await answer(turnOf(db, person), anIntent('privacy.show')));
  const [held] = elements;
  if (held?.type !== 'fields') return {};
  return Object.fromEntries(held.fields.map((field) => [field.label, field.words as string]));
}

async function copyOf(person = ana): Promise<Record<string, unknown>> {
  let whole = '';
  for (let press: string | undefined = 'privacy.export'; press !== undefined; ) {
    const about = press.slice('privacy.export:'.length);
    const effects = await answer(turnOf(db, person), anIntent('privacy.export', { about }));
    whole += fileIn(cardOf(effects));
    [press] = buttonIds(effects);
  }
  return JSON.parse(whole);
}

describe('/buddy privacy', () => {
  test('shows everything that is held, as it is', async () => {
    await setTheStage(db);
    const until = 'December 7, 2026';
    expect(await fieldsOf()).toEqual({
      [words.youLabel]: 'Ana Diaz, your account in Slack',
      [labels.since]: 'November 22, 2026',
      [labels.language]: 'English',
      [labels.clock]: 'on a 12-hour clock',
      [labels.deeper]: 'yes, about once a month',
      [labels.timeZone]: 'Europe/Paris; last checked against your profile on November 22, 2026',
      [labels.refusals]: "by one person who asked, since November 23, 2026; their name isn't kept",
      [labels.rhythm]: expect.stringMatching(
        /^every Monday at 9:00 AM; next on November 30, 2026; last for the Monday November 23$/,
      ),
      [labels.open]: 'no',
      [labels.buddies]: expect.stringMatching(
        /^Ben Ode, since November 22, 2026; Cleo Park, since November 22, 2026$/,
      ),
      [labels.sent]: `Eve Moss, waiting until ${until}; Flo Wirt, waiting until ${until}`,
      [labels.received]: `Dan Fry, waiting until ${until}; Gus Lind, not now`,
      [labels.codes]: "one that works until December 7, 2026; the code itself isn't kept",
      [labels.checkins]: 'with Ben Ode, week of November 23',
      [labels.reaches]: expect.stringMatching(/^you asked Ben Ode on .*November 23, 10:00 AM$/),
      [labels.mondaysWithout]: 'November 9, you were away',
      [labels.messages]: '3 waiting to go out',
      [labels.namedIn]: '5 to others, still on the way',
      [labels.address]: 'the address of your chat with Buddy',
      [labels.wrongCodes]: '1 in the last hour',
    });
  });

  test('shows a pause, a place on the list, and a buddy of former days', async () => {
    const members = await setTheStage(db);
    await savePause(db, members.ana.id, { pausedAt: now, pausedUntil: Date.parse('2026-12-23T23:00:00Z') });
    await db.updateTable('members').set({ open_to_invitations: 1 }).execute();
    const [pair] = await findPairs(db, members.ana.id);
    await endPair(db, pair?.id ?? '', now);
    const fields = await fieldsOf();
    expect(fields[labels.pause]).toMatch(/^since November 23, 2026, until December 24, 2026$/);
    expect(fields[labels.open]).toContain('anyone here who looks for a buddy');
    expect(fields[labels.buddies]).toMatch(/^Ben Ode, until November 23, 2026; Cleo Park, since/);
    expect(fields[labels.checkins]).toBe('with Ben Ode, week of November 23');
  });

  test('shows what a buddy noted and asked, too', async () => {
    await setTheStage(db);
    const [pair] = await db.selectFrom('acknowledgements').select('pair_id as id').execute();
    await answer(turnOf(db, ben), anIntent('checkins.acknowledge', { about: `${pair?.id}/2026-W48` }));
    const fields = await fieldsOf(ben);
    expect(fields[labels.checkins]).toBe('with Ana Diaz, week of November 23');
    expect(fields[labels.reaches]).toContain('Ana Diaz asked you');
  });

  test('fits a chat also when it is long, and says that the copy has all of it', async () => {
    const { ana: me } = await setTheStage(db);
    const one = await db
      .selectFrom('invitations')
      .selectAll()
      .where('inviter_id', '=', me.id)
      .executeTakeFirstOrThrow();
    const many = Array.from({ length: 80 }, (_, index) => ({
      ...one,
      id: `invitation ${index}`,
      invitee_name: `Someone With A Long Name ${index}`,
      status: 'expired' as const,
    }));
    await db.insertInto('invitations').values(many).execute();
    const sent = (await fieldsOf())[labels.sent] ?? '';
    expect(sent.length).toBeLessThan(1_100);
    const more = Number(/; and (\d+) more, all of them in your copy$/.exec(sent)?.[1]);
    expect(sent.split('; ').length - 1 + more).toBe(82);
    expect((await copyOf()).invitationsSent).toHaveLength(82);
  });

  test('writes nothing', async () => {
    await setTheStage(db);
    const before = await everything(db);
    await answer(turnOf(db, ana), anIntent('privacy.show'));
    await answer(turnOf(db, ana), anIntent('privacy.export'));
    await answer(turnOf(db, slackPerson('U0NEW')), anIntent('privacy.show'));
    expect(await everything(db)).toEqual(before);
  });

  test('says of a stranger that nothing is held, and has nothing to copy or to erase', async () => {
    const effects = await answer(turnOf(db, slackPerson('U0NEW')), anIntent('privacy.show'));
    expect(textOf(effects)).toContain('Buddy keeps nothing about you.');
    expect(buttonIds(effects)).toEqual([]);
  });

  test('says of someone who was only invited that this is held', async () => {
    await setTheStage(db);
    await inviteBy(db, dan, eve, 'Eve Moss');
    const fields = await fieldsOf(eve);
    expect(fields[labels.received]).toMatch(/^Ana Diaz, waiting .*; Dan Fry, waiting/);
    expect(fields[words.youLabel]).toBe('your account in Slack');
    expect(buttonIds(await answer(turnOf(db, eve), anIntent('privacy.show')))).toEqual([
      'privacy.export',
      'privacy.forget',
    ]);
    expect(await findMember(db, eve)).toBeNull();
  });

  test('says what is not held, who can see the rest, and that the chat is the employer’s', async () => {
    const settings = { ...someHospital, smallestGroup: 15 };
    const text = textOf(await answer(turnOf(db, ana, { hospital: settings }), anIntent('privacy.show')));
    for (const said of [
      'No answers, no conversations, no history',
      'fewer than 15 people',
      'employer',
      'database',
    ]) {
      expect(text).toContain(said);
    }
  });

  test('promises the retention that the rules keep', async () => {
    const days = (milliseconds: number) => `${milliseconds / 86_400_000} days`;
    const said = (label: string) => words.howLong.find((one) => one.label === label)?.words;
    // Weeks are folded whole: what was noted on the Monday of the oldest one is kept for a week longer.
    expect(said('Check-ins')).toContain(`about ${weeksKept + 1} weeks`);
    expect(said('Mondays')).toContain('about 5 weeks');
    expect(said('Buddies you had')).toContain(`${weeksKept + 2} weeks`);
    expect(said('Invitations')).toContain(days(invitationLastsMs));
    expect(said('Invitations')).toContain(days(askedWithinMs));
    expect(said('Codes')).toContain(days(codeLastsMs));
    expect([said('Codes')?.includes('an hour'), wrongCodesWithinMs]).toEqual([true, 3_600_000]);
  });
});

describe('a copy to take away', () => {
  test('holds the same facts, with others by name and instants in ISO', async () => {
    await setTheStage(db);
    const copy = await copyOf();
    const at = new Date(now).toISOString();
    expect(copy).toMatchObject({
      madeAt: at,
      person: { platform: 'slack', workspace: 'T01', id: 'U0ANA' },
      member: {
        name: 'Ana Diaz',
        nudgeTime: '09:00',
        nextWeek: '2026-W49',
        nextNudgeAt: '2026-11-30T08:00:00.000Z',
      },
      buddies: [{ name: 'Ben Ode', until: null }, { name: 'Cleo Park' }],
      invitationsSent: [{ name: 'Eve Moss', status: 'waiting', sentAt: at }, { name: 'Flo Wirt' }],
      invitationsReceived: [{ name: 'Dan Fry' }, { name: 'Gus Lind', status: 'declined' }],
      codes: [{ madeAt: at }],
      checkins: [{ week: '2026-W48', buddy: 'Ben Ode', notedByMe: true, notedAt: at }],
      checkinsAskedFor: [{ buddy: 'Ben Ode', askedByMe: true, askedAt: at }],
      mondaysWithoutQuestions: [{ week: '2026-W46', why: 'paused' }],
      messagesToMe: [
        {
          kind: 'nudge',
          status: 'waiting',
          attempts: 0,
          why: null,
          batch: 'nudge:2026-W48',
          messageRef: null,
        },
        { kind: 'invitation' },
        { kind: 'invitation' },
      ],
      waitingMessagesThatNameMe: 5,
      address: 'D0ANA of U0ANA',
      codesThatDidNotWork: [at],
    });
    expect(JSON.stringify(copy)).not.toMatch(/U0BEN|U0CLEO|U0DAN|U0EVE|U0FLO|U0GUS/);
  });

  test('of a stranger is empty, and made all the same', async () => {
    expect(await copyOf(slackPerson('U0NEW'))).toMatchObject({ member: null, buddies: [], messagesToMe: [] });
  });
});
