import type { Platform } from '../../chat/person.ts';
import { command } from '../../chat/say.ts';

const platforms: Record<Platform, string> = { slack: 'Slack', teams: 'Teams', playground: 'the playground' };

/** Every sentence about what's held of someone, and about erasing it. */
export const words = {
  heading: 'What Buddy keeps about you',
  nothing: 'Buddy keeps nothing about you.',

  youLabel: 'You',
  you: (name: string | null, platform: Platform): string =>
    `${name === null ? '' : `${name}, `}your account in ${platforms[platform]}`,
  more: (count: number): string => `and ${count} more, all of them in your copy`,

  notHeldTitle: "What Buddy doesn't keep",
  notHeld:
    "No answers, no conversations, no history. Buddy can't see what you and your buddies say, and stores none of it.",
  whoSeesTitle: 'Who can see this',
  administrators: (smallest: number): string =>
    `Administrators only see totals, and none that covers fewer than ${smallest} people.`,
  operator:
    'The people who run the server could look this list up in its database. They would find this and no more.',
  employer:
    'The chat itself belongs to your workplace. Your employer may keep it or search it, so call or meet for anything private.',
  endOffer: 'End the offer of support',
  howLongTitle: 'How long Buddy keeps it',
  howLong: [
    { label: 'Check-ins', words: 'about 9 weeks, then only in totals' },
    { label: 'Mondays', words: 'about 5 weeks, then only in totals' },
    {
      label: 'Messages',
      words: "30 days, Monday questions about 5 weeks; the wording is deleted once they're sent",
    },
    { label: 'Invitations', words: '14 days while they wait, 30 days in all' },
    {
      label: 'Codes',
      words: "14 days; ones that link your accounts, 15 minutes; ones that didn't work, an hour",
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
      words: 'as long as Buddy keeps a message to you, or you have the app in Teams',
    },
    {
      label: 'That you asked for support for someone',
      words: "30 days at most, locked. It isn't shown here, since it would tell what came of it",
    },
    { label: 'An offer of support to you', words: '30 days at most, locked; then all of it goes' },
    { label: 'A language you chose before you had a buddy', words: 'a year' },
    { label: 'Everything else', words: 'until you erase it, or your account here is closed' },
  ],
  copy: 'Give me a copy',
  erase: 'Erase everything',

  copyIntro: 'Everything Buddy keeps about you.',
  copyName: 'buddy-about-me.json',
  copyPart: (part: number, parts: number): string => `Part ${part} of ${parts}.`,
  copyNext: 'Next part',

  nothingToErase: "Buddy keeps nothing about you, so there's nothing to erase.",
  nothingMoreToErase: [
    "There's nothing more to erase. How often you asked others lately goes by itself, in 30 days at most. See it: ",
    command('privacy'),
  ],
  eraseSure:
    "This erases everything Buddy keeps about you, right away: buddies, invitations, settings. Your buddies, and people whose invitation is waiting for you, hear that you don't use Buddy, and never why. Only how often you asked others lately stays, for 30 days at most and without names, so that nobody is asked too often.",
  eraseYes: 'Yes, erase everything',
  keep: 'Changed your mind? Just leave this. Nothing happens.',
  erased:
    'Everything about you is erased. I tell your buddies kindly, and never why. You can start over any time.',
  /** Where `stays` comes next. */
  erasedNames:
    'Everything that names you is erased. I tell your buddies kindly, and never why. You can start over any time.',
  stays: [
    'What stays, for 30 days at most, is how often you asked others lately, or entered a wrong code: only the times, under a scrambled form of your account, so that nobody is asked too often. See it: ',
    command('privacy'),
  ],
  erasedChat: 'Messages already in this chat stay there, and your workplace may keep them.',

  outdated: ['This message is out of date. Your buddies: ', command('status')],
} as const;
