import type { Platform } from '../../chat/person.ts';
import { command } from '../../chat/say.ts';

const platforms: Record<Platform, string> = { slack: 'Slack', teams: 'Teams', playground: 'the playground' };

/** Every sentence about what is held of somebody, and about erasing it. */
export const words = {
  heading: 'What Buddy holds about you',
  nothing: 'Nothing is held about you.',

  youLabel: 'You',
  you: (name: string | null, platform: Platform): string =>
    `${name === null ? '' : `${name}, `}your account in ${platforms[platform]}`,
  more: (count: number): string => `and ${count} more, all of them in the copy`,

  notHeldTitle: 'What is not held',
  notHeld:
    'No answers, no conversations, no history. Buddy cannot read what you and your buddies say, and has no place for it.',
  whoSeesTitle: 'Who can see what is held',
  administrators: (smallest: number): string =>
    `Administrators see sums only, and none that speaks of fewer than ${smallest} people.`,
  operator:
    'Whoever runs the server could look this list up in its database, and would find no more than this.',
  employer:
    'The chat itself belongs to your workplace. Your employer may keep or search it, so call or meet for what nobody else should read.',
  howLongTitle: 'How long it is held',
  howLong: [
    { label: 'Check-ins', words: 'about 9 weeks, then only as sums' },
    { label: 'Mondays', words: 'about 5 weeks, then only as sums' },
    { label: 'Messages', words: '30 days, Monday questions about 5 weeks; the text goes once they are sent' },
    { label: 'Invitations', words: '14 days while they wait, 30 days in all' },
    {
      label: 'Codes',
      words: '14 days; ones that link your accounts, a quarter of an hour; ones that did not work, an hour',
    },
    { label: 'Check-ins asked for', words: 'a day' },
    {
      label: 'How often you asked others',
      words:
        'invitations 30 days, check-ins a day, wrong codes an hour. When you erase everything, the times alone stay that long, without names',
    },
    { label: 'Buddies you had', words: '10 weeks' },
    {
      label: 'Where to reach you',
      words: 'as long as a message to you is held, or you have the app in Teams',
    },
    { label: 'Everything else', words: 'until you erase it, or your account here is closed' },
  ],
  copy: 'Give me a copy',
  erase: 'Erase everything',

  copyIntro: 'Everything that Buddy holds about you, as it is.',
  copyName: 'buddy-about-me.json',
  copyPart: (part: number, parts: number): string => `Part ${part} of ${parts}, one after the other.`,
  copyNext: 'The next part',

  nothingToErase: 'Nothing is held about you, so there is nothing to erase.',
  nothingMoreToErase: [
    "There's nothing more to erase. How often you asked others lately goes by itself, in 30 days at most. See it: ",
    command('privacy'),
  ],
  eraseSure:
    'This erases everything that is held about you, at once: buddies, invitations, settings. Your buddies, and people whose invitation waits for you, are told that you do not use Buddy, and never why. Only how often you asked others lately stays, for 30 days at most and without names, so that nobody is asked too often.',
  eraseYes: 'Yes, erase everything',
  keep: 'Nothing happens if you leave this as it is.',
  erased:
    'Everything about you is erased. Whoever was your buddy here is told kindly, and never why. You can start afresh any time.',
  /** Where `stays` comes next. */
  erasedNames:
    'Everything that names you is erased. Whoever was your buddy here is told kindly, and never why. You can start afresh any time.',
  stays: [
    'What stays, for 30 days at most, is how often you asked others lately, or entered a wrong code: only the times, under a scrambled form of your account, so that nobody is asked too often. See it: ',
    command('privacy'),
  ],
  erasedChat: 'What already stands in this chat belongs to the chat itself, and your workplace may keep it.',

  outdated: ['What stood here is no longer current. Your buddies: ', command('status')],
} as const;
