import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { typedName } from '../../src/features/referrals/typed-person.ts';
import { contactOf } from '../../src/people/way-to-reach.ts';

describe('a way to reach someone is read as it was meant', () => {
  test.each([
    ['(617) 555-0100', '617-555-0100'],
    ['+1 617.555.0100', '617-555-0100'],
    ['1-617-555-0100', '617-555-0100'],
    ['6175550100', '617-555-0100'],
    ['tel:+16175550100', '617-555-0100'],
    ['617–555–0100', '617-555-0100'],
    ['617-555-0100 ext. 42', '617-555-0100 ext. 42'],
    ['(617) 555-0100, x42', '617-555-0100 ext. 42'],
    ['617 555 0100 extensión 42', '617-555-0100 ext. 42'],
    ['555-0100', '555-0100'],
    ['5555', '5555'],
    ['ext 5555', 'ext. 5555'],
    ['Extension: 5-5555', 'ext. 5-5555'],
    ['x5555', 'ext. 5555'],
    ['pager 1234', 'pager 1234'],
    ['Pager #1234', 'pager 1234'],
    ['5555 pager 1234', '5555 pager 1234'],
    ['+52 (55) 1234-5678', '+52-55-1234-5678'],
    ['+(44) 20.7946/0958 -', '+44-20-7946-0958'],
    ['+617 555 0100', '+617-555-0100'],
    ['1 617 555 0100 2', '1-617-555-0100-2'],
    ['555', '555'],
    ['617\t555\t0100', '617-555-0100'],
    ['\u200B55\u200B55', '5555'],
    ['ext 5–5555', 'ext. 5-5555'],
    ['+123 456 789 012 345', '+123-456-789-012-345'],
    ['123 456 789 012 345', '123-456-789-012-345'],
    ['TEL:5555', '5555'],
    ['55\u200B55', '5555'],
    ['ext 5555 pager 12345678', 'ext. 5555 pager 12345678'],
    ['a@b.co', 'a@b.co'],
    ['MAILTO:a@b.co', 'a@b.co'],
    [`${'a'.repeat(64)}@${'b'.repeat(12)}.co`, `${'a'.repeat(64)}@${'b'.repeat(12)}.co`],
    ['  ana.ferrer@Hospital.EXAMPLE ', 'ana.ferrer@hospital.example'],
    ["mailto:o'brien+work@ward.hospital.example", "o'brien+work@ward.hospital.example"],
    ['nuñez@clínica.example', 'nuñez@clínica.example'],
  ])('%p reads %p', (typed, shown) => {
    expect(contactOf(typed)).toBe(shown);
    expect(contactOf(shown)).toBe(shown);
  });
});

describe('nothing can be told in its place', () => {
  test.each([
    '',
    '   ',
    'call her after the code on 5 West',
    '617-555-0100 after 6 pm',
    '617-555-0100 she is very upset',
    'ext',
    'pager',
    'ext. ext. 5',
    '12',
    '+12',
    '1234567890123456',
    'x',
    'ana@hospital',
    'ana ferrer@hospital.example',
    'ana@hospital.example or 5555',
    'ana@@hospital.example',
    '@hospital.example',
    '<ana@hospital.example>',
    '*ana*@hospital.example',
    `${'a'.repeat(70)}@hospital.example`,
    '5555\n5556\nand more',
    '١٢٣٤٥٦٧',
    '++1 617 555 0100',
    '5 tel:5555',
    'me mailto:a@b.co',
    'pager pager',
    '5555 ext 123456789',
    `${'a'.repeat(64)}@${'b'.repeat(13)}.co`,
    `${'5 '.repeat(10)}${'-'.repeat(70)}`,
  ])('%p is refused', (typed) => {
    expect(contactOf(typed)).toBeNull();
  });

  test('whatever is typed: what comes out is short, has no other words, and goes in unchanged', () => {
    const pieces = fc.constantFrom(
      '5',
      '55',
      '617',
      '-',
      ' ',
      '(',
      ')',
      '.',
      '+',
      'ext',
      'x',
      'pager',
      'a',
      '@',
      'é',
      ',',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (typed) => {
        const shown = contactOf(typed.join(''));
        if (shown === null) return;
        expect(shown.length).toBeLessThanOrEqual(80);
        expect(contactOf(shown)).toBe(shown);
        if (!shown.includes('@'))
          expect(shown.match(/[\p{L}]+/gu)?.filter((word) => !['ext', 'pager'].includes(word)) ?? []).toEqual(
            [],
          );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a typed name', () => {
  test.each([
    [' Ana  Ferrer ', 'Ana Ferrer'],
    ['Dr. María del Carmen Núñez-O’Neil', 'Dr. María del Carmen Núñez-O’Neil'],
    ['王小明', '王小明'],
    ['*Ana* <@U1>', 'Ana U1'],
    ['Ana\nFerrer', 'Ana Ferrer'],
  ])('%p reads %p', (typed, name) => {
    expect(typedName(typed)).toBe(name);
  });

  test.each(['', ' ', '5555', '🦩', 'ana@hospital.example', 'ext 5555', 'x'.repeat(81), '...'])(
    '%p is none',
    (typed) => {
      expect(typedName(typed)).toBeNull();
    },
  );

  test.each([
    'maría josé garcía lópez',
    'QUIST, ZORA (RN)',
    'Juan Carlos de la Fuente y Vega, MD',
    'van der Berg, Anneke',
    'J. R. Smith Jr.',
    'Zora Quist 2',
    'Zora Quist, assoc. MD',
    'Zora maría elena Quist',
    'zora maría elena mcDonald',
    'de la Cruz e Hijos da Silva',
  ])('%p is one', (typed) => {
    expect(typedName(typed)).not.toBeNull();
  });

  test.each([
    'Zora gave wrong dose',
    'Zora Quist: wrong dose',
    'Zora Quist; please hurry',
    'Zora Quist!',
    'Zora Quist?',
    'dose=10',
    'wrong dose given to patient',
    'One Two Three Four Five Six Seven Eight Nine',
    'Zora Quist, Tuesday. ',
    '(Zora) was with patient',
  ])('%p tells more than a name', (typed) => {
    expect(typedName(typed)).toBeNull();
  });

  test('of 80 letters is kept whole', () => {
    expect(typedName('ñ'.repeat(80))).toBe('ñ'.repeat(80));
    expect(typedName(`  ${'A'.repeat(80)}  `)).toBe('A'.repeat(80));
  });
});
