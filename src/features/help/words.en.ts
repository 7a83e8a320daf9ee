import { askColleague, command } from '../../chat/say.ts';

/** What Buddy says of itself, to free words, and when something goes wrong. */
export const words = {
  heading: 'Buddy',
  whatItIs: 'You choose a buddy among your colleagues, and you both say yes.',
  whatHappens:
    'Each Monday you both get two questions to talk about, by text, by phone or over a coffee. Ninety seconds is enough.',
  columns: ['Command', 'What it does'],
  commands: [
    [[askColleague], 'ask a colleague'],
    [[command('invite')], 'make a code to share'],
    [[command('join CODE')], 'use a code you got'],
    [[command('status')], 'buddies and this week'],
    [[command('questions')], 'the two for this week'],
    [[command('reach')], 'ask for a check-in'],
    [[command('pause')], 'no questions for now'],
    [[command('end')], 'stop with a buddy'],
    [[command('resources')], 'where to turn now'],
    [[command('privacy')], 'see what is held here'],
  ],
  more: ['There is more: ', command('checkin'), ', later, resume, settings, guide, forget me.'],
  forAdministrators: ['To post the weekly questions: ', command('admin')],
  typed: 'All of it can be typed, too:',
  welcome: 'Welcome to Buddy',
  nothingHappens: [
    'Nothing happens until you say yes to something. To see these buttons again: ',
    command('help'),
  ],

  choose: 'Choose a buddy',
  invite: 'Invite a colleague',
  makeCode: 'Make a code',
  haveCode: 'I have a code',
  myBuddies: 'My buddies',
  questions: 'This week’s questions',
  pause: 'Pause',
  settings: 'Time and rhythm',
  resources: 'Where to turn',
  guide: 'How a check-in goes',
  privacy: 'What is held about me',
  plan: 'Plan the questions',
  menu: 'What Buddy can do',

  nobodyReads:
    'Nobody reads what is written here, and Buddy keeps none of it. Your employer may keep the chat itself.',
  yourBuddy: 'Your buddy is a better place for it.',
  aBuddy: 'A buddy would be a better place for it.',
  askMyBuddy: 'Ask my buddy',
  cannotWait: 'If it cannot wait, people answer here:',
  commandsAre: ['If you meant a command, this lists them: ', command('help')],

  bug: 'Something went wrong on my side, and nothing was changed. Please try again in a minute.',
  undecided:
    'Something went wrong on my side, and I cannot tell yet whether that went through. Please look again in a minute.',
  platformAway:
    'I could not reach the chat platform just now, so nothing was changed. Please try again in a minute.',
} as const;
