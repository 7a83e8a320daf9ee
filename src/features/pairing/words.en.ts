import type { Mention, Words } from '../../chat/card.ts';

/** Every sentence about being and no longer being buddies. */
export const words = {
  youAreBuddies: (buddy: Mention): Words => ['You and ', buddy, ' are buddies.'],
  firstNudge: (when: string): Words =>
    `Your first two questions come on ${when}. No need to wait for them: say hello today.`,
  paused: 'Your Monday questions are paused. They start when you resume.',
  pausedUntil: (day: string): Words =>
    `Your Monday questions are paused until ${day}, and then start again by themselves.`,
  howItGoes: 'How a check-in goes',
  away: 'They are away for a while. You can still write to them yourself.',

  noBuddyYet: 'You have no buddy here yet, so there is nothing to end.',
  endWhich: 'With whom would you like to stop? Pick once; nothing else is asked.',
  endWith: (name: string): string => `Stop with ${name}`,
  endSure: (buddy: Mention): Words => [
    'Stop being buddies with ',
    buddy,
    '? They are told kindly, and never why. You can pair again any time.',
  ],
  endYes: 'Yes, stop',
  keep: 'Nothing happens if you leave this as it is.',
  ended: (buddy: Mention): Words => [
    'You and ',
    buddy,
    ' are no longer buddies here. You can pair again any time.',
  ],
  endedAlready: 'The two of you had stopped before. Nothing else to do.',
  otherEnded: (buddy: Mention): Words => [
    buddy,
    ' and you are no longer buddies here. People stop for all kinds of reasons, and Buddy never asks for one. Thank you for having been there.',
  ],
  otherLeft: (name: string): Words =>
    `${name} no longer uses Buddy, so the two of you are not buddies here any more. Thank you for having been there.`,
  chooseAnother: 'Choose another buddy',

  held: { buddies: 'Buddies' },
  heldBuddy: (name: string, since: string, until: string | null): string =>
    until === null ? `${name}, since ${since}` : `${name}, until ${until}`,
} as const;
