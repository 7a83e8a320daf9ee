import type { Cadence } from '../../calendar/monday.ts';

const cadences: Record<Cadence, string> = {
  weekly: 'every Monday',
  fortnightly: 'every other Monday',
  monthly: 'the first Monday of the month',
};

/** What's held of a member. */
export const words = {
  held: {
    since: 'Here since',
    timeZone: 'Time zone',
    language: 'Language',
    clock: 'Times',
    rhythm: 'Your Monday questions',
    pause: 'Paused',
    step: 'Offered ways to find a buddy',
    deeper: 'For when you have half an hour',
    profession: 'Profession',
    open: 'On the list of people to ask',
  },
  timeZone: (zone: string, checked: string): string =>
    `${zone}; last checked against your profile on ${checked}`,
  chosenLanguage: (language: string): string => `${language}, as you chose`,
  rhythm: (cadence: Cadence, time: string, next: string, last: string | null): string =>
    `${cadences[cadence]} at ${time}; next on ${next}${last === null ? '' : `; last for the Monday ${last}`}`,
  paused: (since: string, until: string | null): string =>
    until === null ? `since ${since}, until you resume` : `since ${since}, until ${until}`,
  open: 'yes: anyone here who looks for a buddy sees your name',
  notOpen: 'no',
  clocks: { 12: 'on a 12-hour clock', 24: 'on a 24-hour clock' },
  deeper: 'yes, about once a month',
  profession: (id: string): string => `“${id}” of your hospital's list, as you chose to say it`,
  noDeeper: 'no, left out',
} as const;
