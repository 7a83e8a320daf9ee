import type { AuditAction } from './rules.ts';

const gone = 'someone who has left';

/** "Ana Ruiz appointed Ben Okafor: Program director" */
const actions: Readonly<Record<AuditAction, (by: string, about: string, subject: string | null) => string>> =
  {
    appointed: (by, about, subject) => `${by} appointed ${subject ?? gone}: ${about}`,
    dismissed: (by, about, subject) => `${by} took back a role of ${subject ?? gone}: ${about}`,
    'invited-supporter': (by, _, subject) => `${by} invited ${subject ?? gone} as a peer supporter`,
    'removed-supporter': (by, _, subject) => `${by} took ${subject ?? gone} off the roster`,
    'trained-supporter': (by, _, subject) => `${by} noted the training of ${subject ?? gone}`,
    set: (by, about) => `${by} changed a setting: ${about}`,
  };

export const words = {
  heading: 'Who did what',
  intro: 'Appointments and settings, the newest first. Nothing here is about members. Kept for two years.',
  nothing: 'Nothing yet.',
  actions,
  settings: {
    professions: 'who the program serves',
    answerHours: 'hours to answer',
    offersNext: 'who is asked next',
    meeting: 'day of the meeting',
  },
  someone: 'Someone who has left',
  line: (when: string, what: string): string => `${when}: ${what}.`,
  held: { entries: 'In the list of what administrators did' },
  heldEntries: (count: number, last: string): string =>
    `${count === 1 ? 'one entry' : `${count} entries`}, the last of ${last}. Your name goes when you erase everything`,
};
