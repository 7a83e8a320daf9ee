import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Person as SlackPerson } from '../support/slack/person.ts';
import * as slackRead from '../support/slack/read.ts';
import type { Person as TeamsPerson } from '../support/teams/person.ts';
import * as teamsRead from '../support/teams/read.ts';
import { codeIn, openTwoPlatforms, type TwoPlatforms } from '../support/two-platforms.ts';

let hospital: TwoPlatforms;
let tea: TeamsPerson;

beforeEach(async () => {
  hospital = await openTwoPlatforms({
    now: '2026-12-02T15:00:00Z',
    environment: { BUDDY_TIME_ZONE: 'Europe/London' },
  });
  tea = hospital.teams.person('tea', {
    name: 'Tea \u202Ekavon https://evil.example',
    tz: 'America/New_York',
  });
  await tea.installs();
  await hospital.settled();
});
afterEach(async () => {
  await hospital.close();
  expect(hospital.complaints()).toEqual([]);
});

test('who has a time zone that nobody knows is invited like anybody, and asked at nine of the hospital', async () => {
  const ana = hospital.slack.person('UANA', { name: 'Ana Silva', tz: 'Mars/Olympus' });
  const ben = hospital.slack.person('UBEN', { name: 'Ben Okafor', tz: 'US/Nowhere' });
  expect(slackRead.textOf(await ana.command('/buddy', ben.mention))).toContain("I've asked");
  await hospital.settled();
  const invitation = ben.inbox.at(-1);
  if (invitation === undefined) throw new Error('no invitation');
  await ben.press(invitation, 'pairing.accept');
  await hospital.settled();
  await hospital.goTo('2026-12-07T09:00:00Z');
  for (const one of [ana, ben]) expect(nudges(one)).toBe(1);
});

test('a name that turns the line around, or is a link, is a plain name to the buddy on the other platform', async () => {
  const ana = hospital.slack.person('UANA', { name: 'Ana \u202Eavlis', displayName: '\u200B\u3164' });
  await ana.command('/buddy', `join ${codeIn(teamsRead.textOf((await tea.says('invite')).shown))}`);
  await hospital.settled();
  expect(teamsRead.textOf(tea.lastMessage)).toContain('You and Ana avlis are buddies');
  const status = slackRead.textOf(await ana.command('/buddy', 'status'));
  expect(status).toContain('Tea kavon');
  expect(status).not.toMatch(/evil|\u202E/);
});

test('someone without a name that can be seen is called a colleague', async () => {
  const ana = hospital.slack.person('UANA', { name: '\u3164', displayName: '\u200B', handle: '...' });
  await ana.command('/buddy', `join ${codeIn(teamsRead.textOf((await tea.says('invite')).shown))}`);
  await hospital.settled();
  expect(teamsRead.textOf(tea.lastMessage)).toContain('You and your colleague are buddies');
});

function nudges(person: SlackPerson): number {
  return person.inbox.filter((message) => slackRead.button(message, 'checkins.acknowledge')).length;
}
