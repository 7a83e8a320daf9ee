import { askColleague } from '../../chat/say.ts';

export const words = {
  title: 'Choosing a buddy',
  youChoose: 'You choose, and you both say yes. If no name comes to you, start here.',
  howToAsk: [
    'To ask a colleague, write ',
    askColleague,
    '. For somebody you meet in person, make a code that they can enter.',
  ],
  invite: 'Invite a colleague',
  code: 'Make a code',
  more: 'More about choosing',

  openPeople: 'People who are open to an invitation',
  nobodyIsMatched:
    'They put their names here themselves. Nobody is matched: you ask, and they may say not now.',

  whatOpenMeans:
    'You can let yourself be found. Then your name is shown to everybody here who asks whom to choose.',
  open: 'Let others find me',
  close: 'No longer show me',
  youAreShown: 'Your name is shown to everybody here who asks whom to choose.',
  nowOpen:
    'Done. Your name is shown to everybody here who asks whom to choose, and nothing else about you. You can say not now to anyone, and take your name off at any time.',
  canBeAskedAgain: 'So colleagues can ask you again.',
  hiddenWhilePaused: 'You are paused at the moment, so your name appears once you resume.',
  nowClosed: 'Your name is not shown to anybody.',
  whomToAsk: 'Whom could I ask?',
} as const;
