import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import { asCard, replace, reply } from '../../src/chat/say.ts';
import { Secret } from '../../src/system/secret.ts';
import { recordedLog } from '../contract/recorded-log.ts';
import { direct } from '../support/direct.ts';
import { startServer } from '../support/http-mount.ts';
import type { Person } from '../support/slack/person.ts';
import { textOf } from '../support/slack/read.ts';
import type { View } from '../support/slack/types.ts';
import { type SlackStage, stageSlack } from './slack-stage.ts';
import { until } from './stage.ts';

let stage: SlackStage;
let ana: Person;

beforeEach(async () => {
  stage = await stageSlack({ socketMode: true });
  ana = stage.slack.person('U0ANA');
});

afterEach(() => stage.close());

const toAna = { person: { platform: 'slack', workspace: 'T0STANDIN', id: 'U0ANA' }, address: null } as const;

test('nothing is mounted, and a command is answered over the connection', async () => {
  expect(stage.server.paths).toEqual([]);
  stage.answer = () => [reply('here')];
  const { status, body } = await ana.command('/buddy', 'status');
  expect({ status, body }).toMatchObject({ status: 200, body: { response_type: 'ephemeral', text: 'here' } });
  expect(stage.events).toMatchObject([{ type: 'command', text: 'status' }]);
});

test('a press changes its message, a form opens and is answered', async () => {
  const card = {
    elements: [{ type: 'buttons', buttons: [{ id: 'members.pause', label: 'Pause' }] }],
  } as const;
  await stage.adapter.deliver(toAna, { card }, { key: 'k' });
  stage.answer = () => [replace('Paused.')];
  await ana.press(ana.inbox[0] ?? {}, 'members.pause');
  await until(() => textOf(ana.inbox[0]) === 'Paused.');

  const field = { id: 'time', label: 'Time', type: 'time' } as const;
  const form = { id: 'settings.edit', title: 'Settings', submit: 'Save', fields: [field] } as const;
  stage.answer = () => [{ type: 'open-form', form }];
  const { shown } = await ana.command('/buddy', 'settings');
  stage.answer = () => [{ type: 'form-errors', form, errors: { time: 'Too early.' } }];
  expect((await ana.submit(shown as View, { time: '03:00' })).body).toMatchObject({
    response_action: 'errors',
  });
});

test('the home page works, and redelivered events carry the same id', async () => {
  stage.answer = () => [reply('Home')];
  await ana.opensHome();
  await until(() => ana.home !== undefined);
  await stage.slack.redeliver();
  await until(() => stage.events.length === 2);
  expect(stage.events[0]?.id).toBe(stage.events[1]?.id);
});

test.each(['refresh_requested', 'warning'] as const)(
  'Slack asks to connect again (%s): anyone who comes at any moment meanwhile is answered, and so is who came before',
  async (reason) => {
    const { socketMode } = stage.slack;
    const [entered, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    stage.answer = async () => {
      entered.resolve();
      await release.promise;
      return [reply('in time')];
    };
    const before = ana.command('/buddy', 'status');
    await entered.promise;
    stage.answer = () => [reply('here')];
    socketMode.disconnect(reason);
    const answers = new Set<string>();
    const ask = async () => answers.add((await ana.command('/buddy', 'status')).text);
    while (socketMode.connections < 2) await ask();
    release.resolve();
    expect((await before).body).toMatchObject({ text: 'in time' });
    while (socketMode.connections > 1) await ask();
    await ask();
    expect([...answers]).toEqual([expect.stringContaining('here')]);
    expect(stage.adapter.deafness()).toBeNull();
  },
  20_000,
);

test('a broken connection is got over within a moment', async () => {
  stage.answer = () => [reply('here')];
  const opened = stage.slack.callsOf('apps.connections.open').length;
  stage.slack.socketMode.disconnect('break');
  await until(() => stage.slack.callsOf('apps.connections.open').length > opened);
  await until(() => stage.slack.socketMode.connections === 1);
  expect((await ana.command('/buddy', 'status')).body).toMatchObject({ text: 'here' });
});

test('the connection breaks while someone is being answered: the answer comes by another way', async () => {
  const opened = () => stage.slack.callsOf('apps.connections.open').length;
  const before = opened();
  stage.answer = async () => {
    stage.slack.socketMode.disconnect('break');
    await until(() => opened() > before);
    return [reply('all the same')];
  };
  expect((await ana.command('/buddy', 'status')).status).toBe(0);
  await until(() => JSON.stringify(ana.replies).includes('all the same'));
});

test('too many connections: Slack is asked more and more rarely', async () => {
  const opened = stage.slack.callsOf('apps.connections.open').length;
  const end = performance.now() + 4_000;
  while (performance.now() < end) {
    if (stage.slack.socketMode.connections > 0) stage.slack.socketMode.disconnect('too_many_websockets');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(stage.slack.callsOf('apps.connections.open').length - opened).toBeLessThanOrEqual(5);
});

test('a Slack that is away when the connection breaks does not end the program', async () => {
  stage.slack.fault('apps.connections.open', { kind: 'server-error', times: 2 });
  stage.slack.socketMode.disconnect('break');
  await until(() => stage.adapter.deafness()?.includes('Socket Mode') === true);
  await until(() => stage.slack.socketMode.connections === 1);
  await until(() => stage.adapter.deafness() === null);
});

test('a refused app token is reported by the name of its variable', async () => {
  const server = await startServer();
  const { botToken, apiUrl } = stage.slack;
  const adapter = createSlackAdapter({
    botToken: new Secret(botToken),
    signingSecret: null,
    appToken: new Secret('xapp-wrong'),
    wayOut: direct,
    apiUrl,
    takesIn: true,
    now: Date.now,
    refused() {},
    log: recordedLog(),
  });
  await adapter.start(async () => [], server);
  await until(() => adapter.deafness()?.includes('SLACK_APP_TOKEN') === true);
  await adapter.stop();
  await server.close();
});

test('stopping is quick, and waits for what is being answered', async () => {
  const entered = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  stage.answer = async () => {
    entered.resolve();
    await release.promise;
    return [reply(asCard('in time'))];
  };
  const command = ana.command('/buddy', 'status');
  await entered.promise;
  const start = performance.now();
  const stopping = stage.adapter.stop();
  release.resolve();
  await stopping;
  expect((await command).body).toMatchObject({ text: 'in time' });
  expect(performance.now() - start).toBeLessThan(2000);
  await until(() => stage.slack.socketMode.connections === 0);
});

test('an envelope that makes no sense is survived, and nothing of anything is logged', async () => {
  stage.answer = () => [reply('here')];
  for (const odd of [
    {},
    { type: 'event_callback', event: { type: 'SECRET' } },
    { actions: [] },
    { view: null, type: 'view_submission' },
  ]) {
    void stage.slack.send('interactive', odd);
  }
  expect((await ana.command('/buddy', 'SECRET')).body).toMatchObject({ text: 'here' });
  expect(stage.log.lines.join('\n')).not.toContain('SECRET');
});
