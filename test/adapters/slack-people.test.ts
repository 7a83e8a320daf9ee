import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type SlackStage, stageSlack } from './slack-stage.ts';
import { until } from './stage.ts';

let stage: SlackStage;

beforeEach(async () => {
  stage = await stageSlack();
});

afterEach(() => stage.close());

const ref = (id: string) => ({ platform: 'slack', workspace: 'T0STANDIN', id }) as const;
const changed = (id: string) => stage.slack.event('user_change', { user: stage.slack.userObject(id) });

describe('a profile that changes', () => {
  test('is told to the core as it is now', async () => {
    stage.slack.changePerson('U0ROSA', {
      displayName: '',
      name: 'Rosa Díaz Ruiz',
      tz: 'Asia/Tokyo',
      is_restricted: true,
    });
    await changed('U0ROSA');
    const profile = { name: 'Rosa Díaz Ruiz', timeZone: 'Asia/Tokyo', active: true, kind: 'guest' };
    await until(() => stage.events.length === 1);
    expect(stage.events).toMatchObject([{ type: 'profile', from: ref('U0ROSA'), profile }]);
  });

  test('of someone who left says so', async () => {
    stage.slack.changePerson('U0ROSA', { deleted: true });
    await changed('U0ROSA');
    await until(() => stage.events.length === 1);
    expect(stage.events).toMatchObject([{ profile: { active: false, timeZone: null } }]);
  });

  test('is what a look-up gives from then on', async () => {
    expect(await stage.adapter.lookUp(ref('U0ROSA'), null)).toMatchObject({ name: 'Rosa' });
    stage.slack.changePerson('U0ROSA', { displayName: 'Rosie' });
    await changed('U0ROSA');
    await until(() => stage.events.length === 1);
    expect(await stage.adapter.lookUp(ref('U0ROSA'), null)).toMatchObject({ name: 'Rosie' });
    expect(stage.slack.callsOf('users.info')).toHaveLength(1);
  });

  test('delivered again carries the same id', async () => {
    await changed('U0ROSA');
    await stage.slack.redeliver();
    await until(() => stage.events.length === 2);
    expect(stage.events[0]?.id).toBe(stage.events[1]?.id);
  });
});

describe('looking someone up', () => {
  test('knows Slackbot for a bot, and someone of another workspace for a guest', async () => {
    stage.slack.addPerson({ id: 'USLACKBOT', name: 'Slackbot' });
    stage.slack.addPerson({ id: 'U0OUT', name: 'Out Sider', is_stranger: true });
    expect(await stage.adapter.lookUp(ref('USLACKBOT'), null)).toMatchObject({ kind: 'bot' });
    expect(await stage.adapter.lookUp(ref('U0OUT'), null)).toMatchObject({ kind: 'guest' });
  });

  test('asks once a minute at most, but again after it was in vain', async () => {
    stage.slack.fault('users.info', { kind: 'rate-limited' });
    expect(await stage.adapter.lookUp(ref('U0ANA'), null)).toEqual({ unavailable: true });
    for (const _ of [1, 2, 3])
      expect(await stage.adapter.lookUp(ref('U0ANA'), null)).toMatchObject({ name: 'Ana Silva' });
    expect(stage.slack.callsOf('users.info')).toHaveLength(2);
  });

  test('gives up after two seconds, so that a command is answered in time', async () => {
    stage.slack.fault('users.info', { kind: 'hang' });
    const start = performance.now();
    expect(await stage.adapter.lookUp(ref('U0ANA'), null)).toEqual({ unavailable: true });
    expect(performance.now() - start).toBeLessThan(2400);
  });
});
