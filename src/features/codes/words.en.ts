import type { Mention, Words } from '../../chat/card.ts';
import type { Platform } from '../../chat/person.ts';
import { command } from '../../chat/say.ts';

/** How it is typed there: for whoever is told of it on another platform. */
const typedOn: Record<Platform, (typed: string) => string> = {
  slack: (typed) => `/buddy ${typed} on Slack`,
  teams: (typed) => `${typed} to Buddy in Teams`,
  playground: (typed) => `/buddy ${typed} in the playground`,
};

/** A colleague may be on any of the platforms that Buddy serves here; where that is one, it is the reader's. */
function typedSomewhere(typed: string, platforms: readonly Platform[]): Exclude<Words, string> {
  if (platforms.length < 2) return [command(typed)];
  return [platforms.map((platform) => typedOn[platform](typed)).join(', or ')];
}

export const words = {
  typedOn,
  hereIsACode: 'Here is a code for one colleague. Hand it over in person, or send it to them:',
  howToUse: (code: string, until: string, platforms: readonly Platform[]): Words => [
    'They type ',
    ...typedSomewhere(`join ${code}`, platforms),
    `. That is their yes, and you are buddies. It works once, until ${until}.`,
  ],
  oldestStopped: 'Five codes can wait at a time, so your oldest one has stopped working.',
  onlyNow: 'I keep no copy that could be read again: note it down, or make a new one any time.',

  notHereYet:
    'Your colleague does not have the app here, so I cannot write to them. Send them this instead, it is ready to copy:',
  passOn: (code: string): Words => [
    'Would you be my buddy? Once a week a short check-in, just the two of us. Find the app Buddy among your apps, open it and write to it: ',
    command(`join ${code}`),
  ],
  whenTheyDo: (until: string): string =>
    `When they do, that is their yes, and you are buddies. It works once, until ${until}.`,

  typeTheCode: ['Type the code after the word, like ', command('join 7K3M-Q9XD'), ', or enter it here:'],
  haveCode: 'I have a code',
  joinTitle: 'Join with a code',
  joinIntro: 'A colleague gave you a code. Entering it makes the two of you buddies.',
  code: 'Code',
  codeHint: 'Like 7K3M-Q9XD',
  join: 'Join',

  notACode: 'That does not look like a code. It has eight letters and digits, like 7K3M-Q9XD.',
  wrong:
    'That code does not work, or no longer works. It may be mistyped, used or too old. Have a word with your colleague.',
  tooMany: 'A few codes in a row did not work. Try again in an hour, and check the code with your colleague.',
  yours: 'That is your own code. Give it to a colleague: it makes them your buddy.',
  alreadyBuddies: (buddy: Mention): Words => [
    'You and ',
    buddy,
    ' are buddies already. The code still works for somebody else.',
  ],

  held: { codes: 'Codes you made', wrongCodes: 'Codes that did not work' },
  heldCode: (until: string): string => `one that works until ${until}; the code itself is not kept`,
  heldWrongCodes: (count: number): string => `${count} in the last hour`,
} as const;
