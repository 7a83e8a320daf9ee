import type { AuditAction, LineAction, WeekAction } from './rules.ts';

const gone = 'someone who has left';

/** "Ana Ruiz appointed Ben Okafor: Program director" */
const actions: Readonly<
  Record<
    Exclude<AuditAction, WeekAction | LineAction | 'set' | 'reset' | 'thanked' | 'announced'>,
    (by: string, subject: string | null, about: string) => string
  >
> = {
  appointed: (by, subject, about) => `${by} appointed ${subject ?? gone}: ${about}`,
  dismissed: (by, subject, about) => `${by} took back a role of ${subject ?? gone}: ${about}`,
  'invited-supporter': (by, subject) => `${by} invited ${subject ?? gone} as a peer supporter`,
  'removed-supporter': (by, subject) => `${by} took ${subject ?? gone} off the roster`,
  'trained-supporter': (by, subject) => `${by} noted the training of ${subject ?? gone}`,
};

const weeks: Readonly<Record<WeekAction, (by: string, week: string) => string>> = {
  posted: (by, week) => `${by} posted the questions of ${week}`,
  moved: (by, week) => `${by} gave ${week} the questions of another week`,
  'took-back': (by, week) => `${by} gave ${week} back to the bank`,
  'left-out': (by, week) => `${by} planned no nudge for ${week}`,
  'brought-back': (by, week) => `${by} brought the nudge of ${week} back`,
};

const lines: Readonly<Record<LineAction, (by: string, name: string) => string>> = {
  'added-line': (by, name) => `${by} added a phone line: ${name}`,
  'edited-line': (by, name) => `${by} changed a phone line: ${name}`,
  'removed-line': (by, name) => `${by} removed a phone line: ${name}`,
};

export const words = {
  heading: 'Who did what',
  intro:
    'Appointments, questions, settings and phone lines, the newest first. Nothing here is about members. Kept for two years.',
  nothing: 'Nothing yet.',
  earlier: 'Earlier',
  manyWeeks: (count: number, first: string, last: string): string =>
    `${count} weeks between ${first} and ${last}`,
  actions,
  weeks,
  lines,
  settings: {
    professions: 'who the program serves',
    answerHours: 'hours to answer',
    offersNext: 'who is asked next',
    meeting: 'day of the meeting',
    timeZone: 'time zone',
    nudgeMinute: 'time of Monday',
    maxBuddies: 'most buddies',
    guestsWelcome: 'guests',
    smallestGroup: 'smallest group',
    language: 'language',
    'profession-on': 'members may say their profession: on',
    'profession-off': 'members may say their profession: off',
    'pulse-on': 'quarterly pulse: on',
    'pulse-off': 'quarterly pulse: off',
  },
  someone: 'Someone who has left',
  thanked: (by: string, year: string): string => `${by} sent everyone the thanks of ${year}`,
  announced: (by: string, channel: string): string =>
    `${by} posted the announcement in a channel (${channel})`,
  setting: (by: string, about: string): string => `${by} changed a setting: ${about}`,
  reset: (by: string, about: string): string => `${by} gave a setting back to the server: ${about}`,
  line: (when: string, what: string): string => `${when}: ${what}.`,
  held: { entries: 'In the list of what administrators did' },
  heldEntries: (count: number, last: string): string =>
    `${count === 1 ? 'one entry' : `${count} entries`}, the last of ${last}. Your name goes when you erase everything`,
};
