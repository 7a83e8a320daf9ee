import type { Mention, Words } from '../../chat/card.ts';
import { command } from '../../chat/say.ts';
import type { NotDelivered } from './rules.ts';

export const words = {
  weCheckedIn: 'We checked in',
  checkedInWith: (name: string): string => `We checked in, ${name} and I`,
  undo: 'Not yet, take it back',
  // Begins with what stands on it, so that it can be said to a machine that listens.
  undoWith: (name: string): string => `Not yet, take it back, ${name} and I`,
  undone: (buddy: Mention): Words => ['Taken back. The button for you and ', buddy, ' is there again.'],
  tooLateToUndo:
    'You can take back a check-in on the day you record it, and only your own. Nothing has changed.',
  checkedIn: (buddy: Mention): Words => ['You and ', buddy, ' checked in this week.'],
  notYet: (buddy: Mention): Words => ['You and ', buddy, ': a text, a call or a coffee is plenty.'],
  away: (buddy: Mention): Words => [buddy, ' is away for a while. You can still write to them yourself.'],

  yourBuddies: 'Your buddies',
  noBuddy: "You don't have a buddy here yet.",
  choose: 'Choose a buddy',
  invite: 'Invite a colleague',
  haveCode: 'I have a code',
  questions: (first: string, second: string): string => `This week: ${first} ${second}`,
  notDelivered: {
    unreachable:
      "This week's message couldn't reach you, because Buddy was blocked or removed here. Here are the questions:",
    failed: "This week's message couldn't be sent. IT can see why. Here are the questions:",
    missed: "This week's message would have come too late, so it wasn't sent. Here are the questions:",
  } satisfies Record<NotDelivered, string>,
  noQuestions: 'No questions this week.',
  next: (when: string): string => `Your next two questions come on ${when}.`,
  paused: 'Your Monday questions are paused until you resume.',
  pausedUntil: (day: string): string => `Your Monday questions are paused until ${day}.`,
  resume: 'Resume',
  waitingFor: (invitee: Mention): Words => ["You've invited ", invitee, '. No answer yet.'],
  takeBack: 'Take it back',
  invitedBy: (inviter: Mention): Words => [inviter, ' would like to be your buddy.'],
  andMore: (count: number): string => `And ${count} more.`,

  noted: (buddy: Mention): Words => ['Got it: you and ', buddy, ' checked in this week.'],
  notedForItsWeek: (buddy: Mention): Words => [
    'Got it, for the week of that message: you and ',
    buddy,
    ' checked in.',
  ],
  weekClosed: "That week has closed, and that's fine. Nothing to do.",
  notYours: [
    'That button is from an earlier buddy, so nothing was recorded. Your buddies: ',
    command('status'),
  ],

  reachWhom: 'Who would you like to ask?',
  reachOne: (name: string): string => `Ask ${name}`,
  couldUse: (member: Mention): Words => [
    member,
    ' asked me to tell you they could use a check-in. When you can, a text or a call is enough.',
  ],
  iWill: 'I will',
  willDo: (asker: Mention): Words => ["Thank you. I've let ", asker, ' know you will.'],
  willCheckIn: (buddy: Mention): Words => [buddy, ' will check in with you.'],
  noLongerBuddies: "You two are no longer buddies here, so I didn't send anything.",
  howToListen: 'How to listen',
  reached: (buddy: Mention): Words => [
    "I'm letting ",
    buddy,
    " know you could use a check-in. I can't tell when they'll see it. If it can't wait, talk to someone now:",
  ],
  lines: 'Get support now',
  notReached: (buddy: Mention): Words => [
    "I couldn't get through to ",
    buddy,
    ". Call them if you can. If it can't wait, talk to someone now:",
  ],
  cannotReach: (buddy: Mention): Words => [
    'My messages to ',
    buddy,
    " aren't getting through right now. You're still buddies. Catch them in person if you can.",
  ],
  reachedOften: (buddy: Mention): Words => [
    buddy,
    " already has your message from today, so I haven't sent another. Call them if you can. If it can't wait, talk to someone now:",
  ],
  reachedAway: (buddy: Mention): Words => [
    buddy,
    " is away for a while, so I haven't sent anything. You can write to them yourself. If it can't wait, talk to someone now:",
  ],

  held: { checkins: 'Check-ins recorded', reaches: 'Check-ins asked for' },
  heldCheckins: (name: string, mondays: string): string => `with ${name}, week of ${mondays}`,
  heldReach: (name: string, byMe: boolean, when: string): string =>
    byMe ? `you asked ${name} on ${when}` : `${name} asked you on ${when}`,
} as const;
