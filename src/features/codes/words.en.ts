import type { Mention, Words } from '../../chat/card.ts';
import type { Platform } from '../../chat/person.ts';
import { command } from '../../chat/say.ts';

/** How it's typed there: for someone who reads of it on another platform. */
const typedOn: Record<Platform, (typed: string) => string> = {
  slack: (typed) => `/buddy ${typed} in Slack`,
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
  hereIsACode: "Here's an invite code for one colleague. Give it to them in person, or send it:",
  howToUse: (code: string, until: string, platforms: readonly Platform[]): Words => [
    'They type ',
    ...typedSomewhere(`join ${code}`, platforms),
    `. That's their yes, and you're buddies. It works once, until ${until}.`,
  ],
  oldestStopped: 'You can have five codes at a time, so your oldest one has stopped working.',
  onlyNow: "I can't show it again, so copy it now, or make a new one any time.",

  notHereYet:
    "Your colleague doesn't have the Buddy app here, so I can't write to them. Here's a message you can copy and send:",
  passOn: (code: string): Words => [
    'Want to be my buddy? One short check-in a week, just us. Open the Buddy app and send it: ',
    command(`join ${code}`),
  ],
  whenTheyDo: (until: string): string =>
    `When they do, that's their yes, and you're buddies. It works once, until ${until}.`,

  typeTheCode: ['Type the code after the command, like ', command('join 7K3M-Q9XD'), ', or enter it here:'],
  haveCode: 'I have a code',
  joinTitle: 'Join with a code',
  joinIntro: 'Enter the code your colleague gave you, and you two are buddies.',
  code: 'Code',
  codeHint: 'Like 7K3M-Q9XD',
  join: 'Join',

  notACode: "That doesn't look like a code. A code has eight letters and numbers, like 7K3M-Q9XD.",
  wrong:
    "That code doesn't work. It may have a typo, or it's been used, or it's too old. Check the code with your colleague.",
  tooMany: "A few codes in a row didn't work. Try again in an hour, and check the code with your colleague.",
  yours: "That's your own code. Give it to a colleague, and it makes them your buddy.",
  alreadyBuddies: (buddy: Mention): Words => [
    'You and ',
    buddy,
    ' are already buddies. The code still works for someone else.',
  ],

  held: { codes: 'Codes you made', wrongCodes: "Codes that didn't work" },
  heldCode: (until: string): string => `one that works until ${until}; the code itself isn't kept`,
  heldWrongCodes: (count: number): string => `${count} in the last hour`,
} as const;
