import { expect, test } from '@jest/globals';
import { isId } from '../../src/chat/id.ts';

test.each([
  ['U01ABC', true],
  ['3d099d0f-13df-4d0b-a442-7a6ce99d61b9', true],
  ['29:1kq_Zb-x', true],
  ['member:01a22375-6b03-7615-9102-a5e4f148ad9f', true],
  ['x'.repeat(128), true],
  ['x'.repeat(129), false],
  ['', false],
  ['a/b', false],
  ['a b', false],
  ['a\u0000', false],
  ['a\n', false],
  ['é', false],
])('%j can be an id: %p', (text, can) => {
  expect(isId(text)).toBe(can);
});
