import type { Later } from './rules.ts';
import type { NudgesNotSentTable } from './table.ts';

const outcomes: Record<NudgesNotSentTable['outcome'], string> = {
  paused: 'you were away',
  unpaired: 'you had no buddy',
  missed: 'Buddy missed it',
};

const later: Record<Later, string> = {
  evening: 'This evening',
  shift: 'After my shift',
  tomorrow: 'Tomorrow',
  thursday: 'Thursday',
};

export const words = {
  later,
  laterWhen: 'When should I remind you?',
  remindYou: (when: string): string => `I'll remind you on ${when}.`,
  passed: 'That time has passed. Pick another?',
  nextMonday: 'The week is almost over. New questions come on Monday.',
  noNudge: "There's nothing to remind you of yet. Once you have a buddy, you get two questions every Monday.",
  asked: 'You asked me to remind you:',
  myBuddies: 'My buddies',
  noBuddyNow: "You don't have a buddy right now. The questions are still yours.",

  held: { mondaysWithout: 'Mondays without questions' },
  heldMonday: (monday: string, outcome: NudgesNotSentTable['outcome']): string =>
    `${monday}, ${outcomes[outcome]}`,
} as const;
