import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import { replace, reply } from '../../src/chat/say.ts';
import type { Person } from '../support/slack/person.ts';
import { textOf } from '../support/slack/read.ts';
import type { View } from '../support/slack/types.ts';
import { buttons, form } from './sample-form.ts';
import { type SlackStage, stageSlack } from './slack-stage.ts';
import { until } from './stage.ts';

let stage: SlackStage;
let ana: Person;

beforeEach(async () => {
  stage = await stageSlack();
  ana = stage.slack.person('U0ANA');
});

afterEach(async () => {
  await stage.close();
  expect(stage.slack.complaints).toEqual([]);
});

async function deliver(card: Card): Promise<void> {
  const person = { platform: 'slack', workspace: stage.slack.identity.teamId, id: 'U0ANA' } as const;
  const result = await stage.adapter.deliver({ person, address: null }, { card }, { key: 'k' });
  expect(result.ok).toBe(true);
}

async function openForm(): Promise<View> {
  stage.answer = () => [{ type: 'open-form', form }];
  const { shown } = await ana.command('/buddy', 'admin');
  return shown as View;
}

describe('a command', () => {
  test('is answered in the acknowledgement itself, to this person only', async () => {
    stage.answer = () => [reply({ heading: 'You & Rosa', elements: [{ type: 'text', words: '<3' }] })];
    const { status, body } = await ana.command('/buddy', 'status');
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { response_type: 'ephemeral', text: 'You &amp; Rosa\n&lt;3' },
    });
    expect(stage.slack.calls.filter((call) => call.method !== 'auth.test')).toEqual([]);
  });

  test('that was handled before gets an empty 200', async () => {
    expect(await ana.command('/buddy', 'status')).toMatchObject({ status: 200, text: '' });
  });

  test('carries who was mentioned, and the other words as they were typed', async () => {
    await ana.command(
      '/buddy',
      `  invite   ${stage.slack.person('U0ROSA').mention} &amp; <@U0BO> &lt;@U0X&gt; @joe `,
    );
    const ref = (id: string) => ({ platform: 'slack', workspace: 'T0STANDIN', id });
    expect(stage.events).toMatchObject([
      { text: 'invite & <@U0X> @joe', people: [ref('U0ROSA'), ref('U0BO')] },
    ]);
  });

  test('answered with two cards shows both', async () => {
    stage.answer = () => [reply('one'), reply('two')];
    await ana.command('/buddy', 'status');
    await until(() => ana.ephemerals.length === 2);
    expect(ana.ephemerals.map(textOf)).toEqual(['one', 'two']);
  });

  test('that takes too long is acknowledged in time, and its answer follows', async () => {
    stage.answer = async () => {
      await sleep(3300);
      return [reply('at last')];
    };
    const { status, text, ms } = await ana.command('/buddy', 'status');
    expect({ status, text }).toEqual({ status: 200, text: '' });
    expect(ms).toBeLessThan(3000);
    await until(() => ana.ephemerals.length === 1);
    expect(textOf(ana.lastEphemeral)).toBe('at last');
  });

  test('opens a form and is acknowledged empty', async () => {
    const view = await openForm();
    expect(view).toMatchObject({ type: 'modal', callback_id: 'questions.post:next', private_metadata: '' });
    expect(view.blocks.map((block) => block.block_id).slice(1)).toEqual([
      'week',
      'first',
      'time',
      'day',
      'zone',
      'person',
    ]);
    expect(ana.ephemerals).toEqual([]);
  });

  test('whose form does not open says so', async () => {
    stage.slack.fault('views.open', { kind: 'server-error' });
    stage.answer = () => [{ type: 'open-form', form }];
    expect(textOf((await ana.command('/buddy', 'admin')).body)).toMatch(/couldn't open the form/);
  });

  test('whose form hangs says so within three seconds', async () => {
    stage.slack.fault('views.open', { kind: 'hang' });
    stage.answer = () => [{ type: 'open-form', form }];
    const { body, ms } = await ana.command('/buddy', 'admin');
    expect(textOf(body)).toMatch(/couldn't open the form/);
    expect(ms).toBeLessThan(2900);
  });

  test('whose card Slack could not take is answered with an apology', async () => {
    stage.answer = () => [reply({ heading: 'x'.repeat(200), elements: [] })];
    expect(textOf((await ana.command('/buddy', 'status')).body)).toMatch(/went wrong on my side/);
    expect(stage.log.lines.join('\n')).toContain('BeyondSlack');
  });
});

describe('a press in a message', () => {
  test('changes the message in place', async () => {
    await deliver(buttons('checkins.acknowledge:W48'));
    stage.answer = () => [replace('Noted.')];
    await ana.press(ana.inbox[0] ?? {}, 'checkins.acknowledge');
    await until(() => ana.inbox[0]?.edits === 1);
    expect(ana.inbox.map(textOf)).toEqual(['Noted.']);
    expect(stage.slack.callsOf('response_url')[0]?.args).toMatchObject({ replace_original: true });
  });

  test('is acknowledged only once the core has done its part', async () => {
    await deliver(buttons('members.pause'));
    let done = false;
    stage.answer = async () => {
      await sleep(300);
      done = true;
      return [];
    };
    const { status, ms } = await ana.press(ana.inbox[0] ?? {}, 'members.pause');
    expect({ status, done }).toEqual({ status: 200, done: true });
    expect(ms).toBeGreaterThanOrEqual(300);
  });

  test('is acknowledged before a slow response_url', async () => {
    await deliver(buttons('members.pause'));
    stage.slack.fault('response_url', { kind: 'slow', ms: 500 });
    stage.answer = () => [replace('Paused.')];
    expect((await ana.press(ana.inbox[0] ?? {}, 'members.pause')).ms).toBeLessThan(400);
    await until(() => ana.inbox[0]?.edits === 1);
  });

  test('changes the message through the Web API when its response_url is no good', async () => {
    await deliver(buttons('members.pause'));
    stage.slack.fault('response_url', { kind: 'server-error' });
    stage.answer = () => [replace('Paused.')];
    await ana.press(ana.inbox[0] ?? {}, 'members.pause');
    await until(() => ana.inbox[0]?.edits === 1);
    expect(stage.slack.callsOf('chat.update')).toHaveLength(1);
  });

  test('may be answered beside the message, and a failure there hurts nobody', async () => {
    await deliver(buttons('privacy.show'));
    stage.answer = () => [reply('What I hold about you.')];
    await ana.press(ana.inbox[0] ?? {}, 'privacy.show');
    await until(() => ana.ephemerals.length === 1);
    expect(ana.inbox[0]?.edits).toBe(0);
    stage.slack.fault('response_url', { kind: 'drop-before' });
    expect((await ana.press(ana.inbox[0] ?? {}, 'privacy.show')).status).toBe(200);
    await until(() => stage.log.lines.some((line) => line.includes('did not reach its response_url')));
  });

  test('in a private answer changes that answer, and names no message', async () => {
    stage.answer = () => [reply(buttons('members.resume'))];
    await ana.command('/buddy', 'pause');
    stage.answer = () => [replace('Welcome back.')];
    await ana.press(ana.lastEphemeral ?? {}, 'members.resume');
    await until(() => ana.lastEphemeral?.edits === 1);
    expect(stage.events.at(-1)).toMatchObject({ type: 'press', message: null });
  });

  test('of a choice carries what was picked', async () => {
    const options = [
      { value: 'slack/T1/U9', label: 'Nine' },
      { value: 'x:y', label: 'Ten' },
    ];
    await deliver({ elements: [{ type: 'choice', id: 'pairing.invite:old', label: 'Who?', options }] });
    await ana.press(ana.inbox[0] ?? {}, 'pairing.invite', { selected: 'slack/T1/U9' });
    await ana.press(ana.inbox[0] ?? {}, 'pairing.invite', { selected: 'x:y' });
    expect(stage.events.map((event) => event.type === 'press' && event.button)).toEqual([
      'pairing.invite:slack/T1/U9',
      'pairing.invite:x:y',
    ]);
    expect(stage.events[0]?.id).not.toContain('U9');
  });

  test('opens a form; when it does not open, that is said privately', async () => {
    await deliver(buttons('questions.post'));
    stage.answer = () => [{ type: 'open-form', form }];
    await ana.press(ana.inbox[0] ?? {}, 'questions.post');
    await until(() => ana.modal !== undefined);
    stage.slack.fault('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await ana.press(ana.inbox[0] ?? {}, 'questions.post');
    await until(() => ana.ephemerals.length === 1);
    expect(textOf(ana.lastEphemeral)).toMatch(/couldn't open the form/);
  });
});
