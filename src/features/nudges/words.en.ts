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
  nextMonday: 'The week is nearly over. New questions come on Monday.',
  noNudge: 'There is nothing to remind you of yet. You get two questions every Monday once you have a buddy.',
  asked: 'You asked me to remind you.',
  myBuddies: 'My buddies',
  noBuddyNow: 'You have no buddy at the moment. The questions are yours all the same.',

  held: { mondaysWithout: 'Mondays without questions' },
  heldMonday: (monday: string, outcome: NudgesNotSentTable['outcome']): string =>
    `${monday}, ${outcomes[outcome]}`,
} as const;
