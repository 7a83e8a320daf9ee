import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asCard, replace, reply } from '../../src/chat/say.ts';
import type { Person } from '../support/slack/person.ts';
import { button, textOf } from '../support/slack/read.ts';
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

async function openForm(): Promise<View> {
  stage.answer = () => [{ type: 'open-form', form }];
  const { shown } = await ana.command('/buddy', 'admin');
  return shown as View;
}

describe('a submitted form', () => {
  test('brings its answers under the names of the fields, a colleague as a person, and nothing for empty ones', async () => {
    const view = await openForm();
    stage.answer = () => [];
    const entries = { first: '  A & <b>?  ', time: null, day: '2026-11-23', person: 'U0ROSA' };
    const { status, text } = await ana.submit(view, entries);
    expect({ status, text }).toEqual({ status: 200, text: '' });
    expect(ana.modal).toBeUndefined();
    const { answers } = stage.events.at(-1) as { answers: object };
    expect(stage.events.at(-1)).toMatchObject({ type: 'submit', form: 'questions.post:next' });
    expect(JSON.parse(JSON.stringify(answers))).toEqual({
      ...{ week: '2026-W48', first: 'A & <b>?', day: '2026-11-23', zone: 'b' },
      person: { platform: 'slack', workspace: 'T0STANDIN', id: 'U0ROSA' },
    });
  });

  test('shows errors at their fields, and those without a field at the first', async () => {
    const view = await openForm();
    stage.answer = () => [
      { type: 'form-errors', form, errors: { first: 'Too long.', nowhere: 'And more.', week: 'Unknown.' } },
    ];
    const { body } = await ana.submit(view, { first: 'x' });
    expect(body).toEqual({
      response_action: 'errors',
      errors: { first: 'Too long.', week: 'And more. Unknown.' },
    });
    expect(ana.modal).toBeDefined();
  });

  test('shows its answer in the same modal, with nothing but a Close button', async () => {
    const view = await openForm();
    stage.answer = () => [reply({ heading: 'Saved', elements: buttons('questions.preview').elements })];
    await ana.submit(view, { first: 'x' });
    expect(ana.modal).toMatchObject({ id: view.id, submit: null, close: { text: 'Close' } });
    expect(textOf(ana.modal)).toContain('Saved');
    stage.answer = () => [reply('The preview.')];
    await ana.press(ana.modal as View, 'questions.preview');
    await until(() => textOf(ana.modal).includes('The preview.'));
    expect(stage.slack.callsOf('views.push')).toHaveLength(1);
  });

  test('answered with a changed message shows it, as there is none', async () => {
    const view = await openForm();
    stage.answer = () => [replace('Changed.')];
    await ana.submit(view, { first: 'x' });
    expect(textOf(ana.modal)).toContain('Changed.');
  });

  test('whose answer Slack could not take is answered with an apology', async () => {
    const view = await openForm();
    stage.answer = () => [reply({ elements: [] })];
    await ana.submit(view, { first: 'x' });
    expect(textOf(ana.modal)).toMatch(/went wrong on my side/);
  });
});

test('a press in a modal changes the modal', async () => {
  const view = await openForm();
  stage.answer = () => [reply(buttons('questions.skip'))];
  await ana.submit(view, { first: 'x' });
  stage.answer = () => [replace(asCard('Skipped.'))];
  await ana.press(ana.modal as View, 'questions.skip');
  await until(() => textOf(ana.modal).includes('Skipped.'));
  expect(button(ana.modal, 'questions.skip')).toBeUndefined();
  expect(stage.slack.callsOf('views.update')).toHaveLength(1);
});
