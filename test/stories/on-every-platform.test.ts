import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { IsoWeek } from '../../src/calendar/iso-week.ts';
import { accountOf } from '../../src/features/nudges/store.ts';
import { everything } from '../features/privacy-stage.ts';
import { databaseUnderTest } from '../support/fresh-database.ts';
import { until } from '../support/hospital.ts';
import { openPlaygroundStage } from '../support/stage/playground-stage.ts';
import { openSlackStage } from '../support/stage/slack-stage.ts';
import { type Actor, cast, type Shown, type Stage } from '../support/stage/stage.ts';
import { openTeamsStage } from '../support/stage/teams-stage.ts';

/** What Buddy does is the same wherever it is used: each story is told once, and played on every platform. */
const platforms = [
  { platform: 'Slack', open: openSlackStage },
  { platform: 'Microsoft Teams', open: openTeamsStage },
  { platform: 'the playground', open: openPlaygroundStage },
  // The playground's ward is kept in a file, whatever DATABASE_URL names.
].filter(({ open }) => databaseUnderTest === 'sqlite' || open !== openPlaygroundStage);

const week: IsoWeek = '2026-W50';
const nineInNewYork = '2026-12-07T14:00:00Z';
const nineInLosAngeles = '2026-12-07T17:00:00Z';

describe.each(platforms)('on $platform', ({ open }) => {
  let stage: Stage;
  let ana: Actor;
  let ben: Actor;
  let chidi: Actor;

  beforeEach(async () => {
    stage = await open();
    ana = stage.person('ana');
    ben = stage.person('ben');
    chidi = stage.person('chidi');
  });
  afterEach(() => stage.close());

  test('one invites, the other accepts, and both are told', async () => {
    await ana.invites('ben');
    await stage.settled();
    const [invitation, ...more] = await ben.inbox();
    expect(more).toEqual([]);
    expect(invitation?.buttons.map(nameOf)).toEqual(['pairing.accept', 'pairing.decline', 'pairing.refuse']);

    await ben.presses(invitation as Shown, 'pairing.accept');
    await stage.settled();
    expect(await rows('pairs')).toBe(1);
    await until(async () => !has((await ben.inbox())[0], 'pairing.'));
    expect(await ana.inbox()).toHaveLength(1);
    for (const [one, buddy] of [
      [ana, 'ben'],
      [ben, 'ana'],
    ] as const) {
      expect(await one.says('status').then(({ text }) => text)).toMatch(said(buddy));
    }
  });

  test('who declines is left in peace, the other is told, and may ask again', async () => {
    await ana.invites('ben');
    await stage.settled();
    await ben.presses(await newest(ben), 'pairing.decline');
    await stage.settled();
    await until(async () => !has((await ben.inbox())[0], 'pairing.'));
    expect([(await ana.inbox()).length, (await ben.inbox()).length]).toEqual([1, 1]);
    expect([await rows('pairs'), await rows('members')]).toEqual([0, 1]);

    await ana.invites('ben');
    await stage.settled();
    expect(has(await newest(ben), 'pairing.accept')).toBe(true);
  });

  test('a second invitation sends nothing while the first one waits', async () => {
    await ana.invites('ben');
    await ana.invites('ben');
    await stage.settled();
    expect(await ben.inbox()).toHaveLength(1);
  });

  test('two who invite each other are buddies at once, and nobody is left with a question', async () => {
    await Promise.all([ana.invites('ben'), ben.invites('ana')]);
    await stage.settled();
    expect(await rows('pairs')).toBe(1);
    for (const one of [ana, ben]) {
      expect((await one.inbox()).filter((message) => has(message, 'pairing.accept'))).toEqual([]);
    }
  });

  test('a code works once, and not for its maker', async () => {
    const code = /join ([0-9A-Z-]+)/.exec((await ana.says('invite')).text)?.[1] ?? '';
    expect(code).toMatch(/^[A-Z0-9-]{4,16}$/);
    await ana.says(`join ${code}`);
    expect(await rows('pairs')).toBe(0);
    await ben.says(`JOIN  ${code.toLowerCase().replace('-', '')}`);
    await stage.settled();
    expect(await rows('pairs')).toBe(1);
    expect(await ana.inbox()).toHaveLength(1);
    await chidi.says(`join ${code}`);
    expect(await rows('pairs')).toBe(1);
  });

  test('on Monday, at nine where each of them is, both are asked the same two questions', async () => {
    const elif = stage.person('elif');
    await pair(ana, 'elif');
    for (const [nine, asked] of [
      [nineInNewYork, [1, 0]],
      [nineInLosAngeles, [1, 1]],
    ] as const) {
      const before = asked[1] === 0 ? [0, 0] : [1, 0];
      await stage.goTo(minuteBefore(nine));
      expect([(await nudges(ana)).length, (await nudges(elif)).length]).toEqual(before);
      await stage.goTo(nine);
      expect([(await nudges(ana)).length, (await nudges(elif)).length]).toEqual(asked);
    }
    await stage.goTo('2026-12-08T17:00:00Z');
    const { first, second } = await questions();
    for (const one of [ana, elif]) {
      const [nudge, ...more] = await nudges(one);
      expect(more).toEqual([]);
      expect(nudge?.text).toContain(first);
      expect(nudge?.text).toContain(second);
    }
    expect(await account()).toMatchObject({ eligible: 2, sent: 2, pending: 0 });
  });

  test('one tap shows in both messages, and is counted once no matter who presses again', async () => {
    await pair(ana, 'ben');
    await stage.goTo(nineInNewYork);
    const [anas, bens] = [await newest(ana), await newest(ben)];

    await ana.presses(anas, 'checkins.acknowledge');
    await stage.settled();
    for (const [one, before] of [
      [ana, anas],
      [ben, bens],
    ] as const) {
      await until(async () => !has(await newest(one), 'checkins.acknowledge'));
      expect((await newest(one)).text).not.toBe(before.text);
    }
    const after = await ana.inbox();
    const bensBefore = (await ben.inbox()).length;

    await ana.presses(anas, 'checkins.acknowledge');
    await ben.presses(bens, 'checkins.acknowledge');
    await stage.settled();
    expect(await ana.inbox()).toEqual(after);
    expect(await ben.inbox()).toHaveLength(bensBefore);
    expect(has(await newest(ben), 'checkins.acknowledge')).toBe(false);
    expect(await checkedInPairs()).toBe(1);
  });

  test('who is away is not asked, the account says so, and they come back by themselves', async () => {
    await pair(ana, 'ben');
    await ana.presses(await ana.says('pause'), 'members.pause:1w');
    await stage.goTo(nineInNewYork);
    expect([(await nudges(ana)).length, (await nudges(ben)).length]).toEqual([0, 1]);
    expect(await account()).toMatchObject({ eligible: 2, sent: 1, paused: 1 });
    await stage.goTo('2026-12-14T14:00:00Z');
    expect([(await nudges(ana)).length, (await nudges(ben)).length]).toEqual([1, 2]);
  });

  test('a reminder for this evening comes this evening, and once', async () => {
    await pair(ana, 'ben');
    await stage.goTo(nineInNewYork);
    const [anas, bens] = [(await ana.inbox()).length, (await ben.inbox()).length];
    await ana.presses(await newest(ana), 'nudges.snooze:evening');
    await stage.goTo('2026-12-07T22:59:00Z');
    expect(await ana.inbox()).toHaveLength(anas);
    await stage.goTo('2026-12-07T23:00:30Z');
    expect(await ana.inbox()).toHaveLength(anas + 1);
    expect(has(await newest(ana), 'checkins.acknowledge')).toBe(true);
    expect(has(await newest(ana), 'nudges.snooze')).toBe(false);
    await stage.goTo('2026-12-09T12:00:00Z');
    expect([(await ana.inbox()).length, (await ben.inbox()).length]).toEqual([anas + 1, bens]);
  });

  test('ending tells the other, and the two may pair again', async () => {
    await pair(ana, 'ben');
    const before = (await ben.inbox()).length;
    await ana.presses(await ana.says('end'), 'pairing.end');
    await stage.settled();
    expect(await rows('pairs')).toBe(0);
    expect(await ben.inbox()).toHaveLength(before + 1);
    expect(has(await newest(ben), 'pairing.choose')).toBe(true);
    await pair(ben, 'ana');
    expect(await rows('pairs')).toBe(1);
  });

  test('forget me leaves nothing but a word by name to the buddy, and the account still adds up', async () => {
    await pair(ana, 'ben');
    await stage.goTo(nineInNewYork);
    const before = (await ben.inbox()).length;
    await ana.presses(await ana.says('forget me'), 'privacy.forget:yes');
    await stage.settled();
    expect([await rows('members'), await rows('pairs')]).toEqual([1, 0]);
    expect(await ben.inbox()).toHaveLength(before + 1);
    expect((await newest(ben)).text).toContain(cast.ana.name);
    const { eligible, ...parts } = await account();
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(eligible);
    expect({ eligible, ...parts }).toMatchObject({ eligible: 2, sent: 2 });
  });

  test('free words get the answer that nobody reads them, and no table holds them', async () => {
    const answer = await chidi.writes('my patient Zebediah died and I am lost');
    expect(answer.text).toContain('988');
    expect(JSON.stringify([answer, await everything(stage.db)])).not.toContain('Zebediah');
    expect([await rows('members'), (await chidi.inbox()).length]).toEqual([0, 0]);
  });

  test('what an administrator posts is what everybody is asked on Monday', async () => {
    const wil = stage.person('wil');
    await pair(ana, 'ben');
    await wil.presses(await wil.says('admin'), 'questions.post');
    await wil.fillsIn({ week, first: 'First of Wil <b>only</b> & all?', second: 'Second of Wil?' });
    await stage.goTo(nineInNewYork);
    for (const one of [ana, ben]) {
      const { text } = await newest(one);
      expect(text).toContain('First of Wil <b>only</b> & all?');
      expect(text).toContain('Second of Wil?');
    }
  });

  test('who is no administrator gets no form', async () => {
    expect(has(await ana.says('admin'), 'questions.')).toBe(false);
  });

  async function pair(one: Actor, other: keyof typeof cast): Promise<void> {
    await one.invites(other);
    await stage.settled();
    await stage.person(other).presses(await newest(stage.person(other)), 'pairing.accept');
    await stage.settled();
  }

  async function rows(table: 'pairs' | 'members'): Promise<number> {
    const all = await stage.db.selectFrom(table).selectAll().execute();
    return all.filter((row) => !('ended_at' in row) || row.ended_at === null).length;
  }

  async function checkedInPairs(): Promise<number> {
    return (await stage.db.selectFrom('acknowledgements').select('pair_id').distinct().execute()).length;
  }

  function account(): ReturnType<typeof accountOf> {
    return accountOf(stage.db, week);
  }

  function questions(): Promise<{ first: string; second: string }> {
    const set = stage.db.selectFrom('question_sets').select(['first', 'second']).where('week', '=', week);
    return set.executeTakeFirstOrThrow();
  }
});

/** A mention shows as a name or as a handle. */
function said(who: 'ana' | 'ben'): RegExp {
  return new RegExp(`@?${who}\\b`, 'i');
}

async function newest(actor: Actor): Promise<Shown> {
  const message = (await actor.inbox()).at(-1);
  if (message === undefined) throw new Error('Nothing arrived.');
  return message;
}

async function nudges(actor: Actor): Promise<readonly Shown[]> {
  return (await actor.inbox()).filter((message) => has(message, 'checkins.acknowledge'));
}

function has(shown: Shown | undefined, prefix: string): boolean {
  return shown?.buttons.some((id) => id.startsWith(prefix)) ?? false;
}

function nameOf(button: string): string {
  return button.split(':')[0] ?? '';
}

function minuteBefore(instant: string): string {
  return new Date(Date.parse(instant) - 60_000).toISOString();
}
