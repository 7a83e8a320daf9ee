import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  asTyped,
  bold,
  escaped,
  isOnSlack,
  plainText,
  sentence,
  shortened,
  split,
  telephone,
  unescaped,
} from '../../adapters/slack/text.ts';

describe('a text', () => {
  const mention = { person: { platform: 'slack', workspace: 'T01', id: 'UBEN' }, name: 'Ben' } as const;
  const onTeams = { person: { platform: 'teams', workspace: 't', id: 'tea' }, name: 'Tea' } as const;
  const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true });
  const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });

  test('arrives as it was typed, whatever characters it has', () => {
    expect(escaped('a < b && c > d')).toBe('a &lt; b &amp;&amp; c &gt; d');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => unescaped(escaped(text)) === text));
    expect(unescaped('&amp;lt; &lt;&lt; &gt;&gt; &amp;&amp;')).toBe('&lt; << >> &&');
    expect(plainText('a & b')).toEqual(plain('a &amp; b'));
  });

  test('is plain where nothing needs an escape or something would be formatted, and escaped otherwise', () => {
    expect(asTyped('What helped?')).toEqual(plain('What helped?'));
    expect(asTyped('Rest & sleep')).toEqual(mrkdwn('Rest &amp; sleep'));
    for (const text of ['*so* & so', '_so_ &', '~so~ &', '`so` &', 'so :tada: &', '> so &', 'so\n > so &'])
      expect(asTyped(text)).toEqual(plain(escaped(text)));
    expect(asTyped('at 12:30 & so')).toEqual(mrkdwn('at 12:30 &amp; so'));
  });

  test('calls a colleague on Slack by a mention, and one elsewhere by name', () => {
    expect(sentence(['You and ', mention, ' & ', onTeams, '.'])).toEqual(
      mrkdwn('You and <@UBEN> &amp; Tea.'),
    );
    expect(sentence(['You and ', onTeams])).toEqual(plain('You and Tea'));
    expect([mention, onTeams, 'Ben', { command: 'help' }].map(isOnSlack)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('makes a link of an address, without the punctuation after it', () => {
    expect(sentence('Read https://a.example/x?y=1&z=2. Or call.')).toEqual(
      mrkdwn('Read <https://a.example/x?y=1&amp;z=2>. Or call.'),
    );
    expect(sentence('One https://a.example/1, two https://a.example/2.')).toEqual(
      mrkdwn('One <https://a.example/1>, two <https://a.example/2>.'),
    );
    expect(sentence(['See (http://a.example/b), ', { command: 'help' }])).toEqual(
      mrkdwn('See (<http://a.example/b>), /buddy help'),
    );
  });

  test('keeps marks of a link as they are, but is plain when anything beside it would be formatted', () => {
    expect(sentence('https://a.example/_b_')).toEqual(mrkdwn('<https://a.example/_b_>'));
    expect(sentence('*See* https://a.example/b')).toEqual(plain('*See* https://a.example/b'));
    expect(sentence('https://a.example/b and *so*')).toEqual(plain('https://a.example/b and *so*'));
    expect(sentence(['*Dear* ', mention])).toEqual(plain('*Dear* Ben'));
    // As if nothing stood in the name's place.
    expect(sentence([':a', mention, 'b:'])).toEqual(plain(':aBenb:'));
    expect(sentence([mention, '> so'])).toEqual(mrkdwn('Ben&gt; so'));
    expect(sentence(['With ', { ...mention, name: '*Ben*' }])).toEqual(mrkdwn('With <@UBEN>'));
    expect(sentence(":a'https://a.example/x':")).toEqual(mrkdwn(":a'<https://a.example/x>':"));
  });

  test('is bold where that can be written', () => {
    expect(bold('A & B')).toEqual(mrkdwn('*A &amp; B*'));
    expect(bold('A*B')).toEqual(plain('A*B'));
  });

  test('that is too long is cut at a word, at a line where one is near, and never inside a character', () => {
    expect(split('one two three', 8)).toEqual(['one two', 'three']);
    expect(split('one two three', 7)).toEqual(['one two', 'three']);
    expect(split('one two\nthree', 9)).toEqual(['one two', 'three']);
    expect(split('a\nbb cc dd ee', 9)).toEqual(['a\nbb cc', 'dd ee']);
    // A line is near when it is in the second half.
    expect(split('abcd\nef gh', 8)).toEqual(['abcd\nef', 'gh']);
    expect(split('abcde\nf g', 8)).toEqual(['abcde', 'f g']);
    expect(split('abc\ndef gh', 8)).toEqual(['abc\ndef', 'gh']);
    expect(split('abcd ef', 3)).toEqual(['abc', 'd', 'ef']);
    expect(split(' abcdef', 4)).toEqual([' abc', 'def']);
    expect(split('a bcdefg', 4)).toEqual(['a', 'bcde', 'fg']);
    expect(split('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
    expect(split('&&&', 11)).toEqual(['&&', '&']);
    expect(split('😀😀', 3)).toEqual(['😀', '😀']);
    expect(split('fits', 4)).toEqual(['fits']);
    expect(split('', 4)).toEqual(['']);
  });

  test('of lines is cut at their ends alone', () => {
    expect(split('a b\nc d e f', 8, 'lines')).toEqual(['a b', 'c d e f']);
    expect(split('a b c d', 4, 'lines')).toEqual(['a b ', 'c d']);
    expect(split('abc def', 3, 'lines')).toEqual(['abc', ' de', 'f']);
    expect(split('abcd\nef', 3, 'lines')).toEqual(['abc', 'd', 'ef']);
    expect(split('\nabcdef', 4, 'lines')).toEqual(['\nabc', 'def']);
    expect(split('a\nbcde', 4, 'lines')).toEqual(['a', 'bcde']);
    expect(split('a\nb\nc', 3, 'lines')).toEqual(['a\nb', 'c']);
  });

  test('in pieces is complete, and no piece is too long', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\n', '&', '😀'), maxLength: 60 }),
        fc.integer({ min: 5, max: 20 }),
        (text, max) => {
          const pieces = split(text, max);
          for (const piece of pieces) expect(escaped(piece).length).toBeLessThanOrEqual(max);
          expect(pieces.join('').replace(/[ \n]/g, '')).toBe(text.replace(/[ \n]/g, ''));
        },
      ),
    );
  });

  test('on a button is shortened with an ellipsis', () => {
    expect(shortened('Invite Ben', 10)).toBe('Invite Ben');
    expect(shortened('Invite Benjamin', 11)).toBe('Invite Ben…');
    expect(shortened('Invite Ben', 8)).toBe('Invite…');
    expect(shortened('A&B', 6)).toBe('A…');
    expect(shortened('a😀b', 3)).toBe('a…');
  });
});

describe('a number to call', () => {
  const phone = { phone: '+33 (0)1-23 45' };

  test('is a link of its own', () => {
    expect(telephone(phone)).toBe('tel:+3301-2345');
    expect(sentence(['Call ', phone, '.'])).toEqual({
      type: 'mrkdwn',
      text: 'Call <tel:+3301-2345|+33 (0)1-23 45>.',
      verbatim: true,
    });
  });

  test('stays plain where something beside it would be formatted', () => {
    expect(sentence(['Call *now*: ', phone])).toMatchObject({ type: 'plain_text' });
  });
});

test('the name of someone elsewhere is no link, whatever it looks like', () => {
  const person = { platform: 'teams', workspace: 't', id: 'x' } as const;
  const name = 'https://evil.example';
  expect(sentence([{ person, name }, ': https://hospital.example/'])).toEqual({
    type: 'mrkdwn',
    text: 'https://evil.example: <https://hospital.example/>',
    verbatim: true,
  });
  expect(sentence([{ person, name: `${name}/*x*` }, ': https://hospital.example/'])).toMatchObject({
    type: 'plain_text',
  });
  expect(sentence([{ person, name: '*Ben*' }, ': https://hospital.example/'])).toMatchObject({
    type: 'plain_text',
  });
});
