import type { Words } from '../../chat/card.ts';
import type { Platform } from '../../chat/person.ts';
import { command } from '../../chat/say.ts';
import { words as codeWords } from '../codes/words.en.ts';
import type { LinkRefusal } from './rules.ts';

/** Where, in a sentence. */
const where: Record<Platform, string> = {
  slack: 'in Slack',
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
  'own-code': () => 'You made that code with this account. Enter it with your other one.',
  'same-platform': (there) =>
    `That code was also made ${where[there]}. It only links accounts in two different places.`,
  'already-linked': () => ['These two accounts are already linked. To see how: ', command('link')],
  'linked-elsewhere': () => [
    'This account is already linked to another one. To unlink that one first: ',
    command('link'),
  ],
  'make-it-here': (there) => [
    'Your buddies, invitations or codes are with this account. So make the code here, with ',
    command('link'),
    `, and enter it ${where[there]}.`,
  ],
  'both-in-use': () =>
    "Each of your accounts has a buddy, an invitation or a code of its own, and I can't tell which to keep. Once one of them has none, you can link them.",
};

/** Every sentence about using Buddy with two accounts. */
export const words = {
  hereIsACode: (platforms: readonly Platform[]): Words =>
    `Use this code to link your two accounts, so you have the same buddies ${wheres(platforms)}. It works for 15 minutes. Type:`,
  onlyYou: 'It works once. Keep it to yourself: anyone who enters it can use Buddy as you.',
  nothingYet: (others: readonly Platform[]): Words =>
    `This account hasn't used Buddy yet. If your other one has, type ${others.map((other) => codeWords.typedOn[other]('link')).join(' or ')} there, then enter the code here:`,
  enter: 'I have a code',
  onePlatform: (here: Platform): string =>
    `Your hospital only has Buddy ${where[here]}, so there's no other account to link.`,

  formTitle: 'Link two accounts',
  formIntro: 'Enter the code Buddy showed you in your other account.',
  code: 'Code',
  codeHint: 'Like 7K3M-Q9XD',
  submit: 'Link',

  wrong:
    "That code doesn't work. It may have a typo, or it's been used, or it's more than 15 minutes old. Make a new one with your other account.",
  tooMany: "A few codes in a row didn't work. Try again in an hour.",
  refusals,

  linked: (platforms: readonly Platform[]): Words =>
    `Your accounts ${wheres(platforms)} are linked: you have the same buddies in both.`,
  goTo: (platform: Platform): Words =>
    `I'll send your Monday questions and everything else ${where[platform]}.`,
  prefer: (platform: Platform): string => `Send them ${where[platform]}`,
  unlink: 'Unlink',
  wasLinked: (platform: Platform): Words =>
    `Your account ${where[platform]} is now linked to this one: you have the same buddies in both. If that wasn't you, unlink it.`,
  unlinked: (kept: Platform): Words =>
    `Your accounts are no longer linked. Your buddies and your Monday questions stay ${where[kept]}.`,
  notLinked: 'No other account is linked to this one. Nothing has changed.',
  useBoth: (platforms: readonly Platform[]): string => `I use Buddy ${wheres(platforms)}`,

  held: {
    linked: 'Your other account',
    goTo: 'Messages go to',
    linkCodes: 'Codes to link an account',
  },
  heldAccount: (platform: Platform): string => `your account in ${held[platform]}`,
  heldLinked: (name: string, platform: Platform, since: string): string =>
    `${name}, your account in ${held[platform]}, linked since ${since}`,
  heldCode: (until: string): string => `one that works until ${until}; the code itself isn't kept`,
} as const;
