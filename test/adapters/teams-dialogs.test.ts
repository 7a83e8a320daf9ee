import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { renderView } from '../../adapters/teams/render-view.ts';
import type { Card } from '../../src/chat/card.ts';
import { replace, reply } from '../../src/chat/say.ts';
import type { Dialog } from '../support/teams/dialog.ts';
import type { Person } from '../support/teams/person.ts';
import { buttonsOf, inputsOf, textOf } from '../support/teams/read.ts';
import type { Answer, Message } from '../support/teams/types.ts';
import { asksToOpen, aView, viewToFill } from './sample-view.ts';
import { until } from './stage.ts';
import { line, seen } from './teams-chat.ts';
import { stageTeams, type TeamsStage } from './teams-stage.ts';

let stage: TeamsStage;
let ana: Person;

beforeEach(async () => {
  stage = await stageTeams();
  ana = stage.teams.person('ana');
});

afterEach(async () => {
  await stage.teams.quiet();
  await stage.close();
  expect(stage.teams.complaints).toEqual([]);
  expect(JSON.stringify([stage.teams.calls, stage.log.lines])).not.toContain('SECRET');
});

async function asked(card: Card = asksToOpen): Promise<Message> {
  const person = { platform: 'teams', workspace: stage.teams.identity.tenantId, id: ana.id } as const;
  await ana.says('hello');
  const address = stage.events.at(-1)?.contact?.address ?? null;
  await stage.adapter.deliver({ person, address }, { card }, { key: 'k' });
  return ana.lastMessage as Message;
}

async function opened(view = aView): Promise<Dialog> {
  const message = await asked();
  stage.answer = () => [{ type: 'view', view }];
  return ana.opensView(message, 'help.show');
}

/** What the dialog of a bare answer says. */
function dialogText({ body }: Answer): string {
  const { task } = body as { task: { value: { card: { content: Message['card'] } } } };
  return textOf({ text: '', card: task.value.card.content });
}

describe('a button that opens a view', () => {
  test('asks for a dialog, with the intent and what it is about in its data', async () => {
    const message = await asked();
    expect(buttonsOf(message).map(({ action }) => action)).toMatchObject([
      {
        type: 'Action.Submit',
        data: { msteams: { type: 'task/fetch' }, intent: 'help.show', about: 'R-1' },
        associatedInputs: 'none',
      },
    ]);
    const plain = await asked({
      elements: [{ type: 'buttons', buttons: [{ id: 'help.show', label: 'Open', opens: 'view' }] }],
    });
    expect(buttonsOf(plain)[0]?.action.data).toEqual({
      msteams: { type: 'task/fetch' },
      intent: 'help.show',
    });
  });

  test('is a press of no message, for a dialog changes none', async () => {
    await opened();
    expect(stage.events.at(-1)).toMatchObject({ type: 'press', button: 'help.show:R-1', message: null });
  });

  test('is answered with a dialog of Teams’ own shape', async () => {
    const { answer } = await opened();
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
    const { answer } = await opened(viewToFill);
    expect(answer.body).toMatchObject({ task: { value: { height: 'large', title: viewToFill.title } } });
  });

  test.each([reply, replace])(
    'shows any other answer in a dialog too, and leaves the message alone',
    async (answer) => {
      const message = await asked();
      stage.answer = () => [answer('SECRET')];
      expect((await ana.opensView(message, 'help.show')).text).toContain('SECRET');
      await stage.teams.quiet();
      expect(ana.lastMessage).toEqual(message);
      expect(ana.answers).toEqual([]);
    },
  );

  test('that nothing follows from is answered all the same', async () => {
    const message = await asked();
    stage.answer = () => [];
    expect((await ana.opensView(message, 'help.show')).text).toContain('already done');
  });

  test('says so when the core makes a mistake, and when the view can’t be shown', async () => {
    const message = await asked();
    stage.answer = () => {
      throw new Error('SECRET');
    };
    expect((await ana.opensView(message, 'help.show')).text).toContain('went wrong on my side');
    stage.answer = () => [{ type: 'view', view: { ...aView, elements: [] } }];
    expect((await ana.opensView(message, 'help.show')).text).toContain('went wrong on my side');
  });

  test('that takes us long says so in time, and nothing follows in the chat', async () => {
    const message = await asked();
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
    const dialog = await opened();
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

describe('in a dialog', () => {
  test('everything that can be pressed is an Action.Submit with intent and about', async () => {
    const dialog = await opened();
    const actions = buttonsOf({ text: '', card: dialog.card }).map(({ action }) => action);
    expect(actions.map(({ type, data }) => [type, data])).toEqual([
      ['Action.Submit', { intent: 'pairing.accept', about: 'R-1' }],
      ['Action.Submit', { intent: 'help.guide' }],
      ['Action.Submit', { intent: 'nudges.snooze', pick: 'picked' }],
    ]);
  });

  test('what is picked of a list is pressed', async () => {
    const dialog = await opened();
    await dialog.presses('nudges.snooze', { picked: 'thursday' });
    expect(stage.events.at(-1)).toMatchObject({ type: 'press', button: 'nudges.snooze:thursday' });
  });

  test('a list can be picked from although a field of the view is empty', async () => {
    const [choice] = aView.elements.filter(({ type }) => type === 'choice');
    if (choice === undefined) throw new Error('no choice');
    const fields = [{ id: 'name', label: 'Name', type: 'text', lines: 'one', maxLength: 80 } as const];
    const dialog = await opened({ ...viewToFill, elements: [choice], fields });
    await dialog.presses('nudges.snooze', { picked: 'tomorrow' });
    expect(stage.events.at(-1)).toMatchObject({ type: 'press', button: 'nudges.snooze:tomorrow' });
    await dialog.submits({ name: 'Ben' });
    expect(stage.events.at(-1)).toMatchObject({ type: 'submit', answers: { name: 'Ben' } });
  });

  test('pickers of several answer with ids between commas', async () => {
    const dialog = await opened(viewToFill);
    const inputs = inputsOf(dialog.card);
    expect(inputs.get('colleagues')).toMatchObject({
      isMultiSelect: true,
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    });
    expect(inputs.get('kinds')).toMatchObject({ isMultiSelect: true, style: 'expanded', value: 'b' });
    const rosa = stage.teams.person('rosa');
    await dialog.submits({ colleagues: `${rosa.id.toUpperCase()},  , nobody!,${ana.id}`, kinds: 'a,b' });
    const workspace = stage.teams.identity.tenantId;
    expect(stage.events.at(-1)).toMatchObject({
      type: 'submit',
      answers: {
        kinds: 'a,b',
        colleagues: [rosa, ana].map(({ id }) => ({ platform: 'teams', workspace, id })),
      },
    });
  });

  test('what must be fixed is marked, and what was entered is still there', async () => {
    const dialog = await opened(viewToFill);
    stage.answer = () => [
      { type: 'view', view: viewToFill, errors: { name: 'SECRET at the field', nowhere: 'SECRET on top' } },
    ];
    const rosa = stage.teams.person('rosa');
    const again = await dialog.submits({ name: 'SECRET typed', kinds: 'a,c', colleagues: [rosa.id, ana.id] });
    for (const words of ['SECRET at the field', 'SECRET on top']) expect(again.text).toContain(words);
    const inputs = inputsOf(again.card);
    expect(inputs.get('name')?.value).toBe('SECRET typed');
    expect(inputs.get('kinds')?.value).toBe('a,c');
    expect(inputs.get('colleagues')?.value).toBe(`${rosa.id},${ana.id}`);
  });

  test('a form stays in the dialog, with its errors', async () => {
    const dialog = await opened();
    const form = { id: 'settings.edit', title: 'SECRET form', submit: 'Send', fields: viewToFill.fields };
    stage.answer = () => [{ type: 'open-form', form }];
    const asForm = await dialog.presses('help.guide');
    expect(asForm.text).toContain('SECRET form');
    stage.answer = () => [{ type: 'form-errors', form, errors: { name: 'SECRET error' } }];
    expect((await asForm.submits({ name: 'x' })).text).toContain('SECRET error');
  });

  test.each<[string, unknown, object]>([
    [
      'an intent and inputs is a submission',
      { intent: 'help.show', about: 'R', name: 'x' },
      { type: 'submit', form: 'help.show:R', answers: { name: 'x' } },
    ],
    ['no inputs is a press', { intent: 'help.show', about: 'R' }, { type: 'press', button: 'help.show:R' }],
    [
      'empty inputs of a form is a submission',
      { intent: 'help.show', form: true, name: '' },
      { type: 'submit', form: 'help.show', answers: {} },
    ],
    ['no intent is a press of nothing', { name: 'x' }, { type: 'press', button: '' }],
    ['an intent that is no text is a press of nothing', { intent: { a: 1 } }, { type: 'press', button: '' }],
    [
      'an input that is no text is a press of nothing',
      { intent: 'help.show', name: [1] },
      { type: 'press', button: '' },
    ],
    ['a list is a press of nothing', ['help.show'], { type: 'press', button: '' }],
    ['null is a press of nothing', null, { type: 'press', button: '' }],
  ])('data with %s', async (_, data, event) => {
    stage.answer = () => [reply('Heard.')];
    const answer = await ana.asks('task/submit', data);
    expect(answer.status).toBe(200);
    expect(dialogText(answer)).toBe('Heard.');
    expect(stage.events.at(-1)).toMatchObject(event);
  });

  test.each<[unknown, string]>([
    [{ intent: 'help.show', about: 'R', name: 'x' }, 'help.show:R'],
    [{ type: 'task/fetch', msteams: { type: 'task/fetch' }, intent: 'help.show' }, 'help.show'],
    [{ intent: 'help.show', about: 7 }, ''],
    [undefined, 'nothing'],
  ])('what asks for a dialog is a press, whatever else it says: %j', async (data, button) => {
    stage.answer = () => [reply('Heard.')];
    const { status } = await ana.asks('task/fetch', data);
    expect(status).toBe(200);
    expect(stage.events).toMatchObject(button === 'nothing' ? [] : [{ type: 'press', button }]);
  });

  test('people of another tenant are refused', async () => {
    await asked();
    const { activity = {} } = stage.teams.lastRequest ?? {};
    const before = stage.events.length;
    const foreign = { tenantId: 'f0f0f0f0-0000-4000-8000-000000000009' };
    const sent = await stage.teams.send({
      ...activity,
      ...{ type: 'invoke', name: 'task/fetch', id: 'f:1', value: { data: { intent: 'help.show' } } },
      conversation: { ...(activity.conversation as object), ...foreign },
      channelData: { tenant: { id: foreign.tenantId } },
    });
    expect(sent.status).toBe(403);
    expect(sent.text).toBe('');
    expect(stage.events).toHaveLength(before);
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
    const message = await asked({
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
