import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadContent } from '../../src/content/content.ts';
import { eventKinds } from '../../src/content/event-kinds.ts';
import { createPace, mostAMinute } from '../../src/features/intake/pace.ts';
import { readReport } from '../../src/features/intake/rules.ts';
import { typedName } from '../../src/features/referrals/typed-person.ts';
import { contactOf } from '../../src/people/way-to-reach.ts';

const { choices } = loadContent(join(import.meta.dirname, '../../prompts')).support;
const lists = {
  ...choices,
  units: [{ id: 'icu', words: { en: 'Intensive care', es: 'Terapia intensiva' } }],
};
const elif = { name: 'Elif Kaya' };
const report = { kind: 'event-death', soon: 'week', people: [elif] };

function read(sent: unknown) {
  return readReport(JSON.stringify(sent), lists);
}

describe('what an incident-report system sends', () => {
  test('may be as little as a name, and what isn’t known is null', () => {
    const nothing = { contact: null, platformId: null, profession: null, specialty: null, unit: null };
    const expected = { kind: 'event-death', soon: 'week', group: false, people: [{ ...elif, ...nothing }] };
    expect(read(report)).toEqual({ ok: true, report: expected });
    for (const unknown of ['', '  ', null]) {
      const sent = Object.fromEntries(Object.keys(nothing).map((name) => [name, unknown]));
      expect(read({ ...report, people: [{ ...elif, ...sent }] })).toEqual({ ok: true, report: expected });
    }
  });

  test.each(['icu', 'ICU', 'Intensive care', ' terapia intensiva '])(
    '“%s” is a unit that’s on the list',
    (unit) => {
      expect(read({ ...report, people: [{ ...elif, unit }] })).toMatchObject({
        report: { people: [{ unit: 'icu' }] },
      });
    },
  );

  test('is tidied as what people type is', () => {
    const people = [{ name: ' Elif  Kaya ', contact: 'tel:(617) 555-0142', platformId: 'slack:U0ELIF' }];
    expect(read({ ...report, people, group: true })).toMatchObject({
      report: {
        group: true,
        people: [{ ...elif, contact: '617-555-0142', platformId: { platform: 'slack', id: 'U0ELIF' } }],
      },
    });
  });

  test('may be about twenty, and no more', () => {
    expect(read({ ...report, people: Array(20).fill(elif) }).ok).toBe(true);
    expect(read({ ...report, people: Array(21).fill(elif) })).toMatchObject({ field: 'people' });
  });

  test('the first fault is named, and nothing of what was sent is said back', () => {
    const people = [elif, { name: 'Ben', contact: 'he cried' }];
    expect(read({ ...report, people })).toEqual({
      ok: false,
      field: 'people.1.contact',
      why: 'must be a phone number, an extension, a pager or an email address.',
    });
  });

  test('leaves nothing but names, ways to reach people and what’s on a list, whatever it is', () => {
    const known = [...choices.professions, ...choices.specialties, ...lists.units].map(({ id }) => id);
    const good = fc.constantFrom('Elif Kaya', 'Ana', '5555', 'a@b.org', 'slack:U1', 'nurse', 'icu', '', null);
    const value = fc.oneof({ arbitrary: good, weight: 9 }, { arbitrary: fc.jsonValue(), weight: 1 });
    const person = fc.record({
      ...{ name: fc.oneof(good, fc.string()), contact: value, platformId: value },
      ...{ profession: value, unit: value, note: fc.string() },
    });
    const sent = fc.record({
      kind: fc.constantFrom(...eventKinds),
      soon: fc.constantFrom('today', 'week'),
      people: fc.array(person, { minLength: 1, maxLength: 3 }),
      note: fc.string(),
    });
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(sent, fc.jsonValue()), (one) => {
        const answer = read(one);
        if (!answer.ok) return;
        taken += 1;
        expect(Object.keys(answer.report).sort()).toEqual(['group', 'kind', 'people', 'soon']);
        for (const { name, contact, platformId, ...listed } of answer.report.people) {
          expect(typedName(name)).toBe(name);
          if (contact !== null) expect(contactOf(contact)).toBe(contact);
          if (platformId !== null) expect(platformId.id).toMatch(/^[\w.-]+$/);
          for (const id of Object.values(listed)) expect([null, ...known]).toContain(id);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(taken).toBeGreaterThan(5);
  });
});

test('sixty are taken in any minute, and one more each time the first is a minute old', () => {
  let now = 0;
  const waits = createPace({ now: () => now });
  for (let count = 0; count < mostAMinute; count += 1, now += 500) expect(waits()).toBeNull();
  expect(waits()).toBe(30);
  now = 59_999;
  expect(waits()).toBe(1);
  now = 60_000;
  expect(waits()).toBeNull();
  expect(waits()).toBe(1);
  now = 200_000;
  expect(waits()).toBeNull();
});
