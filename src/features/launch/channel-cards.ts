import type { Card } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { text } from '../../chat/say.ts';
import { saidIn } from '../../content/languages.ts';
import type { LaunchText } from '../../content/launch.ts';
import type { FillIn } from './filled-in.ts';
import { inAChannel } from './in-a-channel.ts';
import { wordsFor } from './words.ts';

/** The announcement as it stands in a channel. Its buttons are for everyone who reads it there, and answer each of them alone. */
export function channelCard(announcement: LaunchText, fillIn: FillIn): Card {
  const { language } = fillIn;
  const { post } = wordsFor({ language });
  return {
    language,
    elements: [
      ...inAChannel(saidIn(announcement.words, language), fillIn),
      {
        type: 'buttons',
        buttons: [
          { id: 'program.join', label: post.join, style: 'primary' },
          { id: 'help.show', label: post.findOutMore },
        ],
      },
    ],
  };
}

/** For someone who presses Join: what it is in three lines, and the two ways in. */
export function joinCard(reader: Reader): Card {
  const { join } = wordsFor(reader);
  return {
    heading: join.heading,
    elements: [
      ...join.lines.map(text),
      {
        type: 'buttons',
        buttons: [
          { id: 'pairing.choose', label: join.find, style: 'primary' },
          { id: 'pairing.join', label: join.haveCode },
        ],
      },
    ],
  };
}

/** For the administrator whose announcement Slack didn't take: why, and the same text to post by hand where it's still known. */
export function refusedCard(
  reader: Pick<Reader, 'language'>,
  code: string | null,
  announcement: Card | null,
): Card {
  const { post } = wordsFor(reader);
  const parts = (announcement?.elements ?? []).filter(({ type }) => type !== 'buttons');
  return {
    language: reader.language,
    elements: [
      text(sentence(post.refused, code)),
      ...(parts.length === 0 ? [] : [{ type: 'divider' } as const, ...parts, { type: 'divider' } as const]),
      {
        type: 'buttons',
        buttons: [{ id: 'program.announce', label: wordsFor(reader).chat.heading }],
      },
    ],
  };
}

type Refused = ReturnType<typeof wordsFor>['post']['refused'];

/** Slack's codes: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
function sentence(words: Refused, code: string | null): string {
  switch (code) {
    // Of a private channel that an app isn't in, Slack says that there's none.
    case 'not_in_channel':
    case 'channel_not_found':
      return words.notInChannel;
    case 'is_archived':
      return words.archived;
    case 'restricted_action':
    case 'restricted_action_read_only_channel':
    case 'channel_is_limited_access':
      return words.restricted;
    default:
      return words.otherwise(code ?? '?');
  }
}
