import { describe, expect, test } from '@jest/globals';
import { renderCard, renderMessage } from '../../adapters/slack/render-card.ts';
import { renderForm } from '../../adapters/slack/render-form.ts';
import { shortened, split } from '../../adapters/slack/text.ts';
import type { Card, Element, Words } from '../../src/chat/card.ts';
import type { Field, Form } from '../../src/chat/form.ts';
import { asCard } from '../../src/chat/say.ts';

const rosa = { person: { platform: 'slack', workspace: 'T1', id: 'U0ROSA' }, name: 'Rosa' } as const;
const onTeams = { person: { platform: 'teams', workspace: 't', id: 'g' }, name: 'Rosa <Díaz>' } as const;
const sectionOf = (words: Words) => renderCard(asCard(words), 'message')[0];
const one = (element: Element) => renderCard({ elements: [element] }, 'message');

describe('sentences', () => {
  const shows = (words: Words, type: string, text: string) =>
    expect(sectionOf(words)).toMatchObject({ type: 'section', text: { type, text } });

  test('are plain text, so that nothing in them is taken for markup', () => {
    shows('Two * three_four :smile:', 'plain_text', 'Two * three_four :smile:');
    expect(sectionOf('x')).toMatchObject({ text: { emoji: false } });
  });

  test('have the three characters escaped that Slack wants escaped, once', () => {
    shows('a & b < c > d "e" \'f\'', 'mrkdwn', 'a &amp; b &lt; c &gt; d "e" \'f\'');
    shows('&amp; *', 'plain_text', '&amp;amp; *');
    shows('<!channel> <@U1>', 'mrkdwn', '&lt;!channel&gt; &lt;@U1&gt;');
    shows('> *no quote*', 'plain_text', '&gt; *no quote*');
  });

  test('mention people of Slack, and name all others', () => {
    shows(['You and ', rosa, ' at 09:00.'], 'mrkdwn', 'You and <@U0ROSA> at 09:00.');
    shows(['You and ', onTeams, '.'], 'mrkdwn', 'You and Rosa &lt;Díaz&gt;.');
  });

  test('name people where a mention would let Slack format the rest', () => {
    shows([rosa, ' said *hello*'], 'plain_text', 'Rosa said *hello*');
  });

  test('link addresses, and nothing else', () => {
    shows(
      'See https://988lifeline.org/a_b_c?x=1&y=2.',
      'mrkdwn',
      'See <https://988lifeline.org/a_b_c?x=1&amp;y=2>.',
    );
    shows('(<https://a.org>)', 'mrkdwn', '(&lt;<https://a.org>&gt;)');
    expect(sectionOf('https://a.org #general @here')).toMatchObject({ text: { verbatim: true } });
  });
});

describe('elements', () => {
  test('questions are two blocks, numbered, word for word, with their text for notifications', () => {
    const card: Card = { elements: [{ type: 'questions', first: 'Who & what?', second: '*You*?' }] };
    const { blocks, text } = renderMessage(card);
    expect(blocks.map((block) => block.type === 'section' && block.text?.text)).toEqual([
      '1. Who &amp; what?',
      '2. *You*?',
    ]);
    expect(text).toBe('1. Who &amp; what?\n2. *You*?');
  });

  test('buttons carry the intent as action_id, and what it is about as value', () => {
    const [actions] = one({
      type: 'buttons',
      buttons: [{ id: 'pairing.accept:P1', label: 'Yes & yes', style: 'primary' }],
    });
    const text = { type: 'plain_text', text: 'Yes &amp; yes', emoji: false };
    const button = { type: 'button', action_id: 'pairing.accept:P1', value: 'P1', style: 'primary', text };
    expect(actions).toEqual({ type: 'actions', elements: [button] });
  });

  test('a strong line is bold whatever it contains', () => {
    const [block] = one({ type: 'text', tone: 'strong', words: ['*', rosa, ' <3'] });
    expect(JSON.stringify(block)).toContain('{"type":"text","text":" <3","style":{"bold":true}}');
    expect(JSON.stringify(block)).toContain('{"type":"user","user_id":"U0ROSA","style":{"bold":true}}');
  });

  test('a narrow table is aligned, a wide one becomes paragraphs', () => {
    const narrow = JSON.stringify(
      one({
        type: 'table',
        columns: ['Week', 'Sent'],
        rows: [
          ['W47', '120'],
          ['W48', '7'],
        ],
      }),
    );
    expect(narrow).toContain('Week  Sent\\n----  ----\\nW47    120\\nW48      7');
    const wide = JSON.stringify(
      one({
        type: 'table',
        columns: ['Why a message did not arrive', 'How many'],
        rows: [['x'.repeat(31), '']],
      }),
    );
    expect(wide).toContain('How many: –');
  });

  test('a file is complete and line for line', () => {
    const content = Array.from({ length: 400 }, (_, index) => `  "row ${index}": "a & b",`).join('\n');
    const blocks = one({ type: 'file', name: 'x.json', content }).slice(1);
    const pieces = blocks.flatMap(
      (block) => JSON.parse(JSON.stringify(block)).elements[0].elements[0].text as string,
    );
    expect(pieces.join('\n')).toBe(content);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(2900);
  });

  test('a very long notification ends early, the blocks do not', () => {
    const words = 'word '.repeat(2000).trim();
    const { text, blocks } = renderMessage(asCard(words));
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(text.endsWith('…')).toBe(true);
    expect(blocks.map((block) => block.type === 'section' && block.text?.text).join(' ')).toBe(words);
  });
});

describe('what Slack would refuse is refused here, by what it is and never by its content', () => {
  const buttons = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `a.b:${index}`, label: 'SECRET' }));
  const options = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ value: `${index}`, label: 'SECRET' }));
  const refused: Record<string, Card> = {
    'a heading': { heading: `SECRET${'x'.repeat(150)}`, elements: [] },
    'shows nothing': { elements: [] },
    'text is empty': asCard(''),
    'number of blocks': { elements: Array.from({ length: 51 }, () => ({ type: 'divider' as const })) },
    'number of options': {
      elements: [{ type: 'choice', id: 'a.b', label: 'SECRET', options: options(101) }],
    },
    'no options': { elements: [{ type: 'choice', id: 'a.b', label: 'SECRET', options: [] }] },
    "option's value": {
      elements: [
        { type: 'choice', id: 'a.b', label: 'x', options: [{ value: 'S'.repeat(151), label: 'x' }] },
      ],
    },
    "button's id": { elements: [{ type: 'buttons', buttons: [{ id: 'S'.repeat(256), label: 'x' }] }] },
    'a field': { elements: [{ type: 'fields', fields: [{ label: 'x', words: 'SECRET'.repeat(400) }] }] },
    'says in all': asCard('SECRET '.repeat(2000)),
  };

  test.each(Object.entries(refused))('%s', (why, card) => {
    expect(() => renderMessage(card)).toThrow(
      expect.objectContaining({ name: 'BeyondSlack', message: expect.stringContaining(why) }),
    );
    expect(() => renderMessage(card)).not.toThrow(/SECRET/);
  });

  test('a view holds twice as many blocks as a message', () => {
    const card: Card = { elements: Array.from({ length: 60 }, () => ({ type: 'divider' as const })) };
    expect(renderCard(card, 'view')).toHaveLength(60);
    expect(renderCard({ elements: [{ type: 'buttons', buttons: buttons(60) }] }, 'message')).toHaveLength(3);
  });

  test('forms: titles, buttons and first contents', () => {
    const form = (change: Partial<Form>): Form => ({
      id: 'a.b',
      title: 'T',
      submit: 'S',
      fields: [],
      ...change,
    });
    const field: Field = { id: 'f', label: 'F', type: 'text', maxLength: 5, lines: 'one', initial: 'SECRET' };
    for (const wrong of [
      form({ title: 'x'.repeat(25) }),
      form({ submit: 'x'.repeat(25) }),
      form({ fields: [field] }),
    ]) {
      expect(() => renderForm(wrong, '')).toThrow(expect.objectContaining({ name: 'BeyondSlack' }));
    }
  });
});

describe('text that is too long', () => {
  test('is broken between words, at new lines first, and never inside a character', () => {
    expect(split('one two three', 7)).toEqual(['one two', 'three']);
    expect(split('one\ntwo three', 9)).toEqual(['one\ntwo', 'three']);
    expect(split('a\nb c d', 5, 'lines')).toEqual(['a', 'b c d']);
    expect(split('😀😀😀', 4)).toEqual(['😀😀', '😀']);
    expect(split('&&&', 10)).toEqual(['&&', '&']);
  });

  test('is shortened on buttons, escapes counted', () => {
    expect(shortened('a name', 75)).toBe('a name');
    expect(shortened('Tom & Jerry', 10)).toBe('Tom &…');
  });
});
