import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderMessage } from '../../adapters/slack/render-card.ts';
import { renderCard } from '../../adapters/teams/render-card.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import { cleanName, firstName } from '../../src/chat/name.ts';
import { asCard } from '../../src/chat/say.ts';
import { cleanedEvent, cleanedLookUp } from '../../src/people/cleaned.ts';

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

const person = { platform: 'playground', workspace: 'w', id: 'p' } as const;

describe('what a platform tells of someone', () => {
  const profile = { active: true, kind: 'person', language: 'en' } as const;

  test('has a time zone that this Node knows, or none', () => {
    for (const timeZone of ['Mars/Olympus', 'US/Nowhere', '+02:00', ' ', 'BST', '\u0000'])
      expect(cleanedLookUp({ ...profile, name: 'Ana', timeZone })).toMatchObject({ timeZone: null });
    const known = { ...profile, name: 'Ana', timeZone: 'Europe/Lisbon' };
    expect(cleanedLookUp(known)).toEqual(known);
  });

  test('never names them by nothing', () => {
    for (const name of ['', ' ', '\u200B', 'https://evil.example'])
      expect(cleanedLookUp({ ...profile, name, timeZone: null })).toMatchObject({ name: 'your colleague' });
    const event: InboundEvent = {
      ...{ id: '1', from: person, type: 'words' },
      contact: { address: 'a', name: '\u3164', timeZone: 'Mars/Olympus', language: null },
    };
    expect(cleanedEvent(event).contact).toEqual({ address: 'a', name: null, timeZone: null, language: null });
  });

  test('is cleaned when it changes as well', () => {
    const changed = { ...profile, name: 'Ana \u202Eavlis', timeZone: 'Mars/Olympus' };
    const event: InboundEvent = { id: '1', from: person, type: 'profile', profile: changed };
    expect(cleanedEvent(event)).toMatchObject({ profile: { name: 'Ana avlis', timeZone: null } });
  });
});

describe('a name that got through all the same is no link', () => {
  const sentence = (name: string) =>
    asCard([{ person, name }, ' is your buddy. More: https://hospital.example/.']);

  test.each([
    'https://evil.example',
    'http://evil.example/x',
    'Ana https://evil.example',
    'www.evil.example',
  ])('%s', (name) => {
    expect(JSON.stringify(renderMessage(sentence(name)).blocks)).not.toMatch(/<[^>]*evil/);
    expect(JSON.stringify(renderCard(sentence(name)).body)).not.toMatch(/\]\([^)]*evil/);
    expect(JSON.stringify(renderMessage(sentence('Ana')).blocks)).toContain('<https://hospital.example/>');
  });

  test('nor a mention nor emphasis', () => {
    for (const name of ['<!channel>', '<@U0BEN>', '*Ana*', '[Ana](https://evil.example)']) {
      const [block] = renderMessage(sentence(name)).blocks;
      expect(JSON.stringify(block)).not.toMatch(/<!|<@/);
      if (name.startsWith('*')) expect(JSON.stringify(block)).toContain('"plain_text"');
      expect(JSON.stringify(renderCard(sentence(name)).body)).toContain('"RichTextBlock"');
    }
  });
});
