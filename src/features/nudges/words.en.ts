import type { Later } from './rules.ts';

const later: Record<Later, string> = { evening: 'This evening', tomorrow: 'Tomorrow', thursday: 'Thursday' };

export const words = {
  later,
  laterWhen: 'When shall I remind you?',
  remindYou: (when: string): string => `I will remind you on ${when}.`,
  passed: 'That moment has passed already. Another one?',
  nextMonday: 'The week is nearly over. New questions come on Monday.',
  noNudge: 'There is nothing to remind you of yet. You get two questions every Monday once you have a buddy.',
  asked: 'You asked me to remind you.',
  myBuddies: 'My buddies',
  noBuddyNow: 'You have no buddy at the moment. The questions are yours all the same.',
} as const;
