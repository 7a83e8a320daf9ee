import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { replace, reply } from '../../src/chat/say.ts';
import type { Person } from '../support/teams/person.ts';
import { textOf } from '../support/teams/read.ts';
import type { Message } from '../support/teams/types.ts';
import { until } from './stage.ts';
import { delivered, weekForm as form, line, seen } from './teams-chat.ts';
import { stageTeams, type TeamsStage } from './teams-stage.ts';

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

describe('a press', () => {
  test('that changes the card is answered with the changed card, which then stands there', async () => {
    stage.answer = () => [replace('You are buddies.')];
    const answer = await ana.presses(await delivered(stage), 'pairing.accept:INV-1');
    expect(answer.body).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { type: 'AdaptiveCard' },
    });
    expect(textOf(answer.shown)).toBe('You are buddies.');
    await until(() => ana.lastMessage?.edits === 1);
    expect(seen(ana.chat)).toEqual(['You are buddies.']);
  });

  test('is answered without waiting for the message to be changed', async () => {
    const message = await delivered(stage);
    stage.answer = () => [replace('Quick.')];
    stage.teams.fault('updateActivity', { kind: 'slow', ms: 1500 });
    const { ms, shown } = await ana.presses(message, 'pairing.accept');
    expect(textOf(shown)).toBe('Quick.');
    expect(ms).toBeLessThan(1000);
  });

  test('that changes a message that is gone changes what the client shows', async () => {
    const message = await delivered(stage);
    stage.answer = () => [replace('Changed.')];
    stage.teams.fault('updateActivity', {
      kind: 'refusal',
      status: 404,
      code: 'ActivityNotFoundInConversation',
    });
    expect(textOf((await ana.presses(message, 'pairing.accept')).shown)).toBe('Changed.');
    await until(() => stage.log.lines.some((logged) => logged.includes('ActivityNotFoundInConversation')));
    expect(ana.chat).toHaveLength(1);
  });

  test('with an answer of its own leaves the card, and says where the answer is', async () => {
    stage.answer = () => [reply('Here it is.')];
    const answer = await ana.presses(await delivered(stage), 'pairing.accept');
    expect(answer.body).toEqual(line(expect.stringContaining('below')));
    expect(seen(ana.answers)).toEqual(['Here it is.']);
    expect(seen(ana.inbox)).toEqual([expect.stringContaining('Will you?')]);
  });

  test('whose answer does not get through is told so', async () => {
    const message = await delivered(stage);
    stage.answer = () => [reply('lost')];
    stage.teams.fault('post', { kind: 'server-error' });
    const answer = await ana.presses(message, 'pairing.accept');
    expect(answer.body).toEqual(line(expect.stringContaining("didn't get through")));
  });

  test('can change the card and say more', async () => {
    stage.answer = () => [reply('More.'), replace('Changed.')];
    expect(textOf((await ana.presses(await delivered(stage), 'pairing.accept')).shown)).toBe('Changed.');
    expect(seen(ana.answers)).toEqual(['More.']);
  });

  test('that nothing follows from is answered all the same', async () => {
    const answer = await ana.presses(await delivered(stage), 'pairing.accept');
    expect(answer).toMatchObject({ status: 200, body: line(expect.any(String)) });
    expect(ana.chat).toHaveLength(1);
  });

  test('of a choice carries what was picked', async () => {
    const pick = { entries: {} as Record<string, string> };
    const message = await delivered(stage);
    const input = JSON.stringify(message.card).match(/"pick":"([^"]+)"/)?.[1] ?? '';
    pick.entries = { [input]: 'thursday' };
    await ana.presses(message, 'nudges.snooze', pick);
    expect(stage.events).toMatchObject([{ type: 'press', button: 'nudges.snooze:thursday' }]);
  });

  test('that takes us long is answered in time, and its outcome follows', async () => {
    const message = await delivered(stage);
    const late = Promise.withResolvers<void>();
    stage.answer = async ({ type, id }) => {
      await late.promise;
      return type === 'press' && id === stage.events[0]?.id
        ? [replace('At last.'), reply('And more.')]
        : [replace('At last as well.')];
    };
    const [press, pressElsewhere] = await Promise.all([
      ana.presses(message, 'pairing.accept'),
      // A client that does not tell of which card.
      ana.invokes({ ...message, id: '' }, { type: 'Action.Execute', verb: 'help.show' }),
    ]);
    for (const answer of [press, pressElsewhere]) {
      expect(answer.body).toEqual(line(expect.stringContaining('One moment')));
      expect(answer.ms).toBeLessThan(5000);
    }
    late.resolve();
    await until(() => ana.answers.length === 2 && ana.lastMessage?.edits === 1);
    expect(seen(ana.inbox)).toEqual(['At last.']);
    expect(seen(ana.answers).sort()).toEqual(['And more.', 'At last as well.']);
  }, 20_000);
});

describe('a form', () => {
  async function opened(): Promise<Message> {
    stage.answer = () => [{ type: 'open-form', form }];
    const message = await delivered(stage);
    const answer = await ana.presses(message, 'pairing.accept');
    expect(answer.body).toEqual(line(expect.any(String)));
    const [card] = ana.answers;
    if (!card) throw new Error('no form');
    return card;
  }

  test('comes as a card of its own, and what is sent takes its place', async () => {
    const card = await opened();
    stage.answer = () => [reply('Saved.'), reply('A copy.')];
    const answer = await ana.submits(card, { week: '2026-W48', first: 'One?' });
    expect(stage.events.at(-1)).toMatchObject({
      type: 'submit',
      form: 'questions.post',
      answers: { week: '2026-W48', first: 'One?' },
    });
    expect(textOf(answer.shown)).toBe('Saved.');
    await until(() => ana.answers.length === 2 && ana.answers[0]?.edits === 1);
    expect(seen(ana.answers)).toEqual(['Saved.', 'A copy.']);
  });

  test('that must be mended stays with what was entered, and can be sent again', async () => {
    const card = await opened();
    stage.answer = () => [{ type: 'form-errors', form, errors: { week: 'There is no such week.' } }];
    const again = await ana.submits(card, { week: '2026-W99', first: 'One?' });
    expect(textOf(again.shown)).toContain('There is no such week.');
    expect(textOf(again.shown)).toContain('2026-W99');
    await until(() => ana.answers[0]?.edits === 1);
    stage.answer = () => [replace('Saved.')];
    expect(textOf((await ana.submits(again, { week: '2026-W48' })).shown)).toBe('Saved.');
    expect(stage.events.at(-1)).toMatchObject({ answers: { week: '2026-W48', first: 'One?' } });
  });
});
