import type { Part } from './rules.ts';

const parts: Readonly<Record<Part, string>> = {
  profession: 'Profession',
  specialty: 'Specialty',
  rank: 'My place in my career',
  unit: 'Unit',
  kinds: 'What I know from experience',
  languages: 'Languages',
  hours: 'Days or nights',
  contact: 'How to reach me',
};

const facts: Readonly<Record<Part, string>> = {
  ...parts,
  rank: 'Career',
  kinds: 'Has been through',
  hours: 'Around',
  contact: 'Reach them',
};

export const words = {
  notASupporter: 'This is for peer supporters.',
  gone: "This supporter isn't on the roster now.",
  facts,
  hours: { days: 'Days', nights: 'Nights' },
  days: {
    mon: 'Monday',
    tue: 'Tuesday',
    wed: 'Wednesday',
    thu: 'Thursday',
    fri: 'Friday',
    sat: 'Saturday',
    sun: 'Sunday',
  },
  card: {
    title: 'My card',
    intro: 'Your name is on the roster. Below, you choose what else everyone sees.',
    parts,
    kindsHint: 'Only what you want to say about yourself.',
    contactHint: 'A phone number, pager or email.',
    notAContact: 'Please enter a phone number, a pager or an email address, and nothing else.',
    shown: 'What everyone may see',
    shownHint: 'The rest is seen by the director, to find who fits.',
    most: 'How often may you be asked in a year?',
    mostHint: 'Four is usual. Nobody is asked more than five times.',
    times: (count: number): string => (count === 1 ? 'Once' : `${count} times`),
    awayFrom: 'Away from',
    awayUntil: 'Away until',
    awayHint: "The roster says that you're away, and not why. Leave both empty when you're here.",
    notADay: 'Please pick a day.',
    endsBefore: 'This is before the first day away.',
    onCall: 'On call on',
    submit: 'Save',
    saved: 'Saved. This is what everyone sees of you:',
    onlyName: 'Nothing but your name.',
    change: 'Change my card',
    own: 'My own supporter',
    practice: 'Practice with a colleague',
    guides: 'Guides',
    leave: 'Stop being a supporter',
    untrained: "Your training isn't noted yet, so nobody is sent to you.",
    trained: (day: string, refresher: string): string =>
      `Trained on ${day}. A refresher is due on ${refresher}.`,
  },
  own: {
    title: 'My own supporter',
    intro:
      'Who do you turn to when a conversation stays with you? Pick someone from the roster. Tell them in person.',
    now: (name: string): string => `Right now: ${name}.`,
    pick: (name: string): string => `Pick ${name}`,
    nobody: "There's nobody else on the roster yet.",
    none: 'Nobody',
    saved: (name: string): string => `${name} is your own supporter.`,
    cleared: "You don't have a supporter of your own now.",
  },
  leave: {
    title: 'Stop?',
    ask: "You come off the roster, your card is deleted, and what's open with you is offered to someone else. You need no reason.",
    yes: 'Yes, take me off',
    left: "You're off the roster, and your card is deleted. Thank you for having been there.",
  },
  tally:
    'Noted, as one more in a sum. Nothing else is kept: not who it was, not when, and not that it was you.',
  held: {
    card: 'Your card as a peer supporter',
  },
  heldCard: {
    invited: (day: string): string => `Asked on ${day}, not answered yet`,
    active: (day: string): string => `On the roster since ${day}. Your card shows all of it`,
  },
};
