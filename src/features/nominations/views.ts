import type { Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { View } from '../../chat/view.ts';
import { pageElements } from '../pages/page-elements.ts';
import type { Page } from '../pages/rules.ts';
import { wordsFor } from './words.ts';

export function nominateView(reader: Reader): View {
  const words = wordsFor(reader).nominate;
  return personView('support.nominate', words);
}

export function inviteView(reader: Reader): View {
  return personView('support.invite', wordsFor(reader).invite);
}

function personView(
  id: string,
  words: { readonly title: string; readonly intro: string; readonly person: string; readonly submit: string },
): View {
  return {
    id,
    title: words.title,
    elements: [text(words.intro)],
    fields: [{ type: 'person', id: 'person', label: words.person }],
    submit: words.submit,
  };
}

/** Someone on the director's list: named by colleagues, or asked and not answered yet. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly stands: 'many' | 'few' | 'waiting';
}

/** `said`: what has just been done. */
export function nominationsView(reader: Reader, page: Page<Candidate>, said: string | null): View {
  const words = wordsFor(reader).list;
  return {
    id: 'support.nominations',
    title: words.title,
    elements: [
      ...(said === null ? [] : [strong(said)]),
      text(page.entries.length === 0 ? words.nobody : words.intro),
      ...page.entries.flatMap((one) => candidateElements(reader, one)),
      ...pageElements(reader, page, (number) => `support.nominations:${number}`),
      { type: 'divider' },
      {
        type: 'buttons',
        buttons: [
          { id: 'support.invite', label: words.inviteOther, opens: 'view' },
          { id: 'support.trained', label: words.roster, opens: 'view' },
        ],
      },
    ],
    fields: [],
    submit: null,
  };
}

function candidateElements(reader: Reader, { id, name, stands }: Candidate): readonly Element[] {
  const { list: words, remove } = wordsFor(reader);
  const button =
    stands === 'waiting'
      ? { id: `support.remove:${id}`, label: remove.takeBack, spoken: remove.takeBackOf(name) }
      : { id: `support.invite:${id}`, label: words.invite, spoken: words.inviteOne(name) };
  return [strong(name), quiet(words[stands]), { type: 'buttons', buttons: [button] }];
}
