import { expect, test } from '@jest/globals';
import { readTyped } from '../../adapters/teams/typed.ts';

type Fields = Record<string, unknown>;

const bot = { id: '28:b0b', name: 'Buddy' };
const rosa = '0a0a0a0a-0000-4000-8000-000000000002';
const ana = { platform: 'teams', workspace: 't0t0', id: 'ana' } as const;

function typed(text: unknown, more: Fields = {}) {
  return readTyped({ type: 'message', recipient: bot, text, ...more }, ana);
}

test.each([
  ['as it is', 'join 7K3M-Q9XD', 'join 7K3M-Q9XD'],
  ['with the slash of Slack', '/buddy status', 'status'],
  ['with the slash alone', ' /Buddy ', ''],
  ['a word that only begins like it', '/buddyup now', '/buddyup now'],
  ['after the bot was mentioned', '<at>Buddy</at>\u00a0Status', 'Status'],
  ['after a mention with attributes', '<at id="0">Buddy</at> /BUDDY pause', 'pause'],
  ['as HTML', '<p>join&nbsp;7K3M&#45;Q9XD<br/></p>\r\n', 'join 7K3M-Q9XD'],
  ['with entities', 'A &amp; B &lt;3 &#x41; &unheard; &#0;', 'A & B <3 A &unheard; &#0;'],
  ['with characters that nobody sees', '\u200bjo\u00adin\u2060 7K3M\ufeff', 'join 7K3M'],
  ['with control characters', 'join\u0000\t7K3M\u0007', 'join 7K3M'],
  ['with a mention that never ends', '<at>Buddy status', 'Buddy status'],
  ['nothing', '', ''],
])('%s is heard as it was meant', (_, text, heard) => {
  expect(typed(text)).toMatchObject({ text: heard, people: [] });
});

test.each([undefined, null, 5, [], { a: 1 }])('a text that is %p is no words at all', (text) => {
  expect(typed(text).text).toBe('');
});

test('a mention of Buddy in any form is not part of what was said', () => {
  const entities = [
    { type: 'mention', mentioned: bot, text: '@Buddy' },
    { type: 'mention', mentioned: { id: '28:b0b' }, text: '<at>Bud</at>' },
  ];
  expect(typed('@Buddy <at>Bud</at> checkin', { entities })).toMatchObject({ text: 'checkin', people: [] });
});

test('a colleague who is mentioned is known by the object id, and is no longer in the words', () => {
  const mentioned = { id: '29:1-rosa', name: 'Rosa Díaz', aadObjectId: rosa.toUpperCase() };
  const entities = [{ type: 'mention', mentioned, text: '<at>Rosa Díaz</at>' }];
  expect(typed('<at>Buddy</at> pair <at>Rosa Díaz</at>', { entities })).toMatchObject({
    text: 'pair',
    people: [{ platform: 'teams', workspace: 't0t0', id: rosa }],
  });
});

test('a colleague whose name alone is told stays in the words as a name', () => {
  const entities = [{ type: 'mention', mentioned: { id: '29:1', name: 'Rosa' }, text: '<at>Rosa</at>' }];
  expect(typed('pair <at>Rosa</at>', { entities })).toMatchObject({ text: 'pair Rosa', people: [] });
});
