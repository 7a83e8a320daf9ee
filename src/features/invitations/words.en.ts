import type { Mention, Words } from '../../chat/card.ts';
import { askColleague, command } from '../../chat/say.ts';
import type { InvitationRefusal } from './rules.ts';
import type { InvitationStatus } from './table.ts';

const statuses: Record<InvitationStatus, string> = {
  waiting: 'waiting',
  accepted: 'accepted',
  declined: 'not now',
  withdrawn: 'taken back',
  expired: 'waited too long',
};

/** Why not; the rooms to the right say some of these too. */
export const refusals = {
  yourself: () => ["That's you. To ask a colleague: ", askColleague],
  unknown: () => ["I can't find that person here. Check the name, or give them a code: ", command('invite')],
  bot: () => ["That's an app, not a person. Mention a colleague: ", askColleague],
  deactivated: (invitee) => [invitee, " doesn't have an active account here, so I can't ask them."],
  guest: (invitee) => [
    "Guest accounts can't use Buddy here, so I couldn't invite ",
    invitee,
    '. You two can still check in without me.',
  ],
  'sender-is-guest': () => [
    "Guest accounts can't use Buddy here. You can still check in with a colleague without me, and the support lines are for you too: ",
    command('resources'),
  ],
  'already-buddies': (invitee) => ['You and ', invitee, ' are already buddies. Say hello today.'],
  'you-are-full': () => [
    'You have as many buddies as Buddy allows here. To make room, end with one first: ',
    command('end'),
  ],
  'already-waiting': (invitee) => [
    "You've already asked ",
    invitee,
    ", and they haven't answered yet. I'll tell you when they do.",
  ],
  'asked-often': (invitee) => [
    "You've asked ",
    invitee,
    ' a few times this month. Give it some time, or talk to them in person.',
  ],
  'many-waiting': () => [
    'Ten of your invitations are still waiting for an answer. Give it time, or take one back: ',
    command('status'),
  ],
  'many-today': () => [
    "You've asked ten colleagues since yesterday. Give them time to answer, and ask others tomorrow. You can always ask in person, or with a code: ",
    command('invite'),
  ],
  'many-this-month': () => [
    "You've asked thirty colleagues this month, and that's as many as I can send. You can always ask in person, or with a code: ",
    command('invite'),
  ],
} satisfies Record<InvitationRefusal, (invitee: Mention) => Words>;

export const words = {
  wouldLike: (inviter: Mention): Words => [inviter, ' would like to be your buddy here.'],
  whatItIs:
    "Buddies check in with each other about once a week: a text, a call, a coffee. Ninety seconds is plenty. On Mondays you both get two questions to talk over. Buddy can't see what you say, and stores none of it. Your workplace may keep chats, so call or meet for anything private.",
  accept: 'Accept',
  notNow: 'Not now',
  notAgain: "Don't ask me again",
  waitsUntil: (day: string): string => `Not now is a fine answer. The invitation waits until ${day}.`,

  sent: (invitee: Mention): Words => [
    "I've asked ",
    invitee,
    ". I'll tell you when they answer. It can take a few days.",
  ],
  withdrawButton: 'Take it back',
  withdrawn: (invitee: Mention): Words => [
    'Taken back. ',
    invitee,
    " can't accept it anymore, and I won't ask again.",
  ],
  nothingToWithdraw: "That invitation isn't waiting anymore, so there's nothing to take back.",

  declined: (inviter: Mention): Words => [
    "You said not now, and that's fine. If you'd like to later, you can invite ",
    inviter,
    ' yourself.',
  ],
  wasDeclined: (invitee: Mention): Words => [
    invitee,
    ' said not now. Buddy never asks why. You can ask someone else, or try again another time.',
  ],
  refused: (inviter: Mention): Words => [
    "Done. I won't pass on another invitation from ",
    inviter,
    '. They only hear that you said not now.',
  ],
  refusedMeans: 'You can still invite them yourself. You can change this in your settings.',
  byNobody: "Don't let anyone ask me",
  takeBack: 'Take that back',
  nobodyAsks:
    "I won't pass on invitations to you. Colleagues who ask only hear not now. You can still invite others yourself, and codes still work.",
  anyoneAsks: 'Colleagues can invite you to be their buddy.',
  someDoNotAsk: "I don't pass on invitations from the people you'd rather not hear from again.",
  allow: 'Let people ask me again',
  allowed: 'Done. Colleagues can ask you again.',
  allowedOne: (inviter: Mention): Words => ['Done. ', inviter, ' can ask you again.'],

  whomToAsk: 'Who could I ask?',

  closed: 'This invitation has closed. Nothing you need to do.',
  closedBetween: (other: Mention): Words => [
    'The invitation between you and ',
    other,
    ' has closed. Nothing you need to do.',
  ],
  saidYesButFull: (invitee: Mention): Words => [
    invitee,
    ' said yes to your invitation. But you have as many buddies as Buddy allows here, so it has closed for now. To make room: ',
    command('end'),
    '. Then you can ask them again.',
  ],
  waitedTooLong: (invitee: Mention): Words => [
    'Your invitation to ',
    invitee,
    ' waited two weeks and has closed. Weeks fill up. Asking in person often works better, or use a code: ',
    command('invite'),
    '.',
  ],

  notReached: (invitee: Mention): Words => [
    "I couldn't reach ",
    invitee,
    ' here. Ask them in person, or with a code: ',
    command('invite'),
  ],

  inviteeGone: (name: string): string =>
    `${name} doesn't use Buddy, so your invitation has closed. It says nothing about you.`,

  inviteTitle: 'Invite a colleague',
  inviteIntro: "They get one message and can say not now. If they accept, you're buddies.",
  colleague: 'Colleague',
  inviteSubmit: 'Invite',
  pickSomebody: 'Pick a colleague first.',
  nameNotKnown:
    "I don't know anyone here by that name yet, so please pick your colleague. They get one message and can say not now.",
  onePerson: 'A buddy is one person at a time. Who would you like to ask?',
  nobodyOfThatName: "I don't know anyone here by that name yet. Pick your colleague, and I'll ask them.",
  whichOne: 'More than one person here has that name. Which one do you mean?',
  askOne: (name: string): string => `Ask ${name}`,
  pickFromAll: 'Pick from everyone',

  refusals,

  held: {
    sent: 'Invitations you sent',
    received: 'Invitations you got',
    refusals: 'Not to be asked again',
  },
  heldRefusal: (by: 'anyone' | 'someone', since: string): string =>
    by === 'anyone'
      ? `by anyone, since ${since}`
      : `by one person who asked, since ${since}; their name isn't kept`,
  heldInvitation: (name: string, status: InvitationStatus, until: string): string =>
    status === 'waiting' ? `${name}, waiting until ${until}` : `${name}, ${statuses[status]}`,
} as const;
