import type { Mention, Words } from '../../chat/card.ts';
import { command } from '../../chat/say.ts';
import type { NotDelivered } from './rules.ts';

export const words = {
  weCheckedIn: 'We checked in',
  checkedInWith: (name: string): string => `We checked in, ${name} and I`,
  undo: 'Not yet, take it back',
  undoWith: (name: string): string => `Not yet, take it back, ${name} and I`,
  undone: (buddy: Mention): Words => ['Taken back. The button is there again for you and ', buddy, '.'],
  tooLateToUndo:
    'A check-in can be taken back on the day it was noted, by whoever noted it. Nothing has changed.',
  checkedIn: (buddy: Mention): Words => ['You and ', buddy, ' checked in this week.'],
  notYet: (buddy: Mention): Words => ['You and ', buddy, '. A text, a call or a coffee is enough.'],
  away: (buddy: Mention): Words => [buddy, ' is away for a while. You can still write to them yourself.'],

  yourBuddies: 'Your buddies',
  noBuddy: 'You have no buddy here yet.',
  choose: 'Choose a buddy',
  invite: 'Invite a colleague',
  haveCode: 'I have a code',
  questions: (first: string, second: string): string => `This week: ${first} ${second}`,
  notDelivered: {
    unreachable:
      "This week's message couldn't reach you: Buddy was blocked or removed here when it came. Here are the questions all the same:",
    failed: "This week's message couldn't be sent. IT can see why. Here are the questions all the same:",
    missed:
      "This week's message would have come too late, so it wasn't sent. Here are the questions all the same:",
  } satisfies Record<NotDelivered, string>,
  noQuestions: 'There are no questions this week.',
  next: (when: string): string => `Your next two questions come on ${when}.`,
  paused: 'Your Monday questions are paused until you resume.',
  pausedUntil: (day: string): string => `Your Monday questions are paused until ${day}.`,
  resume: 'Resume',
  waitingFor: (invitee: Mention): Words => ['Your invitation to ', invitee, ' is waiting for an answer.'],
  takeBack: 'Take it back',
  invitedBy: (inviter: Mention): Words => [inviter, ' would like to be your buddy.'],
  andMore: (count: number): string => `And ${count} more.`,

  noted: (buddy: Mention): Words => ['Noted: you and ', buddy, ' checked in this week.'],
  notedForItsWeek: (buddy: Mention): Words => [
    'Noted for the week of that message: you and ',
    buddy,
    ' checked in.',
  ],
  weekClosed: 'That week is closed by now. Nothing to do.',
  notYours: [
    'This button belongs to a pair that is no longer yours, so nothing was noted. Your buddies: ',
    command('status'),
  ],

  reachWhom: 'Whom would you like to ask?',
  reachOne: (name: string): string => `Ask ${name}`,
  couldUse: (member: Mention): Words => [
    member,
    ' asked me to tell you they could use a check-in. When you can, a text or a call is enough.',
  ],
  iWill: 'I will',
  willDo: (asker: Mention): Words => ["Thank you. I've let ", asker, ' know that you will.'],
  willCheckIn: (buddy: Mention): Words => [buddy, ' will check in with you.'],
  noLongerBuddies: 'You two are no longer buddies here, so nothing was passed on.',
  howToListen: 'How to listen',
  reached: (buddy: Mention): Words => [
    'I am passing it on to ',
    buddy,
    ' that you could use a check-in. If it cannot wait, these lines answer now.',
  ],
  lines: 'Get support now',
  notReached: (buddy: Mention): Words => [
    'I could not get through to ',
    buddy,
    '. Please call them if you can. If it cannot wait, these lines answer now.',
  ],
  cannotReach: (buddy: Mention): Words => [
    'I cannot reach ',
    buddy,
    ' in chat at the moment, so no questions get through. You are still buddies; a word in person works.',
  ],
  reachedOften: (buddy: Mention): Words => [
    'You have asked ',
    buddy,
    ' a few times today. Call them if you can. If it cannot wait, these lines answer now.',
  ],
  reachedAway: (buddy: Mention): Words => [
    buddy,
    ' is away for a while, so I have not sent anything. You can write to them yourself. If it cannot wait, these lines answer now.',
  ],

  held: { checkins: 'Check-ins noted', reaches: 'Check-ins asked for' },
  heldCheckins: (name: string, mondays: string): string => `with ${name}, week from ${mondays}`,
  heldReach: (name: string, byMe: boolean, when: string): string =>
    byMe ? `you asked ${name} on ${when}` : `${name} asked you on ${when}`,
} as const;
