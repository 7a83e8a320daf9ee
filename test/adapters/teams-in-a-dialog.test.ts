import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { reply } from '../../src/chat/say.ts';
import type { Person } from '../support/teams/person.ts';
import { buttonsOf, inputsOf } from '../support/teams/read.ts';
import { aView, viewToFill } from './sample-view.ts';
import { asked, closeWithoutSecrets, dialogText, opened } from './teams-dialog-stage.ts';
import { stageTeams, type TeamsStage } from './teams-stage.ts';

let stage: TeamsStage;
let ana: Person;

beforeEach(async () => {
  stage = await stageTeams();
  ana = stage.teams.person('ana');
});

afterEach(() => closeWithoutSecrets(stage));

describe('in a dialog', () => {
  test('everything that can be pressed is an Action.Submit with intent and about', async () => {
    const dialog = await opened(stage);
    const actions = buttonsOf({ text: '', card: dialog.card }).map(({ action }) => action);
    expect(actions.map(({ type, data }) => [type, data])).toEqual([
      ['Action.Submit', { intent: 'pairing.accept', about: 'R-1' }],
      ['Action.Submit', { intent: 'resources.guide' }],
      ['Action.Submit', { intent: 'nudges.snooze', pick: 'picked' }],
    ]);
  });

  test('what is picked of a list is pressed', async () => {
    const dialog = await opened(stage);
    await dialog.presses('nudges.snooze', { picked: 'thursday' });
    expect(stage.events.at(-1)).toMatchObject({ type: 'press', button: 'nudges.snooze:thursday' });
  });

  test('a list can be picked from although a field of the view is empty', async () => {
    const [choice] = aView.elements.filter(({ type }) => type === 'choice');
    if (choice === undefined) throw new Error('no choice');
    const fields = [{ id: 'name', label: 'Name', type: 'text', lines: 'one', maxLength: 80 } as const];
    const dialog = await opened(stage, { ...viewToFill, elements: [choice], fields });
    await dialog.presses('nudges.snooze', { picked: 'tomorrow' });
    expect(stage.events.at(-1)).toMatchObject({ type: 'press', button: 'nudges.snooze:tomorrow' });
    await dialog.submits({ name: 'Ben' });
    expect(stage.events.at(-1)).toMatchObject({ type: 'submit', answers: { name: 'Ben' } });
  });

  test('pickers of several answer with ids between commas', async () => {
    const dialog = await opened(stage, viewToFill);
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
    const dialog = await opened(stage, viewToFill);
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
    const dialog = await opened(stage);
    const form = { id: 'settings.edit', title: 'SECRET form', submit: 'Send', fields: viewToFill.fields };
    stage.answer = () => [{ type: 'open-form', form }];
    const asForm = await dialog.presses('resources.guide');
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
    await asked(stage);
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
