import type { Mention, Words } from '../../chat/card.ts';

/** Every sentence about being and no longer being buddies. */
export const words = {
  youAreBuddies: (buddy: Mention): Words => ['You and ', buddy, ' are buddies.'],
  firstNudge: (when: string): Words =>
    `Your first two questions come on ${when}. No need to wait: say hello today.`,
  paused: 'Your Monday questions are paused. They start when you resume.',
  pausedUntil: (day: string): Words =>
    `Your Monday questions are paused until ${day}, then start again on their own.`,
  howItGoes: 'How a check-in goes',
  away: "They're away for a while. You can still write to them yourself.",

  noBuddyYet: "You don't have a buddy here yet, so there's nothing to end.",
  endWhich: 'Who would you like to stop being buddies with? One tap, no reason needed.',
  endWith: (name: string): string => `End with ${name}`,
  endSure: (buddy: Mention): Words => [
    'Stop being buddies with ',
    buddy,
    "? I'll tell them kindly, and never why. You can be buddies again any time.",
  ],
  endYes: 'Yes, end it',
  keep: 'Changed your mind? Just leave this. Nothing happens.',
  ended: (buddy: Mention): Words => [
    'You and ',
    buddy,
    ' are no longer buddies here. You can be buddies again any time.',
  ],
  endedAlready: 'You two had already stopped. Nothing more to do.',
  otherEnded: (buddy: Mention): Words => [
    'You and ',
    buddy,
    " are no longer buddies here. People stop for all kinds of reasons, and Buddy doesn't ask. Thank you for showing up.",
  ],
  otherLeft: (name: string): Words =>
    `${name} no longer uses Buddy, so you two aren't buddies here anymore. Thank you for showing up.`,
  chooseAnother: 'Choose another buddy',

  held: { buddies: 'Buddies' },
  heldBuddy: (name: string, since: string, until: string | null): string =>
    until === null ? `${name}, since ${since}` : `${name}, until ${until}`,
} as const;
