import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Effect } from '../../src/chat/effect.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import type { Form } from '../../src/chat/form.ts';
import { replace, reply } from '../../src/chat/say.ts';
import type { Person } from '../support/slack/person.ts';
import { textOf } from '../support/slack/read.ts';
import type { View } from '../support/slack/types.ts';
import { type SlackStage, stageSlack } from './slack-stage.ts';
import { until } from './stage.ts';

let stage: SlackStage;
let ana: Person;
let presses: readonly Effect[];
let state: string;

const form: Form = {
  id: 'settings.edit',
  title: 'Settings',
  submit: 'Save',
  fields: [{ id: 'time', label: 'Time', type: 'time' }],
};

beforeEach(async () => {
  stage = await stageSlack();
  ana = stage.slack.person('U0ANA');
  [presses, state] = [[], 'at first'];
  stage.answer = (event: InboundEvent) => {
    if (event.type !== 'home') return presses;
    const home = { type: 'buttons', buttons: [{ id: 'members.pause', label: 'Pause' }] } as const;
    return [reply({ heading: `Home ${state}`, elements: [home] })];
  };
  await ana.opensHome();
  await until(() => ana.home !== undefined);
});

afterEach(async () => {
  await stage.close();
  expect(stage.slack.complaints).toEqual([]);
});

const publishedAnew = () => until(() => textOf(ana.home).includes('Home again'));

async function pressAtHome(...effects: Effect[]): Promise<void> {
  [presses, state] = [effects, 'again'];
  await ana.press(ana.home as View, 'members.pause');
}

test('the home page is published when it is opened, and left alone when the messages are', async () => {
  expect(textOf(ana.home)).toContain('Home at first');
  await ana.opensHome('messages');
  expect(stage.events).toHaveLength(1);
});

test('a change made there shows on the page itself and nowhere else', async () => {
  await pressAtHome(replace('Paused.'));
  await publishedAnew();
  expect(stage.events.map((event) => event.type)).toEqual(['home', 'press', 'home']);
  expect(stage.events[1]).toMatchObject({ message: null });
  expect(stage.slack.views).toEqual([]);
});

test('an answer is shown in a modal, and what is pressed in there also draws the page again', async () => {
  const again = { type: 'buttons', buttons: [{ id: 'privacy.export', label: 'Export' }] } as const;
  await pressAtHome(reply({ elements: [again] }));
  await publishedAnew();
  expect(ana.modal).toMatchObject({ private_metadata: 'home', submit: null });
  [presses, state] = [[replace('Here it is.')], 'again, again'];
  await ana.press(ana.modal as View, 'privacy.export');
  await until(() => textOf(ana.modal).includes('Here it is.') && textOf(ana.home).includes('again'));
});

test('a form opened there draws the page again once it is submitted', async () => {
  await pressAtHome({ type: 'open-form', form });
  await until(() => ana.modal !== undefined);
  [presses, state] = [[replace('Saved.')], 'again, saved'];
  await ana.submit(ana.modal as View, { time: '10:30' });
  await until(() => textOf(ana.home).includes('saved'));
  expect(ana.modal).toBeUndefined();
});

test('an answer to such a form is shown, and errors keep it open', async () => {
  await pressAtHome({ type: 'open-form', form });
  await until(() => ana.modal !== undefined);
  presses = [{ type: 'form-errors', form, errors: { time: 'Too early.' } }];
  await ana.submit(ana.modal as View, { time: '03:30' });
  expect(ana.modal).toMatchObject({ callback_id: 'settings.edit' });
  presses = [reply('From next week on.')];
  await ana.submit(ana.modal as View, { time: '10:30' });
  expect(textOf(ana.modal)).toContain('From next week on.');
});

test('a page that cannot be published or shown is logged and hurts nobody', async () => {
  stage.slack.fault('views.publish', { kind: 'server-error' });
  expect((await ana.opensHome()).status).toBe(200);
  await until(() => stage.log.lines.some((line) => line.includes('not published')));
  stage.answer = () => [reply({ elements: [] })];
  expect((await ana.opensHome()).status).toBe(200);
  await until(() => stage.log.lines.some((line) => line.includes('BeyondSlack')));
});
