import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readAction } from '../../adapters/teams/action-data.ts';
import { BeyondTeams } from '../../adapters/teams/limits.ts';
import { renderCard, renderMessage } from '../../adapters/teams/render-card.ts';
import { renderForm } from '../../adapters/teams/render-form.ts';
import type { Element, Words } from '../../src/chat/card.ts';
import type { Field, Form } from '../../src/chat/form.ts';
import { asCard, askColleague, command } from '../../src/chat/say.ts';
import { actionsOf, faultsOf, partsOf, wordsOf } from './card-parser.ts';

const rosaId = '11111111-2222-4333-8444-555555555555';
const rosa = { person: { platform: 'teams', workspace: 't1', id: rosaId }, name: 'Rosa *Díaz*' } as const;
const one = (...elements: Element[]) => renderCard({ elements });
const bodyOf = (words: Words) => renderCard(asCard(words)).body;
const typesIn = (part: object) => partsOf(part).map(({ type }) => type);

describe('sentences', () => {
  test('are texts of which nothing is formatted', () => {
    expect(bodyOf('1. *Two* & <b>')).toEqual([
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '1. *Two* & <b>' }] },
    ]);
  });

  test('name people, and say commands as they are typed in the chat, both in bold', () => {
    const bold = { type: 'TextRun', weight: 'bolder' };
    expect(bodyOf(['You and ', rosa, ': write ', command('join 7K3M'), ' or ', askColleague, '.'])).toEqual([
      {
        type: 'RichTextBlock',
        inlines: [
          { type: 'TextRun', text: 'You and ' },
          { ...bold, text: 'Rosa *Díaz*' },
          { type: 'TextRun', text: ': write ' },
          { ...bold, text: 'join 7K3M' },
          { type: 'TextRun', text: ' or ' },
          { ...bold, text: 'pair First Last' },
          { type: 'TextRun', text: '.' },
        ],
      },
    ]);
  });

  test('link addresses, where nothing else would be formatted', () => {
    const links = (words: Words, text: string) =>
      expect(bodyOf(words)).toEqual([{ type: 'TextBlock', text, wrap: true }]);
    links(
      'Chat at https://988lifeline.org/chat, any time.',
      'Chat at [https://988lifeline.org/chat](https://988lifeline.org/chat), any time.',
    );
    links('https://a.org/?x=1', '[https://a.org/?x=1](https://a.org/?x=1)');
  });

  test.each([
    'See *https://a.org*',
    '1. https://a.org',
    '- https://a.org',
    'a\nhttps://a.org',
    'https://a.org/a_b_c',
    'https://a.org/x,y',
    'https://a.org/?a=1&amp;b=2',
    '[x](https://a.org)',
    '{{DATE(2026-11-23T09:00:00Z)}} https://a.org',
    'http://a.org',
  ])('are left as they are where they would be changed: %s', (words) => {
    expect(typesIn(bodyOf(words))).not.toContain('TextBlock');
    expect(wordsOf(renderCard(asCard(words)))).toBe(words);
  });

  test('arrive letter by letter, whatever was typed as a question', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (typed) => {
        const drawn = one({ type: 'questions', first: typed, second: 'x' });
        expect(wordsOf(drawn).startsWith(`1.\n${typed}\n`)).toBe(true);
        expect(typesIn(drawn)).not.toContain('TextBlock');
      }),
    );
  });
});

describe('a card', () => {
  test('says in notifications what it is about, with commands as they are typed here', () => {
    const { summary, attachments } = renderMessage({
      heading: 'Your buddies',
      elements: [{ type: 'text', words: ['Write ', command('status'), '.'] }],
    });
    expect(summary).toBe('Your buddies\nWrite status.');
    expect(attachments[0].content.fallbackText).toBe(summary);
  });

  test('that only asks still has a notification', () => {
    const buttons = [{ id: 'members.resume', label: 'Resume' }];
    expect(renderMessage({ elements: [{ type: 'buttons', buttons }] }).summary).toBe('Buddy');
  });

  test('has a heading that screen readers announce, unless something in it would be formatted', () => {
    const [heading] = renderCard({ heading: 'Your week', elements: [] }).body;
    expect(heading).toMatchObject({ type: 'TextBlock', style: 'heading', text: 'Your week', wrap: true });
    const [typed] = renderCard({ heading: '*Your* week', elements: [] }).body;
    expect(typed).toMatchObject({ type: 'RichTextBlock', inlines: [{ text: '*Your* week', size: 'large' }] });
  });

  test('is divided by a line above what follows', () => {
    const text = (words: string) => ({ type: 'text', words }) as const;
    const [above, below] = one(text('Above.'), { type: 'divider' }, text('Below.')).body;
    expect([above?.separator, below?.separator]).toEqual([undefined, true]);
  });

  test('shows a primary button as positive and a dangerous one as destructive', () => {
    const button = (id: string, style?: 'primary' | 'danger') => ({
      id,
      label: 'Go',
      ...(style && { style }),
    });
    const buttons = [button('a.b', 'primary'), button('a.c', 'danger'), button('a.d')];
    const actions = actionsOf(one({ type: 'buttons', buttons }));
    expect(actions.map(({ style }) => style)).toEqual(['positive', 'destructive', undefined]);
  });

  test('cuts a long label before half a character', () => {
    const buttons = [{ id: 'a.b', label: `${'x'.repeat(58)}🏥 and more` }];
    expect(actionsOf(one({ type: 'buttons', buttons }))[0]?.title).toBe(`${'x'.repeat(58)}…`);
  });

  test('lets a long list be searched, and asks that something is picked only where it is the only list', () => {
    const list = (id: string, length: number): Element => ({
      type: 'choice',
      id,
      label: 'Who?',
      options: Array.from({ length }, (_, index) => ({ value: `${index}`, label: `Person ${index}` })),
    });
    const inputs = (...lists: Element[]) =>
      one(...lists).body.filter((element) => element.type === 'Input.ChoiceSet');
    expect(inputs(list('a.b', 40))).toMatchObject([{ style: 'filtered', isRequired: true }]);
    const two = inputs(list('a.b', 2), list('a.c', 2));
    expect(two.map(({ id, isRequired }) => [id, isRequired])).toEqual([
      ['picked', undefined],
      ['picked2', undefined],
    ]);
  });

  test('becomes a table where it fits a phone, and paragraphs where it does not', () => {
    const table = (cell: string): Element => ({
      type: 'table',
      columns: ['Week', 'Sent'],
      rows: [[cell, '']],
    });
    expect(typesIn(one(table('2026-W48')))).toContain('Table');
    const wide = one(table('A cell that takes up the whole width of a phone'));
    expect(typesIn(wide)).not.toContain('Table');
    expect(wordsOf(wide)).toBe('A cell that takes up the whole width of a phone\nSent: –');
  });

  test.each([
    ['nothing to show', { elements: [] }],
    ['an empty text', asCard('')],
    [
      'a choice of nothing',
      { elements: [{ type: 'choice', id: 'a.b', label: 'Who?', options: [] }] as const },
    ],
    ['more than a message may have', asCard('x'.repeat(40_000))],
  ])('with %s is refused before Teams does, without its words', (_, card) => {
    expect(() => renderCard(card)).toThrow(BeyondTeams);
    expect(() => renderCard(card)).not.toThrow(/xx|Who/);
  });
});

describe('a form', () => {
  const fields: Field[] = [
    {
      type: 'choice',
      id: 'week',
      label: 'Which week?',
      initial: '1',
      options: [{ value: '1', label: 'One' }],
    },
    { type: 'text', id: 'first', label: 'First', initial: 'Was *here*', maxLength: 300, lines: 'several' },
    { type: 'time', id: 'time', label: 'When?', initial: '09:00' },
    { type: 'day', id: 'day', label: 'Which day?' },
    { type: 'person', id: 'person', label: 'Who?', optional: true },
  ];
  const form: Form = { id: 'questions.post:2026-W48', title: 'Post', submit: 'Save', fields };
  const values = (drawn: object) =>
    Object.fromEntries(
      partsOf(drawn).flatMap(({ id, value }) => (typeof id === 'string' ? [[id, value]] : [])),
    );

  test('begins with what there is', () => {
    expect(values(renderForm(form))).toEqual({ week: '1', first: 'Was *here*', time: '09:00' });
  });

  test('that must be corrected keeps what was entered, and says what to correct at its field', () => {
    const answers = { week: '1', day: '2026-11-23', person: rosa.person };
    const drawn = renderForm(form, { answers, errors: { day: ['Ask ', rosa, '.'] } });
    expect(values(drawn)).toEqual({ week: '1', day: '2026-11-23', person: rosaId });
    expect(faultsOf(drawn)).toEqual([]);
    expect(wordsOf(drawn)).toContain('Which day?\nAsk Rosa *Díaz*.\nWho?');
    expect(drawn.fallbackText).toContain('Ask Rosa *Díaz*.');
  });

  test('shows on top what is wrong with no field of its own', () => {
    const drawn = renderForm(form, { answers: {}, errors: { other: 'That is too late.' } });
    expect(wordsOf(drawn).startsWith('Post\nThat is too late.\nWhich week?')).toBe(true);
  });

  test('cannot have a field whose name means something else', () => {
    const field: Field = { type: 'time', id: 'about', label: 'When?' };
    expect(() => renderForm({ ...form, fields: [field] })).toThrow(BeyondTeams);
    expect(() => renderForm({ ...form, fields: [{ type: 'person', id: 'who', label: 'Who?' }] })).toThrow(
      BeyondTeams,
    );
  });
});

describe('what comes back', () => {
  test('is a submission also where the mark of a form got lost', () => {
    expect(readAction('codes.join', { code: '7K3M', empty: ' ' }, 't1')).toEqual({
      type: 'submit',
      form: 'codes.join',
      answers: { code: '7K3M' },
    });
  });

  test('is the list itself where nothing was picked', () => {
    const data = { about: 'open', pick: 'picked', picked: '' };
    expect(readAction('pairing.invite', data, 't1')).toEqual({
      type: 'press',
      button: 'pairing.invite:open',
    });
  });

  test.each([[undefined], [''], [7], [null]])('is one of another version without a verb: %p', (verb) => {
    expect(readAction(verb, { about: 'x' }, 't1')).toEqual({ type: 'press', button: '' });
  });

  test('never fails, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.anything(), (verb, data) => {
        expect(readAction(verb, data, 't1')?.type).toMatch(/^(press|submit)$/);
      }),
    );
  });
});
