import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { renderView } from '../../adapters/slack/render-view.ts';
import { asCard, reply } from '../../src/chat/say.ts';
import { openModal } from '../support/slack/modal.ts';
import type { Person } from '../support/slack/person.ts';
import { textOf } from '../support/slack/read.ts';
import type { View } from '../support/slack/types.ts';
import { buttons } from './sample-form.ts';
import { aView, viewToFill } from './sample-view.ts';
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
  const outside = stage.slack.calls.filter(({ method }) => !method.startsWith('views.'));
  expect(JSON.stringify([outside, ana.inbox, ana.ephemerals, stage.log.lines])).not.toContain('SECRET');
});

/** A private answer with a button that opens the view. */
async function asked() {
  stage.answer = () => [reply(buttons('help.show'))];
  return ana.command('/buddy', 'help');
}

async function opened(view = aView) {
  const answer = await asked();
  stage.answer = () => [{ type: 'view', view }];
  return openModal(ana, answer, 'help.show');
}

describe('a view on Slack', () => {
  test('is a modal with its own fields, and nothing but a Close button where there are none', async () => {
    await opened();
    expect(ana.modal).toMatchObject({ callback_id: 'help.show:R-1', submit: null, close: { text: 'Close' } });
    stage.answer = () => [{ type: 'view', view: viewToFill }];
    await ana.press(ana.modal as View, 'resources.guide');
    await until(() => ana.modal?.callback_id === 'settings.edit');
    const inputs = ana.modal?.blocks.filter((block) => block.type === 'input') ?? [];
    expect(inputs.map(({ block_id, element }) => [block_id, element?.action_id])).toEqual(
      viewToFill.fields.map(({ id }) => [id, id]),
    );
    expect(inputs[0]?.element).toMatchObject({ type: 'multi_users_select', max_selected_items: 3 });
    expect(ana.modal).toMatchObject({ submit: { text: 'Send' }, close: { text: 'Cancel' } });
    expect(stage.slack.callsOf('views.update')).toHaveLength(1);
  });

  test('opens by a command, too', async () => {
    stage.answer = () => [{ type: 'view', view: aView }];
    const { text } = await ana.command('/buddy', 'help');
    expect(text).toBe('');
    expect(textOf(ana.modal)).toContain('SECRET Ben');
  });

  test.each(['a button', 'a command'])(
    'that does not open by %s is apologized for, without its words',
    async (how) => {
      const answer = how === 'a button' ? await asked() : null;
      stage.answer = () => [{ type: 'view', view: aView }];
      stage.slack.fault('views.open', { kind: 'error', error: 'expired_trigger_id' });
      if (answer === null) await ana.command('/buddy', 'help');
      else await ana.press(answer, 'help.show');
      await until(() => textOf(ana.lastEphemeral).includes("couldn't open"));
      expect(ana.modal).toBeUndefined();
    },
  );

  test('that Slack could not show is apologized for, without its words', async () => {
    const answer = await asked();
    stage.answer = () => [
      { type: 'view', view: { ...aView, title: 'A title that is longer than Slack takes' } },
    ];
    await ana.press(answer, 'help.show');
    await until(() => /went wrong on my side/.test(textOf(ana.lastEphemeral)));
  });

  test('that was closed meanwhile stays closed, and its next one is shown nowhere', async () => {
    await opened();
    const modal = ana.modal as View;
    stage.answer = async () => {
      await ana.close(modal);
      return [{ type: 'view', view: viewToFill }];
    };
    await ana.press(modal, 'resources.guide');
    await until(() => stage.log.lines.some((line) => line.includes('a modal did not change')));
    expect(ana.modal).toBeUndefined();
  });

  test('brings several of a list in its order, in whatever order they were picked, and people as people', async () => {
    const view = await opened(viewToFill);
    stage.answer = () => [reply('Thank you.')];
    await view.submits({ kinds: ['c', 'a'], colleagues: ['U0ROSA', 'not an id'] });
    const { answers } = stage.events.at(-1) as { answers: object };
    expect(JSON.parse(JSON.stringify(answers))).toEqual({
      ...{ kinds: 'a,c', soon: 'week' },
      colleagues: [{ platform: 'slack', workspace: 'T0STANDIN', id: 'U0ROSA' }],
    });
  });

  test('shows an error without a field at its first field', async () => {
    const view = await opened(viewToFill);
    stage.answer = () => [{ type: 'view', view: viewToFill, errors: { nowhere: 'SECRET is unknown.' } }];
    const again = await view.submits({ name: 'x' });
    expect(again.text).toContain('SECRET is unknown.');
  });

  test('follows a form that was sent in', async () => {
    const answer = await asked();
    const form = { id: 'pairing.join', title: 'A form', submit: 'Send', fields: viewToFill.fields };
    stage.answer = () => [{ type: 'open-form', form }];
    const shown = await openModal(ana, answer, 'help.show');
    stage.answer = () => [{ type: 'view', view: aView }];
    expect((await shown.submits()).text).toContain('SECRET Ben');
  });

  test('that is opened from the home page leads back to it', async () => {
    stage.answer = () => [reply(buttons('help.show'))];
    await ana.opensHome();
    await until(() => ana.home !== undefined);
    stage.answer = ({ type }) => [
      type === 'home' ? reply(asCard('The home page.')) : { type: 'view', view: viewToFill },
    ];
    const view = await openModal(ana, ana.home as View, 'help.show');
    expect(ana.modal?.private_metadata).toBe('home');
    const published = stage.slack.callsOf('views.publish').length;
    stage.answer = ({ type }) => [
      type === 'home' ? reply(asCard('The home page.')) : { type: 'view', view: aView },
    ];
    await view.submits();
    expect(ana.modal?.private_metadata).toBe('home');
    await until(() => stage.slack.callsOf('views.publish').length > published);
  });
});

test.each([
  ['a title', { title: 'x'.repeat(25) }],
  ['a button without fields', { submit: 'Send' }],
  ['nothing at all', { elements: [] }],
])('a view with %s that Slack would refuse is found before', (_, wrong) => {
  expect(() => renderView({ ...aView, ...wrong }, '')).toThrow();
});

test('fields that nothing sends in are found before', () => {
  expect(() => renderView({ ...viewToFill, submit: null }, '')).toThrow();
});
