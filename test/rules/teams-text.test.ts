import { describe, expect, test } from '@jest/globals';
import { heading, richText, shortened, textElement } from '../../adapters/teams/text.ts';

describe('a text', () => {
  const runs = (...texts: string[]) => ({
    type: 'RichTextBlock',
    inlines: texts.map((text) => ({ type: 'TextRun', text })),
  });

  test('is shown as it was typed, names and commands standing out', () => {
    const person = { platform: 'teams', workspace: 't', id: 'ben' } as const;
    expect(
      richText([
        'You and ',
        { person, name: 'Ben' },
        ': ',
        { command: 'invite', colleague: { mention: '@colleague', name: 'First Last' } },
      ]),
    ).toEqual({
      type: 'RichTextBlock',
      inlines: [
        { type: 'TextRun', text: 'You and ' },
        { type: 'TextRun', text: 'Ben', weight: 'bolder' },
        { type: 'TextRun', text: ': ' },
        { type: 'TextRun', text: 'invite First Last', weight: 'bolder' },
      ],
    });
    expect(richText(['By ', { person, name: 'Ben' }], { isSubtle: true })).toEqual({
      type: 'RichTextBlock',
      inlines: [
        { type: 'TextRun', text: 'By ', isSubtle: true },
        { type: 'TextRun', text: 'Ben', isSubtle: true },
      ],
    });
  });

  test('is nothing where there is nothing to say', () => {
    expect(richText('')).toEqual(runs());
  });

  test('makes no date of two braces', () => {
    expect(richText('{{DATE(2026)}} {{{')).toEqual(runs('{', '{DATE(2026)}} {', '{', '{'));
  });

  test('has links where nothing beside them would be formatted', () => {
    expect(textElement('Read https://a.example/x?y=1. Or call.')).toEqual({
      type: 'TextBlock',
      text: 'Read [https://a.example/x?y=1](https://a.example/x?y=1). Or call.',
      wrap: true,
    });
    expect(textElement('See https://a.example/x, https://b.example/', { isSubtle: true })).toEqual({
      type: 'TextBlock',
      text: 'See [https://a.example/x](https://a.example/x), [https://b.example/](https://b.example/)',
      wrap: true,
      isSubtle: true,
    });
  });

  test.each([
    'No link',
    'http://a.example/x',
    '*Read* https://a.example/x',
    'https://a.example/x and _that_',
    '- https://a.example/x',
    '1. https://a.example/x',
    'https://a.example/x(y)z',
    'https://a.example/ä',
    'a\nhttps://a.example/x',
  ])('%j stays as it is', (text) => {
    expect(textElement(text)).toEqual(runs(text));
  });

  test('is a heading to screen readers where nothing in it would be formatted', () => {
    expect(heading('Your buddies', 'large')).toEqual({
      ...{ type: 'TextBlock', style: 'heading', text: 'Your buddies', wrap: true },
      ...{ size: 'large', weight: 'bolder' },
    });
    for (const text of [
      '*so*',
      '- so',
      '2) so',
      ' so',
      'so ',
      '# so',
      '> so',
      '= so',
      '+ so',
      'a {b',
      'a\\b',
    ])
      expect(heading(text, 'medium')).toEqual({
        type: 'RichTextBlock',
        inlines: [{ type: 'TextRun', text, size: 'medium', weight: 'bolder' }],
      });
    expect(heading('A - b', 'medium').type).toBe('TextBlock');
  });

  test('on a button is shortened with an ellipsis, never inside a character', () => {
    expect(shortened('Invite Ben', 10)).toBe('Invite Ben');
    expect(shortened('Invite Benjamin', 11)).toBe('Invite Ben…');
    expect(shortened('Invite Ben', 8)).toBe('Invite…');
    expect(shortened('a😀b', 3)).toBe('a…');
    expect(shortened('ab😀', 3)).toBe('ab…');
    expect(shortened('😀abcde', 5)).toBe('😀ab…');
  });
});

describe('a number to call', () => {
  const phone = { phone: '+33 (0)1-23 45' };
  const person = { platform: 'teams', workspace: 't', id: 'ben' } as const;

  test('is a link where nothing else would be formatted', () => {
    expect(textElement(['Call ', { person, name: 'Ben' }, ' at ', phone, '.'], { isSubtle: true })).toEqual({
      type: 'TextBlock',
      text: 'Call Ben at [+33 (0)1-23 45](tel:+3301-2345).',
      wrap: true,
      isSubtle: true,
    });
    expect(textElement([{ phone: '112' }])).toMatchObject({ text: '[112](tel:112)' });
  });

  test('stays plain where something would be', () => {
    for (const other of ['Call *now*: ', { person, name: '_Ben_' }])
      expect(textElement([other, phone]).type).toBe('RichTextBlock');
    expect(textElement([' 1. ', phone]).type).toBe('RichTextBlock');
    expect(textElement(['# ', phone]).type).toBe('RichTextBlock');
  });

  test('a name that looks like an address makes neither it nor anything else a link', () => {
    for (const name of ['https://evil.example', 'WWW.evil.example', 'ftp://x'])
      expect(textElement([{ person, name }, ' is on https://hospital.example/']).type).toBe('RichTextBlock');
    expect(textElement([{ person, name: 'Ben' }, ' is on https://hospital.example/']).type).toBe('TextBlock');
    expect(textElement([{ command: 'status' }, ' is on https://hospital.example/']).type).toBe('TextBlock');
  });
});
