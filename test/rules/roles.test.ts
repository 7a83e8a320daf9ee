import { expect, test } from '@jest/globals';
import { mayAppoint } from '../../src/people/roles/rules.ts';

test('an administrator appoints everyone, a director those who help, and nobody else anyone', () => {
  expect(mayAppoint(new Set(['administrator']))).toEqual([
    'administrator',
    'editor',
    'director',
    'deputy',
    'program-administrator',
  ]);
  expect(mayAppoint(new Set(['director']))).toEqual(['deputy', 'program-administrator']);
  expect(mayAppoint(new Set(['deputy', 'program-administrator']))).toEqual([]);
  expect(mayAppoint(new Set())).toEqual([]);
});
