import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { accountOf } from '../../src/features/nudges/store.ts';
import { everything } from '../features/privacy-stage.ts';
import { until } from '../support/hospital.ts';
import type { Person as SlackPerson } from '../support/slack/person.ts';
import * as slackRead from '../support/slack/read.ts';
import type { Person as TeamsPerson } from '../support/teams/person.ts';
import * as teamsRead from '../support/teams/read.ts';
import { codeIn, openTwoPlatforms, type TwoPlatforms } from '../support/two-platforms.ts';

const firstMonday = '2026-12-07T15:00:00Z';
const secondMonday = '2026-12-14T15:00:00Z';

let hospital: TwoPlatforms;
/** On Slack, in London. */
let ana: SlackPerson;
/** In Teams, in New York. */
let tea: TeamsPerson;

beforeEach(async () => {
  hospital = await openTwoPlatforms({ now: '2026-12-02T15:00:00Z' });
  ana = hospital.slack.person('UANA', { name: 'Ana Silva', tz: 'Europe/London' });
  tea = hospital.teams.person('tea', { name: 'Tea Novak', tz: 'America/New_York' });
  await tea.installs();
  await hospital.settled();
});
afterEach(async () => {
  await hospital.close();
  expect(hospital.complaints()).toEqual([]);
});

test.each(['Slack', 'Teams'])(
  'a code made on %s makes a pair with someone on the other, each called by name',
  async (madeOn) => {
    const made = madeOn === 'Slack' ? await anaSays('invite') : await teaSays('invite');
    const code = codeIn(made);
    expect(made).toContain(`/buddy join ${code} in Slack`);
    expect(made).toContain(`join ${code} to Buddy in Teams`);
    const joined = madeOn === 'Slack' ? await teaSays(`join ${code}`) : await anaSays(`join ${code}`);
    await hospital.settled();
    const told = madeOn === 'Slack' ? slackRead.textOf(ana.lastMessage) : teamsRead.textOf(tea.lastMessage);
    const [toAna, toTea] = madeOn === 'Slack' ? [told, joined] : [joined, told];
    expect(toAna).toContain('You and Tea Novak are buddies');
    expect(toTea).toContain('You and Ana Silva are buddies');
    expect(await anaSays('status')).toContain('Tea Novak');
    expect(await teaSays('status')).toContain('Ana Silva');
    // A mention would show others' ids as they are.
    for (const shown of [toAna, toTea, await anaSays('status'), await teaSays('status')]) {
      expect(shown).not.toMatch(new RegExp(`UANA|${tea.id}`));
    }
  },
);

test('both are asked the same two questions on Monday, each at nine where they are', async () => {
  await pair();
  await hospital.goTo('2026-12-07T09:00:00Z');
  expect([anasNudges().length, teasNudges().length]).toEqual([1, 0]);
  await hospital.goTo('2026-12-07T13:59:00Z');
  expect(teasNudges()).toHaveLength(0);
  await hospital.goTo('2026-12-07T14:00:00Z');
  const set = hospital.db
    .selectFrom('question_sets')
    .select(['first', 'second'])
    .where('week', '=', '2026-W50');
  const { first, second } = await set.executeTakeFirstOrThrow();
  for (const shown of [slackRead.textOf(anasNudges()[0]), teamsRead.textOf(teasNudges()[0])]) {
    expect(shown).toContain(first);
    expect(shown).toContain(second);
  }
  expect(teamsRead.textOf(teasNudges()[0])).toContain('You and Ana Silva');
  expect(slackRead.textOf(anasNudges()[0])).toContain('You and Tea Novak');
  expect(await accountOf(hospital.db, '2026-W50')).toMatchObject({ eligible: 2, sent: 2, pending: 0 });
});

test.each(['Slack', 'Teams'])(
  'one tap on %s changes the message on the other within seconds',
  async (tappedOn) => {
    await pair();
    await hospital.goTo(firstMonday);
    const [anas, teas] = [anasNudges()[0], teasNudges()[0]];
    if (!anas || !teas) throw new Error('there was no nudge');
    if (tappedOn === 'Slack') await ana.press(anas, 'checkins.acknowledge');
    else await tea.presses(teas, 'checkins.acknowledge');
    await until(() => anasNudges().length === 0 && teasNudges().length === 0, 6000);
    const now = [
      ana.inbox.find(({ ts }) => ts === anas.ts),
      tea.inbox.find(({ id }) => id === teas.id),
    ] as const;
    expect(slackRead.textOf(now[0])).toContain('You and Tea Novak checked in');
    expect(teamsRead.textOf(now[1])).toContain('You and Ana Silva checked in');
  },
);

test('who stops on Slack is missed in Teams, kindly, and the other way round', async () => {
  await pair();
  await ana.press(await ana.command('/buddy', 'end'), 'pairing.end');
  await hospital.settled();
  expect(teamsRead.textOf(tea.lastMessage)).toContain('You and Ana Silva are no longer buddies here');
  await pair();
  await tea.presses(await tea.says('end'), 'pairing.end');
  await hospital.settled();
  expect(slackRead.textOf(ana.lastMessage)).toContain('You and Tea Novak are no longer buddies here');
});

test('who asks to be forgotten in Teams is gone from everything but the word to the buddy', async () => {
  await pair();
  await hospital.goTo(firstMonday);
  await tea.presses(await tea.says('forget me'), 'privacy.forget:yes');
  await hospital.settled();
  expect(slackRead.textOf(ana.lastMessage)).toContain('Tea Novak no longer uses Buddy');
  const kept = JSON.stringify(await everything(hospital.db));
  for (const trace of [tea.id, tea.userId, tea.conversation]) expect(kept).not.toContain(trace);
});

test.each(['blocks', 'uninstalls'] as const)(
  'who %s in Teams is away kindly, and back when they come back',
  async (how) => {
    await pair();
    await tea[how]();
    await hospital.goTo(firstMonday);
    const told = () =>
      ana.inbox.filter((message) => slackRead.textOf(message).includes("aren't getting through"));
    expect(told().map(slackRead.textOf)).toEqual([
      expect.stringContaining("My messages to Tea Novak aren't getting through"),
    ]);
    expect(slackRead.textOf(told()[0])).not.toMatch(/block|remov|uninstall/i);
    expect(teasNudges()).toEqual([]);
    expect(anasNudges()).toHaveLength(1);
    expect(await accountOf(hospital.db, '2026-W50')).toMatchObject({ eligible: 2, sent: 1, unreachable: 1 });

    if (how === 'uninstalls') await tea.installs();
    expect(await teaSays('status')).toContain('Ana Silva');
    await hospital.goTo(secondMonday);
    expect(teasNudges()).toHaveLength(1);
    expect(anasNudges()).toHaveLength(2);
    expect(told()).toHaveLength(1);
    expect(await accountOf(hospital.db, '2026-W51')).toMatchObject({ eligible: 2, sent: 2, unreachable: 0 });
  },
);

test('who uses both links the two accounts with a code, and chooses where messages go', async () => {
  await pair();
  const anaInTeams = hospital.teams.person('ana in teams', { name: 'Ana Silva', tz: 'Europe/London' });
  await anaInTeams.installs();
  const code = codeIn(await anaSays('link'));
  const linked = await anaInTeams.says(`link ${code}`);
  await hospital.settled();
  expect(teamsRead.textOf(linked.shown)).toContain('linked');
  expect(slackRead.textOf(ana.lastMessage)).toContain('is now linked to this one');
  expect(teamsRead.textOf((await anaInTeams.says('status')).shown)).toContain('Tea Novak');

  const nudgesInTeams = () => anaInTeams.inbox.filter((one) => teamsRead.button(one, 'checkins.acknowledge'));
  await hospital.goTo(firstMonday);
  expect([anasNudges().length, nudgesInTeams().length]).toEqual([1, 0]);

  await anaInTeams.presses(await anaInTeams.says('link'), 'accounts.prefer:teams');
  await hospital.goTo(secondMonday);
  expect([anasNudges().length, nudgesInTeams().length]).toEqual([1, 1]);
  expect(teasNudges()).toHaveLength(2);

  const [nudge] = nudgesInTeams();
  if (nudge) await anaInTeams.presses(nudge, 'checkins.acknowledge');
  await until(() => teasNudges().length === 1);

  await ana.press(await ana.command('/buddy', 'link'), 'accounts.unlink');
  await hospital.settled();
  expect(teamsRead.textOf((await anaInTeams.says('status')).shown)).toContain('Tea Novak');
  expect(await anaSays('status')).not.toContain('Tea Novak');
});

test('a link code is of no use to someone else, and works once', async () => {
  await pair();
  const code = codeIn(await anaSays('link'));
  expect(await anaSays(`link ${code}`)).toContain('Enter it with your other one');
  expect(await teaSays(`link ${code}`)).toContain("I can't tell which to keep");
  const other = hospital.teams.person('ana in teams', { name: 'Ana Silva' });
  expect(teamsRead.textOf((await other.says(`link ${code}`)).shown)).toContain('linked');
  const third = hospital.teams.person('someone', { name: 'Some Body' });
  expect(teamsRead.textOf((await third.says(`link ${code}`)).shown)).toContain("That code doesn't work");
});

async function anaSays(text: string): Promise<string> {
  return slackRead.textOf((await ana.command('/buddy', text)).shown as never);
}

async function teaSays(text: string): Promise<string> {
  return teamsRead.textOf((await tea.says(text)).shown);
}

async function pair(): Promise<void> {
  await anaSays(`join ${codeIn(await teaSays('invite'))}`);
  await hospital.settled();
}

function anasNudges() {
  return ana.inbox.filter((message) => slackRead.button(message, 'checkins.acknowledge'));
}

function teasNudges() {
  return tea.inbox.filter((message) => teamsRead.button(message, 'checkins.acknowledge'));
}
