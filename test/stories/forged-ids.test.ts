import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { everything } from '../features/privacy-stage.ts';
import { until } from '../support/hospital.ts';
import type { Person as SlackPerson } from '../support/slack/person.ts';
import * as slackRead from '../support/slack/read.ts';
import { guid } from '../support/teams/ids.ts';
import type { Person as TeamsPerson } from '../support/teams/person.ts';
import { codeIn, openTwoPlatforms, type TwoPlatforms } from '../support/two-platforms.ts';

/** Someone who makes up what their client sends: Buddy looks up who a button names, and finds nobody. */

let hospital: TwoPlatforms;
/** On Slack, both: Ana forges, and it's Ben she would reach. */
let ana: SlackPerson;
let ben: SlackPerson;
/** In Teams, both. */
let tea: TeamsPerson;
let bo: TeamsPerson;

beforeEach(async () => {
  hospital = await openTwoPlatforms({ now: '2026-12-02T15:00:00Z' });
  ana = hospital.slack.person('UANA', { name: 'Ana Silva' });
  ben = hospital.slack.person('UBEN', { name: 'Ben Okafor' });
  tea = hospital.teams.person('tea', { name: 'Tea Novak' });
  bo = hospital.teams.person('bo', { name: 'Bo Lind' });
  for (const person of [tea, bo]) await person.installs();
  await bo.says('help');
  await tea.says('help');
  await ben.command('/buddy', `join ${codeIn(JSON.stringify(await bo.says('invite')))}`);
  await hospital.settled();
});
afterEach(async () => {
  await hospital.close();
  expect(hospital.complaints()).toEqual([]);
});

/** Every row of every table, but for the names of events. */
async function rows(): Promise<Record<string, string>> {
  // When something last came in from a platform, whatever it was, is looked at by itself.
  const { inbox, platforms_heard, ...others } = await everything(hospital.db);
  return others;
}

async function changesNothing(act: () => Promise<unknown>): Promise<void> {
  const before = [await rows(), ben.inbox.length, bo.inbox.length];
  await act();
  await hospital.settled();
  expect([await rows(), ben.inbox.length, bo.inbox.length]).toEqual(before);
}

const nowhere = [
  ['a colleague who stood on no card', 'UBEN'],
  ['one as buttons had it before', 'slack/T0STANDIN/UBEN'],
  ['another workspace', 'slack/T0ELSEWHERE/UBEN'],
  ['another platform', `teams/elsewhere/${guid('bo')}`],
  ['a stranger', guid('nobody')],
  ['a member who is none', 'member:01a22375-6b03-7615-9102-a5e4f148ad9f'],
  ['a member by another id', 'member:UBEN'],
  ['something in another language', "member:' or 1=1 --"],
  ['something without end', 'U'.repeat(5_000)],
  ['what no database keeps', 'UBEN\u0000'],
] as const;

describe('a forged button', () => {
  test.each(nowhere)('on Slack, for %s', async (_, id) => {
    const pressed = {
      type: 'button',
      action_id: `pairing.invite:${id}`,
      text: { type: 'plain_text', text: '?' },
    };
    const message = { blocks: [{ type: 'actions', block_id: 'b', elements: [pressed] }] };
    await changesNothing(() => ana.press(message as never, pressed.action_id));
    // As after a button that names nobody: she may pick someone.
    await until(() => ana.modal !== undefined);
    expect(ana.modal?.callback_id).toBe('pairing.invite');
  });

  test.each(nowhere)('in Teams, for %s', async (_, about) => {
    const action = { type: 'Action.Execute', verb: 'pairing.invite', data: { about } };
    await changesNothing(() => tea.invokes(tea.lastMessage ?? raise(), action));
  });

  test('of an invitation, a pair, a week that are nobody’s', async () => {
    for (const verb of [
      'pairing.accept',
      'pairing.withdraw',
      'pairing.end',
      'checkins.reach',
      'checkins.acknowledge',
    ]) {
      for (const about of [
        '01a22375-6b03-7615-9102-a5e4f148ad9f',
        'x/2026-W49',
        'a\u0000b',
        'x'.repeat(9_000),
      ]) {
        const data = { about };
        await changesNothing(() =>
          tea.invokes(tea.lastMessage ?? raise(), { type: 'Action.Execute', verb, data }),
        );
      }
    }
  });
});

describe('a colleague who was picked, as no picker has it', () => {
  test.each([
    ['a stranger', 'UNOBODY'],
    ['another workspace', 'slack/T0ELSEWHERE/UBEN'],
    ['something without end', 'U'.repeat(500)],
  ])('on Slack, %s', async (_, person) => {
    await ana.command('/buddy', 'pair');
    await ana.press(ana.lastEphemeral ?? raise(), 'pairing.invite');
    await until(() => ana.modal !== undefined);
    await changesNothing(() => ana.submit(ana.modal ?? raise(), { person }));
  });

  test.each([
    ['another workspace', 'elsewhere/bo'],
    ['something without end', 'x'.repeat(500)],
    ['what no database keeps', 'x\u0000'],
  ])('in Teams, %s', async (_, person) => {
    const data = { form: true, person };
    const action = { type: 'Action.Execute', verb: 'pairing.invite', data };
    await changesNothing(() => tea.invokes(tea.lastMessage ?? raise(), action));
  });
});

test('who is on the list of those open to an invitation is asked, on either platform, and no id stands in the list', async () => {
  await bo.presses(await bo.says('pair'), 'pairing.open');
  await ana.command('/buddy', 'pair');
  const shown = ana.lastEphemeral ?? raise();
  expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${bo.id}|T0STANDIN/`));
  const [member] = await hospital.db
    .selectFrom('members')
    .select('id')
    .where('person_id', '=', bo.id)
    .execute();
  await ana.press(shown, 'pairing.invite:open', { selected: `member:${member?.id}` });
  await hospital.settled();
  expect(slackRead.textOf(ana.replies.at(-1)?.message ?? ana.lastEphemeral)).toContain("I've asked Bo Lind");
});

function raise(): never {
  throw new Error('nothing is there to press');
}
