export const words = {
  heading: 'Peer support',
  intro:
    "After something hard, a colleague who knows this work reaches out. It's routine, and nothing gets written down.",
  self: "I'd like support",
  refer: 'Someone else could use support',
  roster: 'Meet the supporters',
  nominate: 'Name a good supporter',
  how: 'How this works',
  card: 'My card as a supporter',
  tally: 'I was there for a colleague today',
  desk: 'Open the desk',
  supporters: 'Supporters',
  roles: 'Who runs the program',
  lines: 'All lines',

  howTitle: 'How this works',
  howLines: [
    'Someone hears of a hard event, or you ask for yourself. The program director sees it and asks a peer supporter who fits.',
    "The supporter writes or calls in their own name. Buddy never does, and none of its messages says who it's about, what happened or who asked.",
    "While it's open, 30 days at most, Buddy keeps a name, how to reach them and roughly what happened, locked with a key outside the database. When it closes, all of that goes. Only sums stay, in batches of at least eleven.",
    'Nobody takes notes. No is a fine answer and never counts against anyone. You can end an offer to you any time: type "privacy".',
    "Your workplace may keep or search this chat. Buddy doesn't record that you looked.",
  ],
  law: 'What the law protects',
  note: (jurisdiction: string, protects: string): string => `${jurisdiction}: ${protects}`,
  source: (source: string, date: string, checked: string): string => `${source}. Read on ${date}. ${checked}`,
  signedOff: (by: string): string => `Checked by ${by}.`,
};
