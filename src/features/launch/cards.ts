import type { Button, Card, Element } from '../../chat/card.ts';
import { languageNames } from '../../chat/language.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import { languagesOf, saidIn } from '../../content/languages.ts';
import { type LaunchText, type LaunchWords, openPlaces } from '../../content/launch.ts';
import { type FillIn, named } from './filled-in.ts';
import { waysIn } from './way-in.ts';
import { wordsFor } from './words.ts';

/** What someone with a terminal types to have the printed kit. */
const printedKit = 'npm run buddy -- launch kit --out launch --hospital "OUR NAME"';

/** The announcement between two lines, as it'd stand in a channel, in the language of `fillIn`; around it, how to post it, in the reader's. */
export function announcementCard(reader: Reader, announcement: LaunchText, fillIn: FillIn): Card {
  const words = wordsFor(reader).chat;
  return {
    heading: words.heading,
    elements: [
      text(words.how),
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

function inAChannel({ sections }: LaunchWords, fillIn: FillIn): readonly Element[] {
  return sections.flatMap(({ heading, paragraphs }) => [
    strong(named(heading, fillIn)),
    ...paragraphs
      .flatMap((one) =>
        one === openPlaces.open ? waysIn(fillIn.wayIn, fillIn.language) : [named(one, fillIn)],
      )
      .map(text),
  ]);
}

/** With the name in it, another language is picked where the name is entered: a button doesn't carry it. */
function buttonsFor(reader: Reader, announcement: LaunchText, fillIn: FillIn): readonly Button[] {
  const others = languagesOf(announcement.words).filter((language) => language !== fillIn.language);
  return [
    { id: 'program.announce:name', label: wordsFor(reader).chat.fillIn },
    ...(fillIn.hospital === null
      ? others.map((language) => ({ id: `program.announce:${language}`, label: languageNames[language] }))
      : []),
  ];
}
