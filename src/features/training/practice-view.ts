import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { View } from '../../chat/view.ts';
import { saidIn } from '../../content/languages.ts';
import type { RolePlay } from '../../content/support.ts';
import { wordsFor } from './words.ts';

export const halves = ['colleague', 'supporter'] as const;

export type Half = (typeof halves)[number];

/** Names nobody but by an id of Buddy's own: what a practice button is about. */
export function aboutHalf(rolePlayId: string, half: Half, otherId: string): string {
  return `${rolePlayId}/${half}/${otherId}`;
}

export interface Practicing {
  readonly rolePlay: RolePlay;
  readonly half: Half;
  readonly other: { readonly id: string; readonly name: string };
}

/** One's own half of a role play, and the way to the other one once it's time to switch. */
export function practiceView(reader: Reader, { rolePlay, half, other }: Practicing): View {
  const words = wordsFor(reader).practice;
  const said = saidIn(rolePlay.words, reader.language);
  const next = half === 'colleague' ? 'supporter' : 'colleague';
  return {
    id: 'support.practice',
    title: words.title,
    elements: [
      strong(said.title),
      text(words.with(other.name)),
      strong(words.half[half]),
      ...said[half].map(text),
      quiet(words.afterwards),
      {
        type: 'buttons',
        buttons: [{ id: `support.practice:${aboutHalf(rolePlay.id, next, other.id)}`, label: words.switch }],
      },
    ],
    fields: [],
    submit: null,
  };
}
