import { askColleague } from '../../chat/say.ts';

export const words = {
  title: 'Find a buddy',
  youChoose: 'You choose, and you both say yes. If nobody comes to mind, start here.',
  howToAsk: [
    'To ask a colleague, type ',
    askColleague,
    '. For someone you see in person, make a code they can enter.',
  ],
  invite: 'Invite a colleague',
  code: 'Make a code',
  more: 'More about choosing',

  openPeople: "People who'd like to be asked",
  nobodyIsMatched:
    'They put their names here themselves. Nobody gets matched: you ask, and they can say not now.',

  whatOpenMeans: 'You can put your name on a list that anyone here sees when they look for a buddy.',
  open: 'Add my name',
  close: 'Take my name off',
  youAreShown: 'Your name is on the list that anyone here sees when they look for a buddy.',
  nowOpen:
    'Done. Anyone here who looks for a buddy sees your name, and nothing else about you. You can say not now to anyone, and take your name off any time.',
  canBeAskedAgain: 'That also means colleagues can ask you again.',
  hiddenWhilePaused: "You're paused right now, so your name shows up once you resume.",
  nowClosed: 'Done. Your name is off the list.',
  whomToAsk: 'Who could I ask?',
} as const;
