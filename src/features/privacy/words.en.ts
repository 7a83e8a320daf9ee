import type { Cadence } from '../../calendar/monday.ts';
import type { Platform } from '../../chat/person.ts';
import { command } from '../../chat/say.ts';
import type { OutboxStatus } from '../../outbox/table.ts';
import type { InvitationStatus } from '../invitations/table.ts';
import type { NudgesNotSentTable } from '../nudges/table.ts';

const platforms: Record<Platform, string> = { slack: 'Slack', teams: 'Teams', playground: 'the playground' };

const cadences: Record<Cadence, string> = {
  weekly: 'every Monday',
  fortnightly: 'every second Monday',
  monthly: 'the first Monday of the month',
};

const statuses: Record<InvitationStatus, string> = {
  waiting: 'waiting',
  accepted: 'accepted',
  declined: 'not now',
  withdrawn: 'taken back',
  expired: 'waited too long',
};

const outcomes: Record<NudgesNotSentTable['outcome'], string> = {
  paused: 'you were away',
  unpaired: 'you had no buddy',
  missed: 'Buddy missed it',
};

const deliveries: Record<OutboxStatus, string> = {
  waiting: 'waiting to go out',
  claimed: 'on the way',
  sent: 'sent',
  unreachable: 'could not reach you',
  failed: 'failed',
  expired: 'came too late to send',
};

/** Every sentence about what is held of somebody, and about erasing it. */
export const words = {
  heading: 'What Buddy holds about you',
  nothing: 'Nothing is held about you.',

  labels: {
    you: 'You',
    linked: 'Your other account',
    goTo: 'Messages go to',
    since: 'Here since',
    timeZone: 'Time zone',
    rhythm: 'Your Monday questions',
    pause: 'Paused',
    open: 'Open to an invitation',
    buddies: 'Buddies',
    sent: 'Invitations you sent',
    received: 'Invitations you got',
    askRefusals: 'Not to be asked again',
    codes: 'Codes you made',
    linkCodes: 'Codes to link an account',
    checkins: 'Check-ins noted',
    reaches: 'Check-ins asked for',
    mondaysWithout: 'Mondays without questions',
    messages: 'Messages to you',
    namedIn: 'Messages that name you',
    app: 'That you have the app',
    address: 'Where to reach you',
    linkedAddress: 'Where to reach you, other account',
    wrongCodes: 'Codes that did not work',
  },
  you: (name: string | null, platform: Platform): string =>
    `${name === null ? '' : `${name}, `}your account in ${platforms[platform]}`,
  linked: (name: string, platform: Platform, since: string): string =>
    `${name}, your account in ${platforms[platform]}, linked since ${since}`,
  linkCode: (until: string): string => `one that works until ${until}; the code itself is not kept`,
  timeZone: (zone: string, checked: string): string =>
    `${zone}; last compared with your profile on ${checked}`,
  rhythm: (cadence: Cadence, time: string, next: string, last: string | null): string =>
    `${cadences[cadence]} at ${time}; next on ${next}${last === null ? '' : `; last for the Monday ${last}`}`,
  paused: (since: string, until: string | null): string =>
    until === null ? `since ${since}, until you resume` : `since ${since}, until ${until}`,
  open: 'yes: everybody here who asks whom to choose sees your name',
  notOpen: 'no',
  buddy: (name: string, since: string, until: string | null): string =>
    until === null ? `${name}, since ${since}` : `${name}, until ${until}`,
  invitation: (name: string, status: InvitationStatus, until: string): string =>
    status === 'waiting' ? `${name}, waiting until ${until}` : `${name}, ${statuses[status]}`,
  askRefusal: (by: 'anyone' | 'someone', since: string): string =>
    by === 'anyone'
      ? `by anyone, since ${since}`
      : `by one person who asked, since ${since}; their name isn't kept`,
  code: (until: string): string => `one that works until ${until}; the code itself is not kept`,
  checkins: (name: string, mondays: string): string => `with ${name}, week from ${mondays}`,
  reach: (name: string, byMe: boolean, when: string): string =>
    byMe ? `you asked ${name} on ${when}` : `${name} asked you on ${when}`,
  mondayWithout: (monday: string, outcome: NudgesNotSentTable['outcome']): string =>
    `${monday}, ${outcomes[outcome]}`,
  messages: (count: number, status: OutboxStatus): string => `${count} ${deliveries[status]}`,
  namedIn: (count: number): string => `${count} to others, still on the way`,
  more: (count: number): string => `and ${count} more, all of them in the copy`,
  app: (since: string, told: string, unreachable: string | null): string =>
    [
      `since ${since}`,
      ...(told === '' ? [] : [`as ${told}`]),
      ...(unreachable === null ? [] : [`not to be reached since ${unreachable}`]),
    ].join('; '),
  address: 'the address of your chat with Buddy',
  wrongCodes: (count: number): string => `${count} in the last hour`,

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
  eraseSure:
    'This erases everything that is held about you, at once: buddies, invitations, settings. Your buddies, and people whose invitation waits for you, are told that you do not use Buddy, and never why.',
  eraseYes: 'Yes, erase everything',
  keep: 'Nothing happens if you leave this as it is.',
  erased:
    'Everything about you is erased. Whoever was your buddy here is told kindly, and never why. You can start afresh any time.',
  erasedChat: 'What already stands in this chat belongs to the chat itself, and your workplace may keep it.',

  outdated: ['What stood here is no longer current. Your buddies: ', command('status')],
} as const;
