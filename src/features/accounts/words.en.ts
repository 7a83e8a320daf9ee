import type { Words } from '../../chat/card.ts';
import type { Platform } from '../../chat/person.ts';
import { command } from '../../chat/say.ts';
import { words as codeWords } from '../codes/words.en.ts';
import type { LinkRefusal } from './rules.ts';

/** Where, in a sentence. */
const where: Record<Platform, string> = {
  slack: 'on Slack',
  teams: 'in Teams',
  playground: 'in the playground',
};

/** Whose account it is, in a list. */
const held: Record<Platform, string> = { slack: 'Slack', teams: 'Teams', playground: 'the playground' };

function wheres(platforms: readonly Platform[]): string {
  return platforms.map((platform) => where[platform]).join(' and ');
}

/** Why two accounts cannot be linked as was asked. `there` is the platform on which the code was made. */
const refusals: Record<LinkRefusal, (there: Platform) => Words> = {
  'own-code': () => 'That code was made with this account. Enter it with your other one.',
  'same-platform': (there) => `That code was made ${where[there]} too. It links accounts on two platforms.`,
  'already-linked': () => ['These two accounts are linked already. To see how: ', command('link')],
  'linked-elsewhere': () => [
    'This account is linked with another one already. To unlink that first: ',
    command('link'),
  ],
  'make-it-here': (there) => [
    'Your buddies, invitations or codes are with this account, and they stay where they are. So make the code here, with ',
    command('link'),
    `, and enter it ${where[there]}.`,
  ],
  'both-in-use': () =>
    'Each of your two accounts has a buddy, an invitation or a code of its own, and I would not know which to keep. Once one of the two has none, they can be linked.',
};

/** Every sentence about using Buddy with two accounts. */
export const words = {
  hereIsACode: (platforms: readonly Platform[]): Words =>
    `With this code your two accounts become one for Buddy: the same buddies ${wheres(platforms)}. Within a quarter of an hour, write:`,
  onlyYou: 'It works once. Keep it to yourself: whoever enters it uses Buddy as you.',
  nothingYet: (others: readonly Platform[]): Words =>
    `You have not begun here yet. If you have with your other account, type ${others.map((other) => codeWords.typedOn[other]('link')).join(' or ')}, and enter the code that you get:`,
  enter: 'I have a code',
  onePlatform: (here: Platform): string =>
    `Buddy is only ${where[here]} here, so there is no other account to link.`,

  formTitle: 'Link two accounts',
  formIntro: 'Enter the code that Buddy showed you with your other account.',
  code: 'Code',
  codeHint: 'Like 7K3M-Q9XD',
  submit: 'Link',

  wrong:
    'That code does not work, or no longer works. It may be mistyped, used or older than a quarter of an hour. Make a new one with your other account.',
  tooMany: 'A few codes in a row did not work. Try again in an hour.',
  refusals,

  linked: (platforms: readonly Platform[]): Words =>
    `Your accounts ${wheres(platforms)} are linked: your buddies are the same with both.`,
  goTo: (platform: Platform): Words =>
    `Monday questions, and all else that I send you, come ${where[platform]}.`,
  prefer: (platform: Platform): string => `Send it to me ${where[platform]}`,
  unlink: 'Unlink',
  wasLinked: (platform: Platform): Words =>
    `Your account ${where[platform]} is linked with this one now: your buddies are the same with both. If that was not you, unlink it.`,
  unlinked: (kept: Platform): Words =>
    `Your accounts are no longer linked. Your buddies and your Monday questions stay ${where[kept]}.`,
  notLinked: 'No other account is linked with this one. Nothing has changed.',
  useBoth: (platforms: readonly Platform[]): string => `I use Buddy ${wheres(platforms)}`,

  held: {
    linked: 'Your other account',
    goTo: 'Messages go to',
    linkCodes: 'Codes to link an account',
  },
  heldAccount: (platform: Platform): string => `your account in ${held[platform]}`,
  heldLinked: (name: string, platform: Platform, since: string): string =>
    `${name}, your account in ${held[platform]}, linked since ${since}`,
  heldCode: (until: string): string => `one that works until ${until}; the code itself is not kept`,
} as const;
