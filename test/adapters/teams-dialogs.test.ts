import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { renderView } from '../../adapters/teams/render-view.ts';
import { replace, reply } from '../../src/chat/say.ts';
import type { Person } from '../support/teams/person.ts';
import { buttonsOf, textOf } from '../support/teams/read.ts';
import type { Message } from '../support/teams/types.ts';
import { aView, viewToFill } from './sample-view.ts';
import { until } from './stage.ts';
import { line, seen } from './teams-chat.ts';
import { asked, closeWithoutSecrets, dialogText, opened } from './teams-dialog-stage.ts';
import { stageTeams, type TeamsStage } from './teams-stage.ts';

let stage: TeamsStage;
let ana: Person;

beforeEach(async () => {
  stage = await stageTeams();
  ana = stage.teams.person('ana');
});

afterEach(() => closeWithoutSecrets(stage));

describe('a button that opens a view', () => {
  test('asks for a dialog, with the intent and what it is about in its data', async () => {
    const message = await asked(stage);
    expect(buttonsOf(message).map(({ action }) => action)).toMatchObject([
      {
        type: 'Action.Submit',
        data: { msteams: { type: 'task/fetch' }, intent: 'help.show', about: 'R-1' },
        associatedInputs: 'none',
      },
    ]);
    const plain = await asked(stage, {
      elements: [{ type: 'buttons', buttons: [{ id: 'help.show', label: 'Open', opens: 'view' }] }],
    });
    expect(buttonsOf(plain)[0]?.action.data).toEqual({
      msteams: { type: 'task/fetch' },
      intent: 'help.show',
    });
  });

  test('is a press of no message, for a dialog changes none', async () => {
    await opened(stage);
    expect(stage.events.at(-1)).toMatchObject({ type: 'press', button: 'help.show:R-1', message: null });
  });

  test('is answered with a dialog of Teams’ own shape', async () => {
    const { answer } = await opened(stage);
    expect(answer).toMatchObject({ status: 200, shown: null });
    expect(answer.body).toEqual({
      task: {
        type: 'continue',
        value: {
          ...{ title: 'For your eyes', height: 'medium', width: 'medium' },
          card: { contentType: 'application/vnd.microsoft.card.adaptive', content: expect.any(Object) },
        },
      },
    });
  });

  test('gets a higher dialog where there is more to fill in', async () => {
    const { answer } = await opened(stage, viewToFill);
    expect(answer.body).toMatchObject({ task: { value: { height: 'large', title: viewToFill.title } } });
  });

  test.each([reply, replace])(
    'shows any other answer in a dialog too, and leaves the message alone',
    async (answer) => {
      const message = await asked(stage);
      stage.answer = () => [answer('SECRET')];
      expect((await ana.opensView(message, 'help.show')).text).toContain('SECRET');
      await stage.teams.quiet();
      expect(ana.lastMessage).toEqual(message);
      expect(ana.answers).toEqual([]);
    },
  );

  test('that nothing follows from is answered all the same', async () => {
    const message = await asked(stage);
    stage.answer = () => [];
    expect((await ana.opensView(message, 'help.show')).text).toContain('already done');
  });

  test('says so when the core makes a mistake, and when the view can’t be shown', async () => {
    const message = await asked(stage);
    stage.answer = () => {
      throw new Error('SECRET');
    };
    expect((await ana.opensView(message, 'help.show')).text).toContain('went wrong on my side');
    stage.answer = () => [{ type: 'view', view: { ...aView, elements: [] } }];
    expect((await ana.opensView(message, 'help.show')).text).toContain('went wrong on my side');
  });

  test('that takes us long says so in time, and nothing follows in the chat', async () => {
    const message = await asked(stage);
    const late = Promise.withResolvers<void>();
    stage.answer = async () => {
      await late.promise;
      return [{ type: 'view', view: aView }];
    };
    const dialog = await ana.opensView(message, 'help.show');
    expect(dialog.text).toContain('took too long');
    expect(dialog.answer.ms).toBeLessThan(5000);
    late.resolve();
    await stage.teams.quiet();
    expect(ana.answers).toEqual([]);
  }, 20_000);

  test('sent once more by someone who got hold of it shows nothing', async () => {
    const dialog = await opened(stage);
    expect(dialog.text).toContain('SECRET');
    for (const again of [await stage.teams.replay(), await stage.teams.redeliver()]) {
      expect(again.status).toBe(200);
      expect(again.text).not.toContain('SECRET');
    }
  });

  test('in a channel only points to the personal chat', async () => {
    stage.answer = () => [{ type: 'view', view: aView }];
    const answer = await ana.asks('task/fetch', { intent: 'help.show' }, '19:ward@thread.tacv2');
    expect(dialogText(answer)).toContain('I only answer in a private chat');
    expect(stage.events).toEqual([]);
  });
});

describe('where no dialog can open, the chat gets a button and nothing else', () => {
  test('for a command', async () => {
    stage.answer = () => [{ type: 'view', view: aView }];
    const { shown } = await ana.says('help');
    expect(textOf(shown)).toContain('Only you see it');
    expect((await ana.opensView(shown as Message, 'help.show:R-1')).text).toContain('SECRET Ben');
  });

  test('for a press of another kind of button, and a form in the chat', async () => {
    const message = await asked(stage, {
      elements: [{ type: 'buttons', buttons: [{ id: 'help.show', label: 'Show' }] }],
    });
    stage.answer = () => [{ type: 'view', view: aView }];
    const answer = await ana.presses(message, 'help.show');
    expect(answer.body).toEqual(line(expect.stringContaining('below')));
    const form = { id: 'settings.edit', title: 'A form', submit: 'Send', fields: viewToFill.fields };
    stage.answer = () => [{ type: 'open-form', form }];
    await ana.presses(message, 'help.show');
    stage.answer = () => [{ type: 'view', view: aView }];
    const sent = await ana.submits(ana.lastAnswer as Message, {});
    expect(textOf(sent.shown)).toContain('Only you see it');
    await until(() => seen(ana.answers).every((text) => text.includes('Only you see it')));
  });
});

test.each([
  ['a title', { title: 'x'.repeat(25) }],
  ['a button without fields', { submit: 'Send' }],
  ['nothing at all', { elements: [] }],
])('a view with %s that would not fit is found before', (_, wrong) => {
  expect(() => renderView({ ...aView, ...wrong })).toThrow();
});

test('several colleagues are called so, and a value has no comma: else neither would come back', () => {
  const [people, kinds] = viewToFill.fields;
  const withField = (field: object) => ({ ...viewToFill, fields: [field as never] });
  expect(() => renderView(withField({ ...people, id: 'others' }))).toThrow();
  expect(() => renderView(withField({ ...kinds, options: [{ value: 'a,b', label: 'A' }] }))).toThrow();
});
