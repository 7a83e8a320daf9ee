import type { Button, Card } from '../../chat/card.ts';
import { languageNames } from '../../chat/language.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, text } from '../../chat/say.ts';
import { languagesOf, saidIn } from '../../content/languages.ts';
import type { LaunchText } from '../../content/launch.ts';
import type { FillIn } from './filled-in.ts';
import { inAChannel } from './in-a-channel.ts';
import { wordsFor } from './words.ts';

/** What someone with a terminal types to have the printed kit. */
const printedKit = 'npm run buddy -- launch kit --out launch --hospital "OUR NAME"';

/** The announcement between two lines, as it'd stand in a channel, in the language of `fillIn`; around it, how to post it, in the reader's. */
export function announcementCard(reader: Reader, announcement: LaunchText, fillIn: FillIn): Card {
  const words = wordsFor(reader).chat;
  return {
    heading: words.heading,
    elements: [
      text(postsInChannels(reader) ? words.howOrPost : words.how),
      text(saidIn(announcement.words, reader.language).use),
      { type: 'divider' },
      ...inAChannel(saidIn(announcement.words, fillIn.language), fillIn),
      { type: 'divider' },
      ...(fillIn.hospital === null ? [quiet(words.noName)] : []),
      { type: 'buttons', buttons: buttonsFor(reader, announcement, fillIn) },
      text(words.printed),
      { type: 'file', name: words.kit, content: printedKit },
    ],
  };
}

/** Where a channel can be picked; elsewhere the text is posted by hand. */
function postsInChannels({ platform }: Reader): boolean {
  return platform === 'slack';
}

/** With the name in it, another language is picked where the name is entered: a button doesn't carry it. */
function buttonsFor(reader: Reader, announcement: LaunchText, fillIn: FillIn): readonly Button[] {
  const others = languagesOf(announcement.words).filter((language) => language !== fillIn.language);
  const { chat, post } = wordsFor(reader);
  return [
    ...(postsInChannels(reader)
      ? [{ id: 'program.announce-post', label: post.open, style: 'primary', opens: 'view' } as const]
      : []),
    { id: 'program.announce:name', label: chat.fillIn },
    ...(fillIn.hospital === null
      ? others.map((language) => ({ id: `program.announce:${language}`, label: languageNames[language] }))
      : []),
  ];
}
