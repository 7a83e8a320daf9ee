import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import { asCard, replace, reply } from '../../src/chat/say.ts';
import type { Person } from '../support/teams/person.ts';
import { textOf } from '../support/teams/read.ts';
import { until } from './stage.ts';
import { delivered, weekForm as form, line, seen } from './teams-chat.ts';
import { stageTeams, type TeamsStage } from './teams-stage.ts';

const channel = '19:ward-seven@thread.tacv2';

let stage: TeamsStage;
let ana: Person;

beforeEach(async () => {
  stage = await stageTeams();
  ana = stage.teams.person('ana');
});

afterEach(async () => {
  await stage.close();
  expect(stage.teams.complaints).toEqual([]);
  expect(stage.log.lines.join('\n')).not.toContain('SECRET');
});

describe('what is typed', () => {
  test('is answered in the chat, as an answer to what was written, before Teams hears that it was taken', async () => {
    stage.answer = () => [reply('one'), replace('two')];
    const answer = await ana.says('status');
    expect(answer).toMatchObject({ status: 200, text: '' });
    expect(seen(ana.answers)).toEqual(['one', 'two']);
    expect(ana.answers.map(({ replyTo }) => replyTo)).toEqual([answer.activity, answer.activity]);
  });

  test('can bring up a form, and a form with what must be mended', async () => {
    stage.answer = () => [{ type: 'open-form', form }];
    expect(textOf((await ana.says('admin')).shown)).toContain('Questions for a week');
    stage.answer = () => [{ type: 'form-errors', form, errors: { week: 'There is no such week.' } }];
    expect(textOf((await ana.says('admin')).shown)).toContain('There is no such week.');
  });

  test('gets its answers with the request where the client asks for that', async () => {
    stage.answer = () => [reply('with it')];
    const answer = await ana.says('status', { deliveryMode: 'expectReplies' });
    expect(answer.body).toMatchObject({ activities: [{ type: 'message' }] });
    expect(textOf(answer.shown)).toBe('with it');
    expect(ana.chat).toEqual([]);
  });

  test('is taken although the answer does not get through, and the log has the reason alone', async () => {
    stage.answer = () => [reply('SECRET')];
    stage.teams.fault('post', { kind: 'refusal', status: 403, code: 'MessageWritesBlocked' });
    expect(await ana.says('status')).toMatchObject({ status: 200, text: '' });
    expect(stage.log.lines.filter((logged) => logged.includes('MessageWritesBlocked'))).toHaveLength(1);
    expect(ana.chat).toEqual([]);
  });

  test('tells of a bot that Microsoft no longer accepts: another token is asked for', async () => {
    stage.answer = () => [reply('lost')];
    await until(() => stage.adapter.trouble() === null);
    const before = stage.teams.callsOf('login.token').length;
    stage.teams.fault('post', { kind: 'refusal', status: 401, code: 'Unauthorized' });
    expect((await ana.says('status')).status).toBe(200);
    await until(() => stage.teams.callsOf('login.token').length > before);
  });

  test('holds the request for some ten seconds at most when Microsoft does not answer', async () => {
    stage.answer = () => [reply('lost'), reply('also lost')];
    stage.teams.fault('post', { kind: 'hang', times: 2 });
    const { status, ms } = await ana.says('status');
    expect(status).toBe(200);
    expect(ms).toBeLessThan(9500);
    const stopping = Date.now();
    await stage.adapter.stop();
    expect(Date.now() - stopping).toBeLessThan(4000);
    expect(stage.log.lines.filter((logged) => logged.includes('"code":"timeout"'))).toHaveLength(2);
  }, 40_000);
});

describe('a mistake of ours', () => {
  test('in the core is answered with an apology', async () => {
    stage.answer = () => {
      throw new Error('SECRET');
    };
    expect(textOf((await ana.says('status')).shown)).toMatch(/went wrong on my side/);
    const answer = await ana.presses(await delivered(stage), 'pairing.accept');
    expect(textOf(answer.shown)).toMatch(/went wrong on my side/);
    expect(answer.status).toBe(200);
  });

  test('in a card that cannot be shown is answered with an apology', async () => {
    const tooLarge = asCard('SECRET '.repeat(20_000));
    stage.answer = () => [replace(tooLarge)];
    expect(textOf((await ana.says('status')).shown)).toMatch(/went wrong on my side/);
    const answer = await ana.presses(await delivered(stage), 'pairing.accept');
    expect(textOf(answer.shown)).toMatch(/went wrong on my side/);
    expect(seen(ana.inbox)).toEqual([expect.stringContaining('Will you?')]);
  });
});

describe('coming and going', () => {
  test('an installation can be answered, and its events come with an address', async () => {
    stage.answer = ({ type }) => (type === 'installed' ? [reply('Welcome.')] : []);
    await ana.installs();
    expect(stage.events.map(({ type }) => type)).toEqual(['installed', 'installed']);
    expect(seen(ana.chat)[0]).toBe('Welcome.');
  });

  test('who has removed Buddy is sent nothing', async () => {
    stage.answer = () => [reply('Goodbye.')];
    for (const answer of await ana.uninstalls()) expect(answer).toMatchObject({ status: 200, text: '' });
    expect(stage.events.map(({ type }) => type)).toEqual(['uninstalled', 'uninstalled']);
    expect(stage.teams.callsOf('sendToConversation')).toEqual([]);
    expect(stage.teams.callsOf('replyToActivity')).toEqual([]);
  });
});

describe('where others read along', () => {
  test.each([channel, '19:three-of-us@thread.v2'])(
    'in %s Buddy only points to the private chat',
    async (where) => {
      stage.answer = () => [reply('Your code is 7K3M.')];
      const { status, shown } = await ana.writesIn(where, 'invite SECRET');
      expect(status).toBe(200);
      expect(textOf(shown)).toMatch(/private chat/);
      for (const told of ['Ana', '7K3M', 'SECRET', ana.id]) expect(textOf(shown)).not.toContain(told);
      expect(stage.events).toEqual([]);
    },
  );

  test('a press is answered with the same, to who pressed', async () => {
    const there = { ...(await delivered(stage)), conversation: channel };
    const answer = await ana.invokes(there, { type: 'Action.Execute', verb: 'checkins.status' });
    expect(answer.body).toEqual(line(expect.stringContaining('private chat')));
    expect(stage.teams.messagesIn(channel)).toEqual([]);
    expect(stage.events).toEqual([]);
  });
});

describe('what comes twice', () => {
  test('is answered once, also while the first is still being answered', async () => {
    const release = Promise.withResolvers<void>();
    stage.answer = async () => {
      await release.promise;
      return [reply('Your buddy is Rosa.')];
    };
    const first = ana.says('status');
    await until(() => stage.events.length === 1);
    const again = stage.teams.replay();
    release.resolve();
    expect([(await first).status, (await again).status, (await stage.teams.redeliver()).status]).toEqual([
      200, 200, 200,
    ]);
    expect(seen(ana.chat)).toEqual(['Your buddy is Rosa.']);
    expect(new Set(stage.events.map(({ id }) => id)).size).toBe(1);
  });

  test('gets the same answer when it was a press', async () => {
    stage.answer = () => (stage.events.length === 1 ? [replace('Changed.')] : []);
    const first = await ana.presses(await delivered(stage), 'pairing.accept');
    expect((await stage.teams.replay()).body).toEqual(first.body);
    await until(() => ana.lastMessage?.edits === 1);
    expect(seen(ana.chat)).toEqual(['Changed.']);
  });

  test('is pointed to the private chat once', async () => {
    await ana.writesIn(channel, 'status');
    await stage.teams.replay();
    expect(stage.teams.messagesIn(channel)).toHaveLength(1);
  });
});

test('what is being answered when Buddy stops is still answered, and its card still changed', async () => {
  const message = await delivered(stage);
  const entered = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  stage.answer = async () => {
    entered.resolve();
    await release.promise;
    return [replace('In time.')];
  };
  const press = ana.presses(message, 'pairing.accept');
  await entered.promise;
  const stopping = stage.adapter.stop();
  expect((await ana.says('status')).status).toBe(503);
  release.resolve();
  await stopping;
  expect(textOf((await press).shown)).toBe('In time.');
  expect(seen(ana.chat)).toEqual(['In time.']);
});

test('answers count for the pace of the chat, so that deliveries keep to what Teams takes', async () => {
  stage.answer = () => Array.from({ length: 8 }, (_, index) => reply(`${index}`));
  await ana.says('status');
  const { address } = stage.events[0]?.contact ?? {};
  const result = await stage.adapter.deliver(
    { person: stage.events[0]?.from as PersonRef, address: address ?? null },
    { card: asCard('Monday') },
    { key: 'k' },
  );
  expect(result).toMatchObject({ ok: false, why: 'rate-limited', code: 'conversation_pace' });
});
