import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanName, firstName } from '../../src/chat/name.ts';

const asTheyAre = [
  'Ana Silva',
  'Smith, Jane (she/her)',
  'Jane Doe (ED/ICU)',
  'Jane Doe | Cardiology',
  'O’Neil-Łukasz, Dr.',
  'J.R. Smith Jr.',
  'John Smith 2',
  'Noël & Zoë',
  '李 小龙',
  'Nguyễn Thị Ánh',
  'محمد علي',
  '🌻',
];

const others: readonly (readonly [told: string, shown: string | null])[] = [
  ['Ana \u202Eavlis', 'Ana avlis'],
  ['\u2067Ana\u2069\u200F', 'Ana'],
  ['A\u200Bna\uFEFF S\u00ADilva\u2060', 'Ana Silva'],
  ['Ana\r\n\tSilva\u2028\u0000', 'Ana Silva'],
  ['\u00A0 Ana \u3000 Silva ', 'Ana Silva'],
  [`Z${'\u0301'.repeat(50)}oe`, `Ź${'\u0301'.repeat(4)}oe`],
  [`Z${'\u0323'.repeat(9)}o${'\u0323'.repeat(9)}e`, `Ẓ${'\u0323'.repeat(4)}ọ${'\u0323'.repeat(4)}e`],
  ['HTTPS://EVIL.example Ana', 'Ana'],
  ['WWW.evil.example Ana', 'Ana'],
  ['', null],
  ['   ', null],
  ['\u200B\u200D\u2060', null],
  ['\u3164\u2800\u115F\uFFA0', null],
  ['\uD800', null],
  ['\uE000\u{10FFFF}', null],
  ['...', null],
  ['https://evil.example', null],
  ['Ana https://evil.example/a?b#c', 'Ana'],
  ['www.evil.example Ana', 'Ana'],
  ['mailto:ana@evil.example', null],
  ['evil.example', 'evil example'],
  ['ana@evil.example', 'ana evil example'],
  ['<https://evil.example|Ana>', null],
  ['[Ana](https://evil.example)', 'Ana'],
  ['<!channel>', 'channel'],
  ['<@U0BEN>', 'U0BEN'],
  ['@here', 'here'],
  ['<at>Ana</at>', 'at Ana /at'],
  ['*Ana* _Silva_ `x` ~y~', 'Ana Silva x y'],
];

describe('a name', () => {
  test.each(asTheyAre)('%s stays as it is', (name) => {
    expect(cleanName(name)).toBe(name);
  });

  test.each(others)('%j is shown as %j', (told, shown) => {
    expect(cleanName(told)).toBe(shown);
  });

  test('is cut after 80 characters, however they are made, and not within the space between two words', () => {
    expect(cleanName('é🌻'.repeat(40))).toBe('é🌻'.repeat(40));
    expect(cleanName('🌻'.repeat(81))).toBe(`${'🌻'.repeat(79)}…`);
    expect(cleanName(`${'x'.repeat(78)} ${'y'.repeat(9)}`)).toBe(`${'x'.repeat(78)}…`);
  });

  test('is looked for in the first thousand characters', () => {
    expect(cleanName(`${' '.repeat(999)}A`)).toBe('A');
    expect(cleanName(`${' '.repeat(1_000)}A`)).toBeNull();
  });

  test('of which nothing can be seen gives way to the next', () => {
    expect(firstName(['\u200B', '***', 'Ana Silva', 'ana'])).toBe('Ana Silva');
    expect(firstName(['', '\u3164'])).toBeNull();
  });

  const pieces = fc.constantFrom(
    ...[
      'https://',
      'www.',
      'evil.example',
      'mailto:',
      '<!',
      '>',
      '[',
      '](',
      ')',
      '@',
      '*',
      '_',
      '`',
      ' ',
      '.',
    ],
    ...[
      '\u202E',
      '\u2066',
      '\u200B',
      '\u0301',
      '\u0000',
      '\uD800',
      '\u3164',
      'Ana',
      'é',
      '李',
      '🌻',
      '…',
      '/',
    ],
  );
  const told = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(pieces, { maxLength: 60 }).map((some) => some.join('')),
  );

  test('is visible, fits, runs in one direction, and is neither link nor mention nor markup, whatever was told', () => {
    fc.assert(
      fc.property(told, (text) => {
        const name = cleanName(text);
        if (name === null) return;
        expect(name).toMatch(/[\p{L}\p{N}\p{Extended_Pictographic}]/u);
        expect([...name].length).toBeLessThanOrEqual(80);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
        expect(name).not.toMatch(/:\/\/|www\.|mailto:|[<>[\]{}\\`*_~^@]|[\p{L}\p{N}]\.\p{L}{2}/iu);
        expect(name.trim()).toBe(name);
        expect(cleanName(name)).toBe(name);
      }),
      { numRuns: 2_000 },
    );
  });
});
