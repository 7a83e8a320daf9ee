import type { Button, Card, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, text } from '../../chat/say.ts';
import { type Choice, noChoice } from '../../content/choices.ts';
import { saidIn } from '../../content/languages.ts';
import { wordsFor } from './words.ts';

/** What's said, and the list: one tap to say it, one to take it back. */
export function professionElements(
  reader: Reader,
  professions: readonly Choice[],
  mine: string | null,
): readonly Element[] {
  const words = wordsFor(reader).profession;
  const name = nameOf(reader, professions, mine);
  return [
    text(name === null ? words.notSaid : words.said(name)),
    quiet(words.why),
    {
      type: 'choice',
      id: 'settings.profession',
      label: words.label,
      options: professions.map(({ id, words: said }) => ({
        value: id,
        label: saidIn(said, reader.language),
      })),
    },
    ...(mine === null ? [] : [{ type: 'buttons' as const, buttons: [takeBack(reader)] }]),
  ];
}

/** After it was said or taken back. */
export function professionCard(reader: Reader, professions: readonly Choice[], mine: string | null): Card {
  const words = wordsFor(reader).profession;
  const name = nameOf(reader, professions, mine);
  if (name === null) return { elements: [text(words.takenBack)] };
  return { elements: [text(words.saved(name)), { type: 'buttons', buttons: [takeBack(reader)] }] };
}

function takeBack(reader: Reader): Button {
  return { id: `settings.profession:${noChoice}`, label: wordsFor(reader).profession.takeBack };
}

function nameOf(reader: Reader, professions: readonly Choice[], mine: string | null): string | null {
  const choice = professions.find(({ id }) => id === mine);
  return choice === undefined ? mine : saidIn(choice.words, reader.language);
}
