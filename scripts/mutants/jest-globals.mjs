import { expect } from 'expect';

/** Stands where the tests import @jest/globals: as much of it as tests of pure functions need. */
export { expect };

let collected = [];

export function test(name, run) {
  collected.push({ name, run });
}

test.each = (rows) => (name, run) => {
  for (const row of rows) test(name, () => run(...(Array.isArray(row) ? row : [row])));
};

export function describe(_name, declare) {
  declare();
}

describe.each = (rows) => (name, declare) => {
  for (const row of rows) describe(name, () => declare(...(Array.isArray(row) ? row : [row])));
};

/** The tests that were declared since it was asked last. */
export function takeTests() {
  const taken = collected;
  collected = [];
  return taken;
}
