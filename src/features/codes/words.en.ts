import type { Mention, Words } from '../../chat/card.ts';

export const words = {
  hereIsACode: 'Here is a code for one colleague. Hand it over in person, or send it to them:',
  howToUse: (code: string, until: string): string =>
    `They type /buddy join ${code}. That is their yes, and you are buddies. It works once, until ${until}.`,
  oldestStopped: 'Five codes can wait at a time, so your oldest one has stopped working.',
  onlyNow: 'I keep no copy that could be read again: note it down, or make a new one any time.',

  typeTheCode: 'Type the code after the word, like /buddy join 7K3M-Q9XD, or enter it here:',
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
} as const;
