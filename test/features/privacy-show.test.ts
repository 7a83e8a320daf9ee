import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { renderMessage } from '../../adapters/slack/render-card.ts';
import { addWeeks } from '../../src/calendar/iso-week.ts';
import type { Card } from '../../src/chat/card.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { Database } from '../../src/db/schema.ts';
import { weeksKept } from '../../src/features/checkins/rules.ts';
import { codeLastsMs, wrongCodesWithinMs } from '../../src/features/codes/rules.ts';
import { askedWithinMs, invitationLastsMs } from '../../src/features/invitations/rules.ts';
import { endPair, findPairs } from '../../src/features/pairing/store.ts';
import { copyCard } from '../../src/features/privacy/cards.ts';
import type { Held } from '../../src/features/privacy/held.ts';
import { words } from '../../src/features/privacy/words.en.ts';
import { findMember } from '../../src/people/members/store.ts';
import { savePause } from '../../src/people/members/wishes-store.ts';
import {
  anIntent,
  answer,
  buttonIds,
  cardOf,
  slackPerson,
  someHospital,
  someReader,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';
import { ana, ben, dan, eve, everything, inviteBy, now, setTheStage, turnOf } from './privacy-stage.ts';

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

function fileIn({ elements }: Card): string {
  const file = elements.find((element) => element.type === 'file');
  if (file?.type !== 'file') throw new Error('no file');
  return file.content;
}

describe('/buddy privacy', () => {
  test('shows everything that is held, as it is', async () => {
    await setTheStage(db);
    const until = '2026-12-07';
    expect(await fieldsOf()).toEqual({
      [words.labels.you]: 'Ana Diaz, your account in Slack',
      [words.labels.since]: '2026-11-22',
      [words.labels.timeZone]: 'Europe/Paris; last compared with your profile on 2026-11-22',
      [words.labels.askRefusals]: "by one person who asked, since 2026-11-23; their name isn't kept",
      [words.labels.rhythm]: expect.stringMatching(
        /^every Monday at 09:00; next on 2026-11-30; last for the Monday 2026-11-23$/,
      ),
      [words.labels.open]: 'no',
      [words.labels.buddies]: expect.stringMatching(
        /^Ben Ode, since 2026-11-22; Cleo Park, since 2026-11-22$/,
      ),
      [words.labels.sent]: `Eve Moss, waiting until ${until}; Flo Wirt, waiting until ${until}`,
      [words.labels.received]: `Dan Fry, waiting until ${until}; Gus Lind, not now`,
      [words.labels.codes]: 'one that works until 2026-12-07; the code itself is not kept',
      [words.labels.checkins]: 'with Ben Ode, week from 2026-11-23',
      [words.labels.reaches]: expect.stringMatching(/^you asked Ben Ode on .*23 November, 10:00$/),
      [words.labels.mondaysWithout]: '2026-11-09, you were away',
      [words.labels.messages]: '3 waiting to go out',
      [words.labels.namedIn]: '5 to others, still on the way',
      [words.labels.address]: 'the address of your chat with Buddy',
      [words.labels.wrongCodes]: '1 in the last hour',
    });
  });

  test('shows a pause, a place on the list, and a buddy of former days', async () => {
    const members = await setTheStage(db);
    await savePause(db, members.ana.id, { pausedAt: now, pausedUntil: Date.parse('2026-12-23T23:00:00Z') });
    await db.updateTable('members').set({ open_to_invitations: 1 }).execute();
    const [pair] = await findPairs(db, members.ana.id);
    await endPair(db, pair?.id ?? '', now);
    const fields = await fieldsOf();
    expect(fields[words.labels.pause]).toMatch(/^since 2026-11-23, until 2026-12-24$/);
    expect(fields[words.labels.open]).toContain('everybody here');
    expect(fields[words.labels.buddies]).toMatch(/^Ben Ode, until 2026-11-23; Cleo Park, since/);
    expect(fields[words.labels.checkins]).toBe('with Ben Ode, week from 2026-11-23');
  });

  test('shows what a buddy noted and asked, too', async () => {
    await setTheStage(db);
    const [pair] = await db.selectFrom('acknowledgements').select('pair_id as id').execute();
    await answer(turnOf(db, ben), anIntent('checkins.acknowledge', { about: `${pair?.id}/2026-W48` }));
    const fields = await fieldsOf(ben);
    expect(fields[words.labels.checkins]).toBe('with Ana Diaz, week from 2026-11-23');
    expect(fields[words.labels.reaches]).toContain('Ana Diaz asked you');
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
      invitee_name: `Somebody With A Long Name ${index}`,
      status: 'expired' as const,
    }));
    await db.insertInto('invitations').values(many).execute();
    const sent = (await fieldsOf())[words.labels.sent] ?? '';
    expect(sent.length).toBeLessThan(1_100);
    const more = Number(/; and (\d+) more, all of them in the copy$/.exec(sent)?.[1]);
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
    expect(textOf(effects)).toContain('Nothing is held about you.');
    expect(buttonIds(effects)).toEqual([]);
  });

  test('says of somebody who was only invited that this is held', async () => {
    await setTheStage(db);
    await inviteBy(db, dan, eve, 'Eve Moss');
    const fields = await fieldsOf(eve);
    expect(fields[words.labels.received]).toMatch(/^Ana Diaz, waiting .*; Dan Fry, waiting/);
    expect(fields[words.labels.you]).toBe('your account in Slack');
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
      messagesToMe: [{ kind: 'nudge', status: 'waiting' }, { kind: 'invitation' }, { kind: 'invitation' }],
      waitingMessagesThatNameMe: 5,
      address: 'D0ANA of U0ANA',
      codesThatDidNotWork: [at],
    });
    expect(JSON.stringify(copy)).not.toMatch(/U0BEN|U0CLEO|U0DAN|U0EVE|U0FLO|U0GUS/);
  });

  test('of three buddies, nine weeks and sixty messages goes through Slack, in parts that make the whole', async () => {
    const held = aLot();
    const parts: string[] = [];
    for (let part = 1; ; part += 1) {
      const card = copyCard(someReader, held, { now, part });
      expect(() => renderMessage(card)).not.toThrow();
      parts.push(fileIn(card));
      expect(fileIn(card).length).toBeLessThanOrEqual(10_000);
      const [next] = buttonIds([{ type: 'reply', card }]);
      if (next === undefined) break;
      expect(next).toBe(`privacy.export:${part + 1}`);
    }
    expect(parts.length).toBeGreaterThan(1);
    const whole = JSON.parse(parts.join(''));
    expect([whole.buddies.length, whole.checkins.length, whole.messagesToMe.length]).toEqual([3, 54, 60]);
    expect(fallbackText(copyCard(someReader, held, { now, part: 2 }))).toContain(`Part 2 of ${parts.length}`);
  });

  test('of a stranger is empty, and made all the same', async () => {
    expect(await copyOf(slackPerson('U0NEW'))).toMatchObject({ member: null, buddies: [], messagesToMe: [] });
  });
});

/** Three buddies, with whom both noted a check-in in each of nine weeks, and sixty messages. */
function aLot(): Held {
  const names = ['Ben Ode', 'Cleo Park', 'Wolfgang Schlegelstein-Hausenberger'];
  const weeks = Array.from({ length: 9 }, (_, back) => addWeeks('2026-W48', -back));
  return {
    person: ana,
    member: null,
    linked: null,
    buddies: names.map((name) => ({ name, since: now, until: null })),
    invitationsSent: [],
    invitationsReceived: [],
    askRefusals: [],
    codes: [],
    linkCodes: [],
    checkins: weeks.flatMap((week) =>
      names.flatMap((buddy) => [true, false].map((byMe) => ({ week, buddy, byMe, at: now }))),
    ),
    reaches: [],
    mondaysWithout: [],
    messages: Array.from({ length: 60 }, () => ({
      kind: 'nudge',
      status: 'sent' as const,
      createdAt: now,
      settledAt: now,
    })),
    namedIn: 0,
    contact: null,
    address: null,
    wrongCodes: [],
  };
}

test('a table that is new has to be shown and erased, or to speak of nobody', async () => {
  const spoken = [
    'members',
    'pairs',
    'invitations',
    'ask_refusals',
    'invitation_codes',
    'wrong_codes',
    'linked_accounts',
    'link_codes',
    'acknowledgements',
    'reaches',
  ];
  const alsoSpoken = ['nudges_not_sent', 'outbox', 'addresses', 'contacts'];
  const ofNobody = ['question_sets', 'checkin_sums', 'nudge_sums', 'week_figures', 'pace', 'inbox'];
  const tables = (await db.introspection.getTables()).map(({ name }) => name);
  expect(tables.sort()).toEqual([...spoken, ...alsoSpoken, ...ofNobody].sort());
});
