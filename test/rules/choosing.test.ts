import { expect, test } from '@jest/globals';
import { type Asking, mostShown, questionsAmong, whoIsOpen } from '../../src/features/choosing/rules.ts';
import { aMember } from './a-member.ts';

const now = Date.parse('2026-12-02T12:00:00Z');
const asking: Asking = {
  memberId: null,
  buddyIds: new Set(),
  now,
  maxBuddies: 3,
  buddiesOf: new Map(),
  turnOf: ({ id }) => id,
};

function shown(candidates: Parameters<typeof whoIsOpen>[0], more: Partial<Asking> = {}): string[] {
  return whoIsOpen(candidates, { ...asking, ...more }).map(({ name }) => name);
}

const [ana, ben, cleo] = [aMember('Ana'), aMember('Ben'), aMember('Cleo')];

test('who is open is listed by name, as names are sorted where people speak', () => {
  expect(shown([cleo, aMember('Élodie'), ben, aMember('Zoe'), ana])).toEqual([
    'Ana',
    'Ben',
    'Cleo',
    'Élodie',
    'Zoe',
  ]);
});

test('nobody sees themselves or the buddies they have', () => {
  expect(shown([ana, ben, cleo], { memberId: 'ana', buddyIds: new Set(['cleo']) })).toEqual(['Ben']);
});

test('who is away is not shown, until the moment they are back', () => {
  const away = aMember('Ben', { rhythm: { pausedAt: now - 1, pausedUntil: now + 1 } });
  const back = aMember('Cleo', { rhythm: { pausedAt: now - 2, pausedUntil: now } });
  expect(shown([away, back])).toEqual(['Cleo']);
});

test('who has as many buddies as one may have is not shown, one fewer is', () => {
  const buddiesOf = new Map([
    ['ana', 2],
    ['ben', 3],
    ['cleo', 4],
  ]);
  expect(shown([ana, ben, cleo], { buddiesOf })).toEqual(['Ana']);
  expect(shown([ana], { maxBuddies: 1 })).toEqual(['Ana']);
});

test('when they are too many for a phone, those whose turn it is today are shown, and no more than twenty', () => {
  const many = Array.from({ length: 30 }, (_, index) => aMember(`P${String(index).padStart(2, '0')}`));
  // 0, 7, 14, 21, 28, 5 ...: everyone has another place.
  const place = (name: string): number => (Number(name.slice(1)) * 7) % 30;
  const names = shown(many, { turnOf: ({ name }) => String(place(name)).padStart(2, '0') });
  expect(mostShown).toBe(20);
  expect(names).toEqual(many.map(({ name }) => name).filter((name) => place(name) < 20));
});

test('of a guide, what asks something is offered to think about', () => {
  expect(
    questionsAmong(['Who listens to you?', 'Take your time.', 'Who would you call? ', 'Why? Because.']),
  ).toEqual(['Who listens to you?', 'Who would you call? ']);
});
