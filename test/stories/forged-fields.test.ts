import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { intentNames } from '../../src/bot/intent-names.ts';
import { words as help } from '../../src/features/help/words.en.ts';
import { everything } from '../features/privacy-stage.ts';
import { forgedCopies, forgedValues } from '../support/forged.ts';
import { until } from '../support/hospital.ts';
import type { Person as SlackPerson } from '../support/slack/person.ts';
import * as slackRead from '../support/slack/read.ts';
import { guid } from '../support/teams/ids.ts';
import type { Person as TeamsPerson } from '../support/teams/person.ts';
import * as teamsRead from '../support/teams/read.ts';
import type { AdaptiveCard } from '../support/teams/types.ts';
import { codeIn, openTwoPlatforms, type TwoPlatforms } from '../support/two-platforms.ts';

/** Every field of what a client sends, made up: nothing is written for it, and who sent it gets an answer. */

let hospital: TwoPlatforms;
let ana: SlackPerson;
let ben: SlackPerson;
let tea: TeamsPerson;

beforeEach(async () => {
  hospital = await openTwoPlatforms({
    now: '2026-12-02T15:00:00Z',
    environment: { BUDDY_ADMINS: `slack:UANA,teams:${guid('tea')}` },
  });
  ana = hospital.slack.person('UANA', { name: 'Ana Silva' });
  ben = hospital.slack.person('UBEN', { name: 'Ben Okafor' });
  tea = hospital.teams.person('tea', { name: 'Tea Novak' });
  const bo = hospital.teams.person('bo', { name: 'Bo Lind' });
  for (const person of [tea, bo]) await person.installs();
  await bo.says('help');
  await tea.says(`join ${codeIn(JSON.stringify(await bo.says('invite')))}`);
  await ana.command('/buddy', ben.mention);
  await hospital.settled();
  await ben.press(ben.lastMessage ?? raise(), 'pairing.accept');
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

const isOne = (said: string) => said.trim() !== '' && !said.includes(help.bug);

/** What a press may be said to be about: the fields that are no text cannot stand in an id. */
const abouts = forgedValues.flatMap(([name, value]) =>
  typeof value === 'string' ? [[name, value] as const] : [],
);

describe.each(abouts)('a press on any button, about %s', (_, about) => {
  test('on Slack', async () => {
    const before = await rows();
    for (const name of intentNames) {
      const pressed = {
        type: 'button',
        action_id: `${name}:${about}`,
        text: { type: 'plain_text', text: '?' },
      };
      const message = { blocks: [{ type: 'actions', block_id: 'b', elements: [pressed] }] };
      const [replies, modal] = [ana.replies.length, ana.modal];
      const answer = await ana.press(message as never, pressed.action_id);
      expect([name, answer.status]).toEqual([name, 200]);
      await until(() => ana.replies.length > replies || ana.modal !== modal);
      const said = ana.replies.slice(replies).map(({ message }) => slackRead.textOf(message));
      for (const one of said) expect([name, isOne(one)]).toEqual([name, true]);
      expect([name, said.length]).toEqual([name, ana.modal === modal ? 1 : 0]);
    }
    expect(await rows()).toEqual(before);
  }, 60_000);

  test('in Teams, where it asks for a dialog or stands in one', async () => {
    const before = await rows();
    for (const intent of intentNames) {
      for (const name of ['task/fetch', 'task/submit'] as const) {
        const { status, body } = await tea.asks(name, { intent, about });
        expect([intent, status]).toEqual([intent, 200]);
        const { task } = body as { task: { value: { card: { content: AdaptiveCard } } } };
        const said = teamsRead.textOf({ text: '', card: task.value.card.content });
        expect([intent, isOne(said)]).toEqual([intent, true]);
      }
    }
    expect(await rows()).toEqual(before);
  }, 60_000);

  test('in Teams', async () => {
    const before = await rows();
    const message = tea.lastMessage ?? raise();
    for (const verb of intentNames) {
      const { status, shown, notice } = await tea.invokes(message, {
        type: 'Action.Execute',
        verb,
        data: { about },
      });
      expect([verb, status]).toEqual([verb, 200]);
      expect([verb, isOne(shown === null ? (notice ?? '') : teamsRead.textOf(shown))]).toEqual([verb, true]);
    }
    expect(await rows()).toEqual(before);
  }, 60_000);
});

describe.each(forgedValues)('any one field of a payload is %s', (_, value) => {
  test('in a press on Slack, in its message and on Home', async () => {
    await ben.command('/buddy', 'status');
    await ben.press(ben.lastEphemeral ?? raise(), 'checkins.acknowledge');
    const press = hospital.slack.lastRequest?.payload ?? raise();
    await ben.opensHome();
    await until(() => ben.home !== undefined);
    await ben.press(ben.home ?? raise(), 'help.show');
    await changesNothingOnSlack([press, hospital.slack.lastRequest?.payload ?? raise()], value);
  }, 60_000);

  test('in a form on Slack', async () => {
    await ana.command('/buddy', 'settings');
    await ana.press(ana.lastEphemeral ?? raise(), 'settings.edit');
    await until(() => ana.modal?.callback_id === 'settings.edit');
    await ana.submit(ana.modal ?? raise());
    await changesNothingOnSlack([hospital.slack.lastRequest?.payload ?? raise()], value);
  }, 60_000);

  test('in a press and a form in Teams', async () => {
    const message = tea.lastMessage ?? raise();
    const before = await rows();
    const sent = [
      { verb: 'checkins.acknowledge', data: { about: 'nobody/2026-W49', delivered: true } },
      { verb: 'pairing.invite', data: { about: 'open', pick: 'someone', someone: guid('nobody') } },
      { verb: 'settings.edit', data: { form: true, time: 'noon', cadence: 'hourly' } },
    ];
    for (const action of sent)
      for (const [path, forged] of forgedCopies({ type: 'Action.Execute', ...action }, value)) {
        // Without a verb nobody has pressed anything, and with other data it's another button: both are tried above.
        if (['verb', 'data'].includes(path) && typeof value !== 'string') continue;
        const { status } = await tea.invokes(message, forged as never);
        expect([path, status]).toEqual([path, 200]);
      }
    await hospital.settled();
    expect(await rows()).toEqual(before);
  }, 60_000);
});

async function changesNothingOnSlack(payloads: readonly unknown[], value: unknown): Promise<void> {
  const before = await rows();
  for (const payload of payloads)
    for (const [path, forged] of forgedCopies(payload, value)) {
      const { status } = await hospital.slack.send('interactive', forged as never);
      expect([path, [200, 400].includes(status)]).toEqual([path, true]);
    }
  await hospital.settled();
  expect(await rows()).toEqual(before);
}

function raise(): never {
  throw new Error('nothing is there to press');
}
