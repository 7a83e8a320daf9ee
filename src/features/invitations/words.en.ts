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
  yourself: () => ['That is you. To ask a colleague: ', askColleague],
  unknown: () => ['I cannot find that person here. Check the name, or give them a code: ', command('invite')],
  bot: () => ['That is an app, not a person. Mention a colleague: ', askColleague],
  deactivated: (invitee) => [invitee, ' has no active account here, so they cannot be asked.'],
  guest: (invitee) => [
    invitee,
    ' is a guest here, and this hospital keeps Buddy to its own staff. Somebody else, perhaps?',
  ],
  'sender-is-guest': () => [
    'You are a guest here, and this hospital keeps Buddy to its own staff. The lines under ',
    command('resources'),
    ' are for you too.',
  ],
  'already-buddies': (invitee) => ['You and ', invitee, ' are buddies already. Say hello today.'],
  'you-are-full': () => [
    'You have as many buddies as Buddy allows here. To make room, stop with one first: ',
    command('end'),
  ],
  'already-waiting': (invitee) => [
    'You have asked ',
    invitee,
    ' already, and the invitation is still waiting. I will tell you when they answer.',
  ],
  'asked-often': (invitee) => [
    'You have asked ',
    invitee,
    ' a few times this month. Give it some time, or talk to them in person.',
  ],
  'many-waiting': () => [
    'Ten of your invitations are still waiting. Wait for an answer, or take one back: ',
    command('status'),
  ],
  'many-today': () => [
    'You have asked ten colleagues within a day. Give them time to answer, and ask others tomorrow. A word in person works, or a code: ',
    command('invite'),
  ],
  'many-this-month': () => [
    'You have asked thirty colleagues within a month, which is as many as I pass on. A word in person works, or a code: ',
    command('invite'),
  ],
} satisfies Record<InvitationRefusal, (invitee: Mention) => Words>;

export const words = {
  wouldLike: (inviter: Mention): Words => [inviter, ' would like to be your buddy here.'],
  whatItIs:
    'Buddies check in with each other about once a week: a text, a call, a coffee. Ninety seconds is enough. On Mondays you both get two questions to talk about. Buddy does not read or keep what you say. Your workplace may keep chats, so call or meet for anything private.',
  accept: 'Accept',
  notNow: 'Not now',
  notAgain: "Don't ask me again",
  waitsUntil: (day: string): string => `Not now is a fine answer. The invitation waits until ${day}.`,

  sent: (invitee: Mention): Words => [
    'I have asked ',
    invitee,
    '. I will tell you when they answer; it can take a few days.',
  ],
  withdrawButton: 'Take it back',
  withdrawn: (invitee: Mention): Words => [
    'Taken back. ',
    invitee,
    ' can no longer accept it, and is not asked again.',
  ],
  nothingToWithdraw: 'That invitation is no longer waiting, so there is nothing to take back.',

  declined: (inviter: Mention): Words => [
    'You said not now, and that is fine. If it suits you later, you can invite ',
    inviter,
    ' yourself.',
  ],
  wasDeclined: (invitee: Mention): Words => [
    invitee,
    ' said not now. It is mostly about timing. You can ask somebody else, or ask again another time.',
  ],
  refused: (inviter: Mention): Words => [
    "Done. I won't pass on another invitation from ",
    inviter,
    ', who only hears that you said not now.',
  ],
  refusedMeans: "You can still invite them yourself. It's all in your settings.",
  byNobody: 'Nobody should ask me',
  takeBack: 'Take that back',
  nobodyAsks:
    "I won't pass on invitations to you; colleagues who ask only hear not now. You can still invite others yourself, and a code still works.",
  anyoneAsks: 'Colleagues can invite you to be their buddy.',
  someDoNotAsk: "I don't pass on invitations from those you don't want to be asked by again.",
  allow: 'Let people ask me again',
  allowed: 'Done. Colleagues can ask you again.',
  allowedOne: (inviter: Mention): Words => ['Done. ', inviter, ' can ask you again.'],

  whomToAsk: 'Whom could I ask?',

  closed: 'This invitation has closed in the meantime. Nothing you need to do.',
  closedBetween: (other: Mention): Words => [
    'The invitation between you and ',
    other,
    ' has closed in the meantime. Nothing you need to do.',
  ],
  saidYesButFull: (invitee: Mention): Words => [
    invitee,
    ' said yes to your invitation. You have as many buddies as Buddy allows here, so it has closed for now. If you would like to make room: ',
    command('end'),
    '. Then ask them again.',
  ],
  waitedTooLong: (invitee: Mention): Words => [
    'Your invitation to ',
    invitee,
    ' has waited two weeks and closed by itself. Weeks get full. A word in person often does it, or a code: ',
    command('invite'),
    '.',
  ],

  notReached: (invitee: Mention): Words => [
    'I could not reach ',
    invitee,
    ' here. A word in person works, or a code: ',
    command('invite'),
  ],

  inviteeGone: (name: string): string =>
    `${name} does not use Buddy, so your invitation has closed. It says nothing about you.`,

  inviteTitle: 'Invite a colleague',
  inviteIntro: 'They get one message and can say not now. If they accept, you are buddies.',
  colleague: 'Colleague',
  inviteSubmit: 'Invite',
  pickSomebody: 'Pick a colleague first.',
  nameNotKnown:
    'I do not know anybody of that name here yet, so please pick your colleague. They get one message and can say not now.',
  onePerson: 'A buddy is one person at a time. Who would you like to ask?',
  nobodyOfThatName: "I don't know anyone here by that name yet. Pick your colleague, and I'll ask them.",
  whichOne: 'There is more than one person of that name here. Whom do you mean?',
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
