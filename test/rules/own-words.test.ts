import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { limits as slack } from '../../adapters/slack/limits.ts';
import { onAPhone } from '../../adapters/teams/limits.ts';
import type { Words } from '../../src/chat/card.ts';
import { languages } from '../../src/chat/language.ts';
import { inLanguage } from '../../src/chat/reader.ts';
import { command } from '../../src/chat/say.ts';
import type { OwnSentence } from '../../src/content/word-files.ts';
import { wordsFor } from '../../src/features/checkins/words.ts';
import { fits } from '../../src/words/limits.ts';
import { sentencesIn, useOwnWords } from '../../src/words/own-words.ts';
import { rooms } from '../../src/words/rooms.ts';
import { saidInstead, writtenOf } from '../../src/words/sentence.ts';

const ben = { person: { platform: 'slack', workspace: 'T1', id: 'UBEN' }, name: 'Ben' } as const;
const own = (key: string, text: string): OwnSentence => ({ key, text, place: 'here' });

afterEach(() => {
  for (const language of languages)
    for (const room of Object.values(rooms)) room.sayInstead(language, room.shipped[language]);
});

test('every room that says something can say it otherwise', () => {
  const source = join(import.meta.dirname, '../../src');
  const folders = globSync('**/words.en.ts', { cwd: source }).map((file) => dirname(file).split('/').at(-1));
  expect(Object.keys(rooms).toSorted()).toEqual(folders.toSorted());
});

describe('how a sentence is written', () => {
  const text = (says: unknown) => writtenOf(says as never)?.text ?? null;

  test.each([
    ['plain words', 'Got it.', 'Got it.'],
    ['what is typed', ['Type ', command('join CODE'), '.'], 'Type {join CODE}.'],
    ['a number to call', ['Call ', { phone: '988' }], 'Call {988}'],
    ['a name', (buddy: string): Words => ['Hi ', buddy, '.'], 'Hi {buddy}.'],
    ['a text', (day: string, at: string) => `On ${day} at ${at}.`, 'On {day} at {at}.'],
    [
      'what is typed with something in it',
      (code: string) => ['Type ', command(`join ${code}`)],
      'Type {join code}',
    ],
  ])('%s', (_, says, written) => {
    expect(text(says)).toBe(written);
  });

  test.each([
    ['a plural', (count: number) => (count === 1 ? `${count} code` : `${count} codes`)],
    ['nothing there', (until: string | null) => (until === null ? `since ${until}` : `until ${until}`)],
    ['a word looked up', (on: 'slack') => `in ${{ slack: 'Slack' }[on]}`],
    ['a list', (ways: readonly string[]) => ways.join(', ')],
    ['a date made of it', (week: string) => `${new Date(week).getTime()} (${week})`],
    ['what is not said', (_name: string) => 'Someone asked you.'],
    ['parts of it', ({ week }: { readonly week: string }) => `Week ${week}`],
  ])('is not one text, where it turns on %s', (_, says) => {
    expect(text(says)).toBe(null);
  });

  test('nearly all of what Buddy says is one text, in both languages', () => {
    for (const language of languages) {
      const all = [...sentencesIn(language)];
      const changing = all.filter(([, says]) => writtenOf(says) === null).map(([key]) => key);
      expect(all.length).toBeGreaterThan(500);
      expect(changing.length).toBeLessThan(all.length / 15);
    }
  });

  test('said again as it is written, each sentence is the same', () => {
    for (const [, says] of languages.flatMap((language) => [...sentencesIn(language)])) {
      const written = writtenOf(says);
      if (written === null) continue;
      const again = saidInstead(says, written.text);
      if (typeof says !== 'function' || typeof again !== 'function') {
        expect(joined(again)).toBe(joined(says));
        continue;
      }
      const filledIn = Array.from({ length: says.length }, (_, place) => `value ${place}`);
      expect(joined(again(...filledIn))).toBe(joined(says(...filledIn)));
    }
  });
});

describe('a hospital that says it otherwise', () => {
  test('has names and commands where it puts them, as what they are', () => {
    useOwnWords({
      en: [
        own('checkins.noted', 'Noted, {buddy}. {buddy} is glad.'),
        own('checkins.notYours', '{status} has them all.'),
      ],
      es: [],
    });
    const words = wordsFor({ language: 'en' });
    expect(words.noted(ben)).toEqual(['Noted, ', ben, '. ', ben, ' is glad.']);
    expect(words.notYours).toEqual([command('status'), ' has them all.']);
  });

  test('changes nothing else, and no other language', () => {
    const before = wordsFor({ language: 'es' });
    expect(useOwnWords({ en: [own('checkins.held.checkins', 'Talks')], es: [] })).toEqual([]);
    const words = wordsFor({ language: 'en' });
    expect(words.held.checkins).toBe('Talks');
    expect(words.held.reaches).toBe(wordsFor.shipped.en.held.reaches);
    expect(wordsFor({ language: 'es' })).toBe(before);
  });

  test('hears of each that cannot be, and then nothing is changed', () => {
    const faults = useOwnWords({
      en: [
        own('checkins.iWill', 'Sure'),
        own('checkins.iwill', 'Sure'),
        own('checkins.held', 'Sure'),
        own('xyz', 'Sure'),
        own('checkins.undone', 'Undone for {bud}.'),
        own('checkins.undo', 'Undo {it}'),
        own('checkins.heldReach', 'Sure'),
        own('checkins.choose', 'x'.repeat(3001)),
      ],
      es: [],
    });
    expect(faults).toEqual([
      'here: there is no sentence checkins.iwill. Did you mean checkins.iWill?',
      'here: there is no sentence checkins.held. It has more than one in it, such as checkins.held.checkins.',
      'here: there is no sentence xyz.',
      'here, checkins.undone: {buddy} is missing.',
      "here, checkins.undone: {bud} can't be filled in here; this can: {buddy}.",
      "here, checkins.undo: {it} can't be filled in here; nothing can.",
      "here, checkins.heldReach: changes with what is filled in, so one text can't stand in its place.",
      'here, checkins.choose: is a text, where 3000 characters fit; this has 3001.',
    ]);
    expect(wordsFor({ language: 'en' }).iWill).toBe('I will');
  });
});

test('where nobody says it otherwise, words are the very objects that the room wrote', () => {
  const en = { hi: 'Hi' };
  expect(inLanguage({ en, es: en })({ language: 'en' })).toBe(en);
});

test('a text fits where the platform with the least room shows it', () => {
  expect(fits).toEqual({
    title: slack.modal.title,
    submit: slack.modal.submit,
    button: Math.min(slack.button.label, onAPhone.buttonLabel),
    option: Math.min(slack.select.label, onAPhone.optionLabel),
    heading: slack.heading,
    text: slack.text,
  });
});

function joined(words: unknown): string {
  return Array.isArray(words)
    ? words.map((part) => (typeof part === 'object' ? JSON.stringify(part) : part)).join('')
    : String(words);
}
