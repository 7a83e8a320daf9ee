/** What Buddy says of itself, to free words, and when something goes wrong. */
export const words = {
  heading: 'Buddy',
  whatItIs: 'You choose a buddy among your colleagues, and you both say yes.',
  whatHappens:
    'Each Monday you both get two questions to talk about, by text, by phone or over a coffee. Ninety seconds is enough.',
  columns: ['Command', 'What it does'],
  commands: [
    ['/buddy @colleague', 'ask a colleague'],
    ['/buddy invite', 'make a code to share'],
    ['/buddy join CODE', 'use a code you got'],
    ['/buddy status', 'buddies and this week'],
    ['/buddy questions', 'the two for this week'],
    ['/buddy reach', 'ask for a check-in'],
    ['/buddy pause', 'no questions for now'],
    ['/buddy end', 'stop with a buddy'],
    ['/buddy resources', 'where to turn now'],
    ['/buddy privacy', 'see what is held here'],
  ],
  more: 'There is more: /buddy checkin, later, resume, settings, guide, forget me.',
  forAdministrators: 'To post the weekly questions: /buddy admin',
  choose: 'Choose a buddy',
  myBuddies: 'My buddies',
  resources: 'Where to turn',

  nobodyReads:
    'Nobody reads what is written here, and Buddy keeps none of it. Your employer may keep the chat itself.',
  yourBuddy: 'Your buddy is a better place for it.',
  aBuddy: 'A buddy would be a better place for it.',
  askMyBuddy: 'Ask my buddy',
  cannotWait: 'If it cannot wait, people answer here:',
  commandsAre: 'If you meant a command, this lists them: /buddy help',

  bug: 'Something went wrong on my side, and nothing was changed. Please try again in a minute.',
  platformAway:
    'I could not reach the chat platform just now, so nothing was changed. Please try again in a minute.',
} as const;
