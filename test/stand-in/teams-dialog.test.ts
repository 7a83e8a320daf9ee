import { expect, test } from '@jest/globals';
import { dialogIn, type SendTask } from '../support/teams/dialog.ts';
import { cardContentType, Tenant } from '../support/teams/tenant.ts';
import type { Answer, Fields } from '../support/teams/types.ts';

const text = { type: 'TextBlock', text: 'Hello' };
const submit = (data: object) => ({
  type: 'ActionSet',
  actions: [{ type: 'Action.Submit', title: 'Send', data: { intent: 'help.show', ...data } }],
});

function answer(value: object, type = 'continue', status = 200): Answer {
  const body = { task: { type, value } } as Fields;
  return { status, body, text: '', ms: 1, activity: 'a1', shown: null, notice: null };
}

const dialog = (...body: object[]) => ({
  ...{ title: 'A view', height: 'medium', width: 'medium' },
  card: { contentType: cardContentType, content: { type: 'AdaptiveCard', version: '1.5', body } },
});

function start(send: SendTask = async () => answer(dialog(text))) {
  const tenant = new Tenant({ tenantId: 't', appId: 'a', botId: '28:a' });
  return { tenant, send };
}

test('a dialog shows its card, and sends what its buttons say over what was filled in', async () => {
  const sent: unknown[] = [];
  const { tenant, send } = start(async (name, data) => {
    sent.push([name, data]);
    return answer(dialog(text));
  });
  const input = { type: 'Input.Text', id: 'name', label: 'Name', value: 'Ana' };
  const first = dialogIn(tenant, answer(dialog(text, input, submit({ form: true }))), send);
  expect(first.text).toContain('Hello');
  expect((await first.submits({ name: 'Ben' })).title).toBe('A view');
  expect(sent).toEqual([['task/submit', { intent: 'help.show', form: true, name: 'Ben' }]]);
  expect(tenant.complaints).toEqual([]);
});

test.each<[string, Answer]>([
  ['has no task', { ...answer({}), body: {} }],
  ['is of another type', answer(dialog(text), 'cancel')],
  ['is of another status', answer(dialog(text), 'continue', 500)],
  ['has no title', answer({ ...dialog(text), title: '' })],
  ['has no such size', answer({ ...dialog(text), height: 'huge' })],
  ['shows no card', answer({ ...dialog(text), card: { contentType: 'text/html', content: '' } })],
  ['shows a card that Teams refuses', answer(dialog())],
  [
    'has an Action.Execute',
    answer(dialog({ type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'x', verb: 'y' }] })),
  ],
  ['would open another dialog', answer(dialog(submit({ msteams: { type: 'task/fetch' } })))],
])('an answer that %s opens no dialog, and is complained of', (_, given) => {
  const { tenant, send } = start();
  expect(() => dialogIn(tenant, given, send)).toThrow('no dialog');
  expect(tenant.complaints).toHaveLength(1);
});
