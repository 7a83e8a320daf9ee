import type { Mention, Words } from '../../chat/card.ts';

export const words = {
  hereIsACode: 'Here is a code for one colleague. Hand it over in person, or send it to them:',
  howToUse: (code: string, until: string): string =>
    `They type /buddy join ${code}. That is their yes, and you are buddies. It works once, until ${until}.`,
  oldestStopped: 'Five codes can wait at a time, so your oldest one has stopped working.',
  onlyNow: 'I keep no copy that could be read again: note it down, or make a new one any time.',

  joinTitle: 'Join with a code',
  joinIntro: 'A colleague gave you a code. Entering it makes the two of you buddies.',
  code: 'Code',
  codeHint: 'Like 7K3M-Q9XD',
  join: 'Join',

  notACode: 'That does not look like a code. It has eight letters and digits, like 7K3M-Q9XD.',
  wrong:
    'That code does not work. It may be mistyped, used already, or older than two weeks. Ask for a new one.',
  tooMany: 'A few codes in a row did not work. Try again in an hour, and check the code with your colleague.',
  yours: 'That is your own code. Give it to a colleague: it makes them your buddy.',
  alreadyBuddies: (buddy: Mention): Words => [
    'You and ',
    buddy,
    ' are buddies already. The code still works for somebody else.',
  ],
  youAreFull: 'You have as many buddies as Buddy allows here. To make room, stop with one first: /buddy end',
  otherIsFull:
    'The colleague who made this code has found enough buddies in the meantime. It was meant kindly.',
  guest:
    'You are a guest here, and this hospital keeps Buddy to its own staff. The lines under /buddy resources are for you too.',
} as const;
