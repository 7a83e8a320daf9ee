import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { toMessageRef } from '../../adapters/teams/address.ts';
import type { Person } from '../support/teams/person.ts';
import { until } from './stage.ts';
import { deliveriesOn, stageTeams, type TeamsStage } from './teams-stage.ts';

let stage: TeamsStage;
let ana: Person;

beforeEach(async () => {
  stage = await stageTeams();
  ana = stage.teams.person('ana');
  await until(() => stage.adapter.trouble() === null);
});

afterEach(() => stage.close());

const { addressOf, send, change, methods } = deliveriesOn(() => stage);

describe('a chat that is not found', () => {
  const notFound = { kind: 'refusal', status: 404, code: 'ConversationNotFound' } as const;
  const mayPass = { ok: false, why: 'unreachable', code: 'ConversationNotFound', mayPass: true };

  test('and is the one that Microsoft opens may be found the next time', async () => {
    stage.teams.fault('post', notFound);
    expect(await send(ana)).toEqual(mayPass);
    expect(methods()).toEqual(['sendToConversation', 'createConversation']);
    expect(await send(ana)).toMatchObject({ ok: true, address: addressOf(ana) });
    expect(ana.inbox).toHaveLength(1);
  });

  test('and is gone gives way to the one that Microsoft opens', async () => {
    const gone = JSON.stringify({ ...JSON.parse(addressOf(ana)), conversation: 'a:gone' });
    const sent = await send(ana, gone);
    if (!sent.ok) throw new Error(sent.code);
    expect(ana.inbox).toHaveLength(1);
    expect(methods()).toEqual(['sendToConversation', 'createConversation', 'sendToConversation']);
    expect(await send(ana, sent.address)).toMatchObject({ ok: true });
    expect(methods()).toHaveLength(4);
  });

  test('is given up at once when the person has removed Buddy', async () => {
    stage.teams.fault('post', notFound);
    await ana.uninstalls();
    expect(await send(ana)).toEqual({ ok: false, why: 'unreachable', code: 'ForbiddenOperationException' });
  });

  test('is tried again when Microsoft does not open one just now, or does not say which', async () => {
    for (const fault of [{ kind: 'server-error' }, { kind: 'accepted' }] as const) {
      stage.teams.fault('post', notFound);
      stage.teams.fault('createConversation', fault);
      expect(await send(ana)).toMatchObject({ ok: false, why: 'temporary' });
    }
    expect(ana.inbox).toEqual([]);
  });

  test('holds a change back, which is let go in the end; a message that was deleted is let go at once', async () => {
    const ref = toMessageRef({ conversation: ana.conversation, activity: '1' });
    for (const code of ['ConversationNotFound', 'NotFound']) {
      stage.teams.fault('updateActivity', { kind: 'refusal', status: 404, code });
      expect(await change(ana, ref)).toEqual({ ok: false, why: 'rejected', code, mayPass: true });
    }
    const gone = { ok: false, why: 'rejected', code: 'ActivityNotFoundInConversation' };
    expect(await change(ana, ref)).toEqual(gone);
  });
});

test.each(['post', 'sendToConversation'])(
  'a 202 with nothing in it, to a %s, is a message that has arrived and cannot be changed',
  async (method) => {
    stage.teams.fault(method, { kind: 'accepted' });
    expect(await send(ana)).toEqual({ ok: true, ref: null, address: addressOf(ana) });
    expect(ana.inbox).toHaveLength(1);
  },
);

test('a 202 with nothing in it, to a change, is a message that has changed', async () => {
  const sent = await send(ana);
  if (!sent.ok || sent.ref === null) throw new Error('not sent');
  stage.teams.fault('updateActivity', { kind: 'accepted' });
  expect(await change(ana, sent.ref)).toEqual(sent);
  expect(ana.lastMessage).toMatchObject({ summary: 'after', edits: 1 });
});
