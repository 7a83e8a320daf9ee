import type { Platform } from '../../chat/person.ts';
import { command } from '../../chat/say.ts';

const platforms: Record<Platform, string> = { slack: 'Slack', teams: 'Teams', playground: 'the playground' };

/** Every sentence about when the Monday questions come, and about a time away from them. */
export const words = {
  nobodyYet: [
    'There is nothing to set yet: your Monday questions begin with your first buddy. Whom could you ask? ',
    command('choose'),
  ],
  asSet: (time: string, cadence: string): string => `Your questions come at ${time}. ${cadence}.`,
  change: 'Change',
  title: 'Your Monday questions',
  intro: (timeZone: string): string =>
    `Times are in the time zone ${timeZone}. It comes from your chat profile: change it there, and it changes here.`,
  time: 'Time on Mondays',
  timeHint: 'Your local time',
  cadence: 'How often',
  cadences: {
    weekly: 'Every Monday',
    fortnightly: 'Every second Monday',
    monthly: 'The first Monday of the month',
  },
  language: 'Language',
  sameAs: (platform: Platform): string => `Same as in ${platforms[platform]}`,
  save: 'Save',
  noTime: 'Write the time like 09:00.',
  noCadence: 'Pick how often.',
  saved: 'Saved.',

  next: (when: string): string => `Your next two questions come on ${when}.`,
  now: 'Your two questions for this week come in a moment.',
  withFirstBuddy: 'Your questions begin on the Monday after you have a buddy.',
  whenYouResume: 'You are paused, so they come once you resume.',
  afterPause: (day: string): string => `You are paused until ${day}; they come after that.`,

  nothingToPause: 'You have no buddy here yet, so no questions would come anyway. Nothing has changed.',
  paused: 'Your Monday questions are paused until you resume. Your buddies see that you are away, never why.',
  comeBack: 'I can also start again without you having to think of it:',
  weeks: { '1w': 'In a week', '2w': 'In two weeks', '4w': 'In four weeks' },
  chooseDay: 'On a day I choose',
  resume: 'Resume now',
  pausedUntil: (day: string): string =>
    `Your Monday questions are paused until ${day}, and then start again by themselves. Your buddies see that you are away, never why.`,
  noLongerOpen: [
    'Your name is no longer among those who are open to an invitation. To put it there again: ',
    command('choose'),
  ],
  dayTitle: 'Pause until a day',
  day: 'First day back',
  dayHint: 'Questions come again from this day on.',
  pauseSubmit: 'Pause',
  refusals: {
    'not-understood': [
      'I did not get for how long, so nothing has changed. Write it like ',
      command('pause 2 weeks'),
      ', or ',
      command('pause until 2026-12-24'),
      '.',
    ],
    past: ['That day is not ahead of us, so nothing has changed. For today there is ', command('later'), '.'],
    'too-far': [
      'That is more than a year ahead, so nothing has changed. To pause without a day: ',
      command('pause'),
    ],
  },
  dayErrors: {
    'not-understood': 'Write the day like 2026-12-24.',
    past: 'Pick a day after today.',
    'too-far': 'Pick a day within a year.',
  },

  welcomeBack: 'Welcome back.',
  notPaused: 'You are not paused.',
  nothingToResume: [
    'You have no buddy here yet, so there is nothing to resume. Whom could you ask? ',
    command('choose'),
  ],
} as const;
