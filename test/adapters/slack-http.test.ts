import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { reply } from '../../src/chat/say.ts';
import { FORM, forgeries, signedRequest } from '../support/slack/signer.ts';
import { type SlackStage, stageSlack } from './slack-stage.ts';

let stage: SlackStage;

beforeEach(async () => {
  stage = await stageSlack();
  stage.answer = () => [reply('here')];
});

afterEach(async () => {
  await stage.close();
  expect(stage.log.lines.join('\n')).not.toContain('SECRET');
});

const command = (text = 'SECRET') =>
  new URLSearchParams({
    command: '/buddy',
    text,
    user_id: 'U0ANA',
    team_id: 'T0STANDIN',
    trigger_id: '1.2.3',
  }).toString();
const payload = (value: unknown) => new URLSearchParams({ payload: JSON.stringify(value) }).toString();
const seconds = () => Math.floor(Date.now() / 1000);

function signed(body: string, contentType = FORM) {
  return stage.slack.post(body, signedRequest(stage.slack.signingSecret, body, { contentType }));
}

describe('who may knock', () => {
  test('every forged request gets 401 and reaches nobody', async () => {
    const bodies = [command(), 'this is {no} body', '{"type":'];
    for (const body of bodies) {
      for (const [forgery, headers] of Object.entries(forgeries(stage.slack.signingSecret, body))) {
        const answer = await stage.slack.post(body, headers);
        expect({ forgery, status: answer.status, text: answer.text }).toEqual({
          forgery,
          status: 401,
          text: '',
        });
      }
    }
    expect(stage.events).toEqual([]);
  });

  test('an operator sees each kind of refusal once a minute in the log, and all of them in numbers', async () => {
    const lines = () => stage.log.lines.filter((line) => line.includes('a request was refused'));
    const forged = forgeries(stage.slack.signingSecret, command());
    for (let times = 0; times < 5; times += 1) {
      for (const headers of Object.values(forged)) await stage.slack.post(command(), headers);
    }
    const kinds = ['no_signature', 'wrong_signature', 'clock'];
    expect(lines().map((line) => JSON.parse(line).code)).toEqual(kinds);
    expect([...new Set(stage.refused)]).toEqual(kinds);
    expect(stage.refused).toHaveLength(5 * Object.keys(forged).length);
  });

  test('a wrong signing secret is said, until a request comes that was signed with the right one', async () => {
    expect(stage.adapter.doubt()).toBeNull();
    await stage.slack.post(command(), { 'content-type': FORM });
    expect(stage.adapter.doubt()).toBeNull();
    const otherSecret = () => stage.slack.post(command(), signedRequest('another', command()));
    await otherSecret();
    expect(stage.adapter.doubt()).toContain('SLACK_SIGNING_SECRET');
    await signed(command());
    expect(stage.adapter.doubt()).toBeNull();
    await otherSecret();
    expect(stage.adapter.doubt()).toBeNull();
  });

  test('a clock that is off is said as that', async () => {
    const timestamp = seconds() - 400;
    await stage.slack.post(command(), signedRequest(stage.slack.signingSecret, command(), { timestamp }));
    expect(stage.adapter.doubt()).toContain('clock');
    expect(stage.log.lines.join()).toContain("more than 5 minutes off this machine's clock");
  });

  test('a timestamp from the future is refused, a clock that is a little off is not', async () => {
    const at = (timestamp: number) =>
      stage.slack.post(command(), signedRequest(stage.slack.signingSecret, command(), { timestamp }));
    expect((await at(seconds() + 330)).status).toBe(401);
    expect((await at(seconds() - 330)).status).toBe(401);
    expect((await at(seconds() + 60)).status).toBe(200);
    expect(stage.events).toHaveLength(1);
  });

  test('a timestamp that is no plain number is refused although its signature is right', async () => {
    for (const timestamp of ['Infinity', '1e99', 'NaN', '', ' ']) {
      const hash = createHmac('sha256', stage.slack.signingSecret)
        .update(`v0:${timestamp}:${command()}`)
        .digest('hex');
      const headers = {
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${hash}`,
        'content-type': FORM,
      };
      expect((await stage.slack.post(command(), headers)).status).toBe(401);
    }
    expect(stage.events).toEqual([]);
  });

  test('an identical replay carries the id of the first, by which the core knows it', async () => {
    await stage.slack.person('U0ANA').command('/buddy', 'status');
    await stage.slack.replay();
    expect(stage.events).toHaveLength(2);
    expect(stage.events[1]?.id).toBe(stage.events[0]?.id);
  });

  test('a request without a trigger_id is known again by its content', async () => {
    const body = new URLSearchParams({
      command: '/buddy',
      text: 'x',
      user_id: 'U0ANA',
      team_id: 'T0STANDIN',
    }).toString();
    await signed(body);
    await signed(body);
    await signed(`${body}&more=1`);
    const [first, again, other] = stage.events.map((event) => event.id);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(first).not.toContain('U0ANA');
  });
});

describe('bodies that make no sense', () => {
  const press = {
    type: 'block_actions',
    trigger_id: '1.2',
    team: { id: 'T0STANDIN' },
    user: { id: 'U0ANA' },
  };
  const bodies: Record<string, string> = {
    ...{
      nothing: '',
      null: 'null',
      'a number': '5',
      'a text': '"SECRET"',
      'a list': '[]',
      'an empty object': '{}',
    },
    ...{ 'broken JSON': '{"a":', 'an event without an event': '{"type":"event_callback"}' },
    'an event that is null': '{"type":"event_callback","event":null}',
    'an event that is text': '{"type":"event_callback","event":"SECRET"}',
  };
  const forms: Record<string, string> = {
    ...{ nothing: '', 'a form without a command': 'text=SECRET' },
    ...{
      'a payload that is null': payload(null),
      'a payload that is a number': payload(5),
      'a payload that is a list': payload([]),
    },
    ...{ 'a broken payload': 'payload=%7B', 'a press of nothing': payload({ ...press, actions: [] }) },
    ...{
      'a press of null': payload({ ...press, actions: [null] }),
      'a press without actions': payload(press),
    },
    'a press by nobody': payload({ ...press, user: null, actions: [{ action_id: 'x' }] }),
    'a submission by nobody': payload({ type: 'view_submission', view: {} }),
  };
  const cases = [
    ...Object.entries(bodies).map(([name, body]) => [name, body, 'application/json'] as const),
    ...Object.entries(forms).map(([name, body]) => [name, body, FORM] as const),
  ];

  test.each(cases)('%s is answered with 4xx at once', async (_, body, contentType) => {
    const answer = await signed(body, contentType);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.ms).toBeLessThan(1000);
    expect(stage.events).toEqual([]);
    expect((await signed(command())).body).toMatchObject({ text: 'here' });
  });

  test('views and presses with anything in place of what belongs there do no harm', async () => {
    const strange = [null, 5, 'SECRET', [], { a: null }];
    for (const odd of strange) {
      const bodies = [
        { ...press, actions: [{ action_id: 'a.b', selected_option: odd }], view: odd, container: odd },
        { ...press, type: 'view_submission', view: { callback_id: odd, state: odd, blocks: odd } },
        { ...press, type: 'view_submission', view: { state: { values: { a: odd, b: { c: odd } } } } },
        { ...press, type: 'view_closed', view: odd },
      ];
      for (const body of bodies) {
        const { status } = await signed(payload(body));
        expect(status).toBeLessThan(500);
        expect(status).toBeGreaterThan(0);
      }
    }
    expect((await signed(command())).status).toBe(200);
  });

  test('an oversized body is refused with 413 and not read to its end', async () => {
    const body = `command=%2Fbuddy&text=${'x'.repeat(2 * 1024 * 1024)}`;
    const { status } = await signed(body);
    expect(status).toBe(413);
    expect(stage.events).toEqual([]);
    expect((await signed(command())).status).toBe(200);
  });
});

describe('what Slack sends besides', () => {
  test('a verification of the address is answered', async () => {
    const answer = await signed(
      JSON.stringify({ type: 'url_verification', challenge: 'abc' }),
      'application/json',
    );
    expect(answer.body).toEqual({ challenge: 'abc' });
  });

  test('a check of the certificate is answered, and smuggles nothing in', async () => {
    expect((await stage.slack.post(`ssl_check=1&${command()}`, { 'content-type': FORM })).status).toBe(200);
    expect(stage.events).toEqual([]);
  });

  test('events, shortcuts and kinds of payloads that nobody listens to get an empty 200 at once', async () => {
    const user = { id: 'U0ANA', team_id: 'T0STANDIN' };
    const answers = [
      await stage.slack.event('message', {
        channel: 'D1',
        channel_type: 'im',
        user: 'U0ANA',
        text: 'SECRET',
        ts: '1.1',
      }),
      await stage.slack.event('app_mention', { channel: 'C1', user: 'U0ANA', text: 'SECRET', ts: '1.1' }),
      await stage.slack.event('team_join', { user: { id: 'U0ANA' } }),
      await stage.slack.event('app_home_opened', { user: 'U0ANA', channel: 'D1', tab: 'messages' }),
      await signed(
        payload({ type: 'shortcut', callback_id: 'x', trigger_id: '1.2', user, team: { id: 'T0STANDIN' } }),
      ),
      await signed(
        payload({ type: 'view_closed', user, team: { id: 'T0STANDIN' }, view: { type: 'modal' } }),
      ),
      await signed(JSON.stringify({ type: 'app_rate_limited', team_id: 'T0STANDIN' }), 'application/json'),
      await signed(JSON.stringify({ type: 'of tomorrow', team_id: 'T0STANDIN' }), 'application/json'),
    ];
    expect(answers.map(({ status, text }) => ({ status, text }))).toEqual(
      answers.map(() => ({ status: 200, text: '' })),
    );
    for (const { ms } of answers) expect(ms).toBeLessThan(1000);
    expect(stage.events).toEqual([]);
  });

  test('a content type with a charset is understood', async () => {
    expect((await signed(command(), `${FORM}; charset=utf-8`)).body).toMatchObject({ text: 'here' });
  });
});

test('once stopped, requests are turned away for Slack to try again', async () => {
  await stage.adapter.stop();
  expect((await signed(command())).status).toBe(503);
  expect(stage.events).toEqual([]);
});
