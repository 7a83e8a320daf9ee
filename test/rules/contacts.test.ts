import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  isSameName,
  nameLetters,
  profileOfContact,
  withoutAdditions,
} from '../../src/people/contacts/rules.ts';

const contact = {
  ...{ name: 'Ana Silva', timeZone: 'Europe/Paris', welcomedAt: null, unreachableSince: null, createdAt: 0 },
  ...{ address: null, language: null },
};

test('who wrote to Buddy once is someone with a name, a time zone and an open account', () => {
  expect(profileOfContact(contact)).toEqual({
    name: 'Ana Silva',
    timeZone: 'Europe/Paris',
    language: null,
    active: true,
    kind: 'person',
  });
});

test('who never wrote, or whose name nobody told, is nobody yet', () => {
  expect([profileOfContact(null), profileOfContact({ ...contact, name: null })]).toEqual([null, null]);
});

test.each([
  ['Ana Silva', 'ana silva'],
  ['Ana Silva', ' Silva,  Ana '],
  ['Ana Silva', 'AnaSilva'],
  ['Zoe Adams', 'zoeadams'],
  ['ZoeAdams', 'zoe adams'],
  ['José Núñez', 'Nunez Jose'],
  ['Łukasz Đorđević', 'lukasz dordevic'],
  ['Søren Ærø', 'soren aero'],
  ['Þóra Strauß', 'THORA STRAUSS'],
  ['Cœur Ðan Işık', 'coeur dan isik'],
  ['Maeve O’Brien', "maeve o'brien"],
  ['Maeve O‘Brien', 'Maeve O´Brien'],
  ['Maeve O`Brien', 'Maeve Oʼbrien'],
  ['Jean‐Luc Roy', 'Jean-Luc Roy'],
  ['Jean–Luc Roy', 'Roy Jean-Luc'],
  ['Ｗｉｄｅ Name', 'wide name'],
])('%s is found by %s', (name, typed) => {
  expect(isSameName(name, typed)).toBe(true);
});

test.each([
  ['Ana Silva', 'Ana Silvano'],
  ['Ana Silva', 'Ana'],
  ['Ana Silva', ''],
  ['', ''],
  [' , ', ','],
  ['Jean-Luc Roy', 'Jean Luc Roy'],
])('%j is not found by %j', (name, typed) => {
  expect(isSameName(name, typed)).toBe(false);
});

test('every name is the same as itself, whatever its case and whichever part comes first', () => {
  const part = fc.stringMatching(/^[A-Za-zéüñçø’-]{1,12}$/);
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      expect(isSameName(parts.join(' '), parts.toReversed().join(', ').toUpperCase())).toBe(true);
    }),
  );
});

test.each([
  ['Jane Doe (she/her) [ICU]', 'Jane Doe'],
  ['(Dr.) Jane Doe', 'Jane Doe'],
  ['Jane(she/her)Doe', 'Jane Doe'],
  ['Jane Doe', 'Jane Doe'],
])('%j is, without what a directory adds, %j', (name, plain) => {
  expect(withoutAdditions(name)).toBe(plain);
});

test('names that may be the same have the same letters', () => {
  expect(nameLetters('Doe, Jané (she/her)')).toBe('adeejno');
  expect(nameLetters('jane doe')).toBe('adeejno');
});
