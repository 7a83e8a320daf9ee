import { sayDate } from '../../calendar/say.ts';

export const words = {
  heading: 'Get support now',
  notSafe: "If you're not safe, or it can't wait, talk to a person now:",
  cannotWait: "If you're not safe, or it can't wait: ",
  notMonitored: "Buddy is not monitored, so it's not for emergencies. On these lines, people answer.",
  howToReach: (ways: readonly string[]): string => ways.join(' · '),
  lastVerified: (date: string): string => `Last verified ${longDate(date)}.`,
  notVerifiedHere: 'Not yet verified by your hospital.',
  closedNow: (opens: string): string => `Closed right now. Opens ${opens}, your time.`,
  otherGuides: 'More to read',
} as const;

/** "November 1, 2026" for "2026-11-01". */
function longDate(date: string): string {
  return sayDate(Date.parse(date), { language: 'en', timeZone: 'UTC' });
}
