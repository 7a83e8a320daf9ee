import { afterEach, describe, expect, test } from '@jest/globals';
import { reply } from '../../src/chat/say.ts';
import { actions, section } from '../stand-in/stage.ts';
import { type SlackStage, stageSlack } from './slack-stage.ts';
import { until } from './stage.ts';

let stage: SlackStage;

afterEach(() => stage.close());

async function begin(options: Parameters<typeof stageSlack>[0]): Promise<void> {
  stage = await stageSlack(options);
  stage.answer = () => [reply('here')];
}

const told = () => stage.log.lines.filter((line) => line.includes('foreign_workspace'));
/** Calls of the Web API, but for those that an app makes for itself. */
const asked = () =>
  stage.slack.calls.filter(({ method }) => !['auth.test', 'apps.connections.open'].includes(method));

/** Everything that someone can do without having been answered before. */
async function everythingOf(id: string, about: { team_id?: string; enterprise_id?: string | null }) {
  const person = stage.slack.person(id, about);
  const message = { text: 'Will you?', blocks: [section('Will you?'), actions('pairing.accept:INV-1')] };
  const modal = {
    ...stage.slack.views[0],
    type: 'modal',
    id: 'V0FORGED',
    callback_id: 'settings.edit',
    blocks: [],
  };
  return [
    await person.command('/buddy', 'status'),
    await person.command('/buddy', 'invite <@U0ANA|ana>'),
    await person.press(message, 'pairing.accept'),
    await person.submit(modal as never),
    await person.opensHome(),
    await stage.slack.event('user_change', { user: stage.slack.userObject(id) }, about),
    await stage.slack.event('app_uninstalled', {}, about),
  ];
}

describe.each([
  ['over HTTP', false],
  ['by Socket Mode', true],
])('%s', (_, socketMode) => {
  test('a workspace that the token is not for gets an empty answer, and nothing comes of what it sends', async () => {
    await begin({ socketMode });
    const answers = await everythingOf('U0FAR', { team_id: 'T0OTHER' });
    expect(answers.map(({ status, text }) => ({ status, text }))).toEqual(
      answers.map(() => ({ status: 200, text: '' })),
    );
    expect(stage.events).toEqual([]);
    expect(asked()).toEqual([]);
    expect(stage.slack.person('U0FAR').replies).toEqual([]);
    expect(stage.adapter.trouble()).toBeNull();
    expect((await stage.slack.person('U0ANA').command('/buddy', 'status')).body).toMatchObject({
      text: 'here',
    });
  });

  test('a sister workspace of the same organization is at home: its people are people of this one', async () => {
    await begin({ socketMode, enterpriseId: 'E0ORG' });
    const sister = stage.slack.person('U0SIS', { team_id: 'T0SISTER' });
    expect((await sister.command('/buddy', 'status')).body).toMatchObject({ text: 'here' });
    await sister.opensHome();
    await until(() => stage.events.length === 2);
    expect(stage.events.map(({ type, from }) => [type, from.workspace])).toEqual([
      ['command', 'T0STANDIN'],
      ['home', 'T0STANDIN'],
    ]);
  });

  test('a workspace of another organization is not', async () => {
    await begin({ socketMode, enterpriseId: 'E0ORG' });
    await everythingOf('U0FAR', { team_id: 'T0OTHER', enterprise_id: 'E0OTHER' });
    await everythingOf('U0LONE', { team_id: 'T0LONE', enterprise_id: null });
    expect(stage.events).toEqual([]);
    expect(asked()).toEqual([]);
  });
});

test('the log says so once a minute, and not who it was', async () => {
  let ahead = 0;
  await begin({ now: () => Date.now() + ahead });
  const far = stage.slack.person('U0FAR', { team_id: 'T0OTHER' });
  for (let tries = 0; tries < 3; tries += 1) await far.command('/buddy', 'SECRET');
  expect(told()).toHaveLength(1);
  ahead = 60_000;
  await far.command('/buddy', 'SECRET');
  expect(told()).toHaveLength(2);
  expect(stage.log.lines.join('\n')).not.toMatch(/U0FAR|T0OTHER|SECRET/);
});

describe('before Slack has told who the token is for', () => {
  test('who comes in the first moment waits for that', async () => {
    await begin({ authTest: { kind: 'slow', ms: 300 } });
    const answers = await Promise.all([
      stage.slack.person('U0ANA').command('/buddy', 'status'),
      stage.slack.person('U0FAR', { team_id: 'T0OTHER' }).command('/buddy', 'status'),
    ]);
    expect(answers.map(({ body }) => body?.text)).toEqual(['here', undefined]);
    expect(stage.events).toHaveLength(1);
  });

  test('while Slack keeps silent, people are told to come back, and nobody is taken for anybody', async () => {
    await begin({ authTest: { kind: 'hang', times: Number.POSITIVE_INFINITY } });
    const ana = stage.slack.person('U0ANA');
    const answer = await ana.command('/buddy', 'status');
    expect(answer.body?.text).toContain('try again');
    expect(answer.ms).toBeLessThan(2_500);
    await ana.opensHome();
    expect(stage.events).toEqual([]);
    expect(ana.home).toBeUndefined();
    expect(asked()).toEqual([]);
  });
});
