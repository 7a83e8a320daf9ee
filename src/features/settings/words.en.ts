import type { Platform } from '../../chat/person.ts';
import { command } from '../../chat/say.ts';

const platforms: Record<Platform, string> = { slack: 'Slack', teams: 'Teams', playground: 'the playground' };

/** Every sentence about when the Monday questions come, and about a time away from them. */
export const words = {
  nobodyYet: [
    "There's nothing to set yet: your Monday questions start with your first buddy. To find one: ",
    command('choose'),
  ],
  asSet: (time: string, cadence: string): string => `Your questions come at ${time}. ${cadence}.`,
  change: 'Change',
  title: 'Your Monday questions',
  intro: (timeZone: string): string =>
    `Times are in your time zone, ${timeZone}. It comes from your chat profile: change it there, and it changes here.`,
  time: 'Time on Mondays',
  timeHint: 'Your local time',
  cadence: 'How often',
  cadences: {
    weekly: 'Every Monday',
    fortnightly: 'Every other Monday',
    monthly: 'The first Monday of the month',
  },
  deeper: {
    on: 'About once a month, Monday also has something for when you have half an hour.',
    off: 'Monday has its two questions and nothing more.',
    leaveOut: 'Just the two questions',
    bringBack: 'Half an hour, once a month',
    nowOff: 'Done. Just the two questions from now on.',
    nowOn: "Done. About once a month there's something for when you have half an hour.",
  },
  profession: {
    label: 'My profession',
    notSaid: "You haven't said your profession, and you don't have to.",
    said: (name: string): string => `Your profession, as you said it: ${name}.`,
    why: "It's counted once a quarter, in rounded groups, so that the people who run Buddy here see who it reaches. I don't show yours to anyone.",
    saved: (name: string): string =>
      `Done. Your profession is counted as: ${name}. I don't show it to anyone.`,
    takeBack: 'Take my profession back',
    takenBack: 'Done. I no longer keep your profession.',
    notAsked: "Professions aren't asked for here, so nothing was kept.",
  },
  hours: 'Times look like',
  hoursLike: { 12: '9:30 PM', 24: '21:30' },
  language: 'Language',
  sameAs: (platform: Platform): string => `Same as in ${platforms[platform]}`,
  inThisLanguage: "Done. From now on, I'll write to you in English.",
  save: 'Save',
  noTime: 'Write the time like 9:00 AM.',
  noCadence: 'Pick how often.',
  saved: 'Saved.',

  next: (when: string): string => `Your next two questions come on ${when}.`,
  now: 'Your two questions for this week come in a moment.',
  withFirstBuddy: 'Your questions start the Monday after you have a buddy.',
  whenYouResume: "You're paused, so they come once you resume.",
  afterPause: (day: string): string => `You're paused until ${day}. They come after that.`,

  nothingToPause: "You don't have a buddy here yet, so no questions would come anyway. Nothing has changed.",
  paused: "Your Monday questions are paused until you resume. Your buddies see that you're away, never why.",
  comeBack: 'I can also start them again for you:',
  weeks: { '1w': 'In a week', '2w': 'In two weeks', '4w': 'In four weeks' },
  chooseDay: 'On a day I choose',
  resume: 'Resume now',
  pausedUntil: (day: string): string =>
    `Your Monday questions are paused until ${day}, then start again on their own. Your buddies see that you're away, never why.`,
  noLongerOpen: [
    "Your name is off the list of people who'd like to be asked. To put it back: ",
    command('choose'),
  ],
  dayTitle: 'Pause until a day',
  day: 'First day back',
  dayHint: 'Your questions start again from this day on.',
  pauseSubmit: 'Pause',
  refusals: {
    'not-understood': [
      "I didn't catch how long, so nothing has changed. Write it like ",
      command('pause 2 weeks'),
      ', or ',
      command('pause until 2026-12-24'),
      '.',
    ],
    past: [
      'That day has already passed, so nothing has changed. To be reminded later today: ',
      command('later'),
      '.',
    ],
    'too-far': [
      "That's more than a year away, so nothing has changed. To pause with no end date: ",
      command('pause'),
    ],
  },
  dayErrors: {
    'not-understood': 'Write the day like 2026-12-24.',
    past: 'Pick a day after today.',
    'too-far': 'Pick a day within a year.',
  },

  welcomeBack: 'Welcome back.',
  notPaused: "You aren't paused.",
  nothingToResume: [
    "You don't have a buddy here yet, so there's nothing to resume. To find one: ",
    command('choose'),
  ],
} as const;
