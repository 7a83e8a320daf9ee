import { sayDate } from '../../calendar/say.ts';

export const words = {
  heading: 'Get support now',
  notSafe: "If you're not safe, or it can't wait, talk to a person now:",
  cannotWait: "If you're not safe, or it can't wait: ",
  notMonitored: "Buddy is not monitored, so it's not for emergencies. On these lines, people answer.",
  howToReach: (ways: readonly string[]): string => ways.join(' · '),
  lastVerified: (date: string): string => `Last verified ${longDate(date)}.`,
  notVerifiedHere: 'Not yet verified by your hospital.',
  lines: {
    title: 'Phone lines',
    howTo: "Call each one, or look it up where it's published. Then tap it. People see the newest date.",
    verified: (date: string): string => `Looked up on ${date}.`,
    longAgo: (date: string): string => `Last looked up on ${date}. That's more than six months ago.`,
    never: 'Nobody here has looked it up yet.',
    verify: 'It works, I checked today',
    verifyOne: (name: string): string => `It works, I checked today: ${name}`,
    andMore: (count: number): string => `And ${count} more, after these.`,
    more: 'The next lines',
    add: 'Add a line of your own',
    edit: 'Change',
    editOne: (name: string): string => `Change: ${name}`,
    remove: 'Remove',
    removeOne: (name: string): string => `Remove: ${name}`,
    all: 'All phone lines',
    toChange: 'Another of these is wrong? It stands in prompts/resources.yml: ask IT.',
    due: (count: number): string => `Phone lines to look up: ${count}`,
    none: 'Phone lines: all looked up',
  },
  own: {
    call: (phone: string): string => `Call ${phone}`,
    callExtension: (phone: string, extension: string): string => `Call ${phone}, extension ${extension}`,
    extension: (extension: string): string => `Call extension ${extension}`,
  },
  closedNow: (opens: string): string => `Closed right now. Opens ${opens}, your time.`,
  otherGuides: 'More to read',
} as const;

/** "November 1, 2026" for "2026-11-01". */
function longDate(date: string): string {
  return sayDate(Date.parse(date), { language: 'en', timeZone: 'UTC' });
}
