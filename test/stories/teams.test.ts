import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { everything } from '../features/privacy-stage.ts';
import { allSent, type House, openHouse } from '../support/hospital.ts';
import type { Person } from '../support/teams/person.ts';
import { button, buttonsOf, textOf } from '../support/teams/read.ts';
import { startTeams } from '../support/teams/stand-in.ts';
import type { Teams } from '../support/teams/teams.ts';

const channel = '19:ward-seven@thread.tacv2';
const group = '19:night-shift@thread.v2';
const firstMonday = '2026-12-07T15:00:00Z';

let teams: Teams;
let hospital: House;
let ana: Person;
let ben: Person;

beforeEach(async () => {
  teams = await startTeams();
  ana = teams.person('ana', { name: 'Ana Silva', tz: 'Europe/London' });
  ben = teams.person('ben', { name: 'Ben Okafor', tz: 'America/New_York' });
  hospital = await openHouse([teams], { now: '2026-12-02T12:00:00Z' });
});
afterEach(async () => {
  await hospital.close();
  expect(teams.complaints).toEqual([]);
});

describe('the app', () => {
  test.each(['installationUpdate', 'conversationUpdate'] as const)(
    'makes one welcome with everything to press on it, however often Teams says that it is there (%s first)',
    async (first) => {
      await Promise.all([ana.installs(first), ana.installs(first)]);
      await teams.redeliver();
      await settled();
      expect(ana.chat).toHaveLength(1);
      const [welcome] = ana.inbox;
      expect(textOf(welcome)).toContain("Hi, I'm Buddy");
      const ids = buttonsOf(welcome).map(({ id }) => id);
      expect(ids).toEqual(['pairing.choose', 'resources.guide', 'resources.show']);
      await hospital.goTo('2026-12-09T12:00:00Z');
      await ana.installs(first);
      await settled();
      expect(ana.chat).toHaveLength(1);
      expect(await rows('members')).toBe(0);
    },
  );

  test('every button of the welcome is answered with something to read', async () => {
    await ana.installs();
    await settled();
    const [welcome] = ana.inbox;
    if (!welcome) throw new Error('there was no welcome');
    for (const { id } of buttonsOf(welcome)) {
      const { status, shown, ms } = await ana.presses(welcome, id);
      expect({ id, status, says: textOf(shown).length > 20 }).toEqual({ id, status: 200, says: true });
      expect(ms).toBeLessThan(5000);
    }
  });

  test('who removes it without having begun is not remembered, and is welcomed again', async () => {
    await ana.installs();
    await settled();
    await ana.uninstalls();
    await settled();
    expect([await rows('members'), await rows('contacts'), await rows('addresses')]).toEqual([0, 0, 0]);
    expect(JSON.stringify(await everything(hospital.db))).not.toContain('Ana');
    await ana.installs();
    await settled();
    expect(ana.inbox.map((message) => textOf(message).split('\n')[0])).toEqual(
      Array(2).fill("Hi, I'm Buddy"),
    );
  });

  test('who removes it with a buddy is called no more, and finds everything when they come back', async () => {
    await pair();
    await ana.uninstalls();
    const calls = teams.calls.filter((call) => call.to === ana.id).length;
    await hospital.goTo(firstMonday);
    await settled();
    expect(teams.calls.filter((call) => call.to === ana.id)).toHaveLength(calls);
    expect(textOf(ben.inbox.at(-1))).toContain('You and Ana Silva');
    expect(ben.inbox.some((message) => textOf(message).includes('My messages to Ana Silva'))).toBe(true);

    await ana.installs();
    expect(textOf((await ana.says('status')).shown)).toContain('Ben Okafor');
    await hospital.goTo('2026-12-14T15:00:00Z');
    await settled();
    expect(ana.inbox.filter((message) => button(message, 'checkins.acknowledge'))).toHaveLength(1);
  });
});

describe('where others read along', () => {
  test.each([
    ['a channel', channel],
    ['a group', group],
  ])('%s: every command gets the way to the private chat, and no more', async (_, where) => {
    await pair();
    const before = JSON.stringify(await everything(hospital.db));
    const commands = ['status', 'invite', 'help', 'join ABCD-EFGH', '/buddy privacy', 'I am lost'];
    for (const text of commands) await ana.writesIn(where, text);
    await settled();
    const said = teams.messagesIn(where);
    expect(said).toHaveLength(commands.length);
    for (const message of said) {
      expect(textOf(message)).toContain('private chat');
      expect(buttonsOf(message)).toEqual([]);
      expect(`${textOf(message)} ${message.summary}`).not.toMatch(/Ana|Ben|[A-Z0-9]{4}-[A-Z0-9]{4}|988/);
    }
    expect(JSON.stringify(await everything(hospital.db))).toBe(before);
  });

  test('a press on a card that was carried there changes nothing', async () => {
    await pair();
    await hospital.goTo(firstMonday);
    await settled();
    const nudge = ana.inbox.at(-1);
    if (!nudge) throw new Error('there was no nudge');
    await ana.presses({ ...nudge, conversation: channel }, 'checkins.acknowledge').catch(() => undefined);
    await settled();
    expect(await rows('acknowledgements')).toBe(0);
  });
});

describe('words', () => {
  test.each([
    ['as a sentence', 'my patient Zebediah died and I cannot sleep', {}],
    ['that begin like a command', 'join us when Zebediah is asleep', {}],
    ['as HTML', '<p>Zebediah&nbsp;<b>died</b></p>', { textFormat: 'xml' }],
    ['beside a picture', '', { attachments: [{ contentType: 'image/png', name: 'Zebediah.png' }] }],
  ])('%s get the honest answer, and leave no trace', async (_, text, more) => {
    const { shown } = await ben.says(text, more);
    expect(textOf(shown)).toContain("and I don't keep it");
    expect(textOf(shown)).toContain('988');
    expect(button(shown, 'resources.show')).toBeDefined();
    const traces = JSON.stringify([shown, await everything(hospital.db)]);
    expect(traces).not.toContain('Zebediah');
    expect(await rows('members')).toBe(0);
  });

  test.each([
    'status',
    '/buddy status',
    'STATUS ',
    '<at>Buddy</at> status',
    '<p>status</p>',
    '\u00a0Status\u200b',
  ])('the command %p is understood', async (text) => {
    await pair();
    expect(textOf((await ana.says(text)).shown)).toContain('Ben Okafor');
  });

  test('are answered in the HTTP answer itself where the sender wants that', async () => {
    const { body, shown } = await ana.says('resources', { deliveryMode: 'expectReplies' });
    expect(body).toMatchObject({ activities: [{ type: 'message' }] });
    expect(textOf(shown)).toContain('988');
    expect(ana.chat).toEqual([]);
  });
});

async function settled(): Promise<void> {
  await allSent(hospital);
  await teams.quiet();
}

async function pair(): Promise<void> {
  for (const one of [ana, ben]) await one.installs();
  const code = /join ([0-9A-Z-]+)/.exec(textOf((await ana.says('invite')).shown))?.[1];
  await ben.says(`join ${code}`);
  await settled();
}

async function rows(table: 'members' | 'acknowledgements' | 'contacts' | 'addresses'): Promise<number> {
  return (await hospital.db.selectFrom(table).selectAll().execute()).length;
}
