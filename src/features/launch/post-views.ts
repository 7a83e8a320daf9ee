import type { Card } from '../../chat/card.ts';
import type { Field } from '../../chat/form.ts';
import type { Language } from '../../chat/language.ts';
import type { Reader } from '../../chat/reader.ts';
import { text } from '../../chat/say.ts';
import type { View } from '../../chat/view.ts';
import type { LaunchText } from '../../content/launch.ts';
import { announcementFields } from './announcement-fields.ts';
import { wordsFor } from './words.ts';

/** Where the announcement goes, and what it says. Null where it isn't known yet. */
export interface Posting {
  readonly channel: string | null;
  readonly hospital: string | null;
  readonly language: Language;
}

/** Which channel, and what the announcement leaves open. */
export function postView(reader: Reader, announcement: LaunchText, posting: Posting): View {
  const { post } = wordsFor(reader);
  return {
    id: 'program.announce-post',
    title: post.title,
    elements: [text(post.how)],
    fields: fieldsOf(reader, announcement, posting),
    submit: post.look,
  };
}

/** The same, with the announcement as it'll stand there. `seen` stands for it: sent in with it, nothing else goes. */
export function postPreviewView(
  reader: Reader,
  announcement: LaunchText,
  { posting, card, seen }: { readonly posting: Posting; readonly card: Card; readonly seen: string },
): View {
  const { post } = wordsFor(reader);
  const sure: Field = {
    ...{ type: 'choice', id: 'sure', label: post.sure, hint: post.sureHint, optional: true },
    options: [{ value: 'yes', label: post.yes }],
  };
  return {
    id: `program.announce-post:${seen}`,
    title: post.title,
    elements: [
      text(post.wouldBe),
      { type: 'divider' },
      ...card.elements.filter(({ type }) => type !== 'buttons'),
      { type: 'divider' },
      text(post.withButtons),
    ],
    fields: [sure, ...fieldsOf(reader, announcement, posting)],
    submit: post.goOn,
  };
}

export function postedView(reader: Reader): View {
  const { post } = wordsFor(reader);
  return {
    id: 'program.announce-post',
    title: post.title,
    elements: [text(post.onItsWay)],
    fields: [],
    submit: null,
  };
}

function fieldsOf(reader: Reader, announcement: LaunchText, posting: Posting): readonly Field[] {
  const { post } = wordsFor(reader);
  const { channel, hospital, language } = posting;
  return [
    {
      ...{ type: 'channel', id: 'channel', label: post.channel, hint: post.channelHint },
      ...(channel === null ? {} : { initial: channel }),
    },
    ...announcementFields(reader, announcement, { hospital, language }),
  ];
}
