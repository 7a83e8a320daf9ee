import type { Step } from './rules.ts';

const steps: Record<Step, string> = {
  empty: 'Running on empty',
  worn: 'Worn down',
  by: 'Getting by',
  mostly: 'Mostly well',
  well: 'Well',
};

/** Every sentence of the pulse: what it is, its two questions, and what's said once they're answered. */
export const words = {
  steps,
  announcement: {
    heading: 'A short pulse, once a quarter',
    what: "Your hospital turned it on. Once a quarter I ask you two things: how you're doing at work these days, and what weighs most. One tap each.",
    counted: "A tap becomes one more in a count. I don't keep who tapped what, or when, and nobody is told.",
    shown: (smallest: number): string =>
      `Only rounded counts are ever shown, never of fewer than ${smallest} people.`,
    free: "Both are up to you. If you'd rather not, do nothing: there's no reminder. The first pulse comes in a week or later.",
  },
  feeling: 'How are you at work these days?',
  intro: "One tap, counted without your name. If you'd rather not, do nothing. There's no reminder.",
  openUntil: (day: string): string => `Open until ${day}.`,
  counted: 'Counted, without your name.',
  firstSpent:
    "You've answered the first question already. It counts once, and can't be changed: nobody knows which tap was yours.",
  spent:
    "You've answered this already. It counts once, and can't be changed: nobody knows which tap was yours.",
  weighs: 'What weighs most?',
  weighsIntro: "One more tap, if you like. Leave it if you'd rather not.",
  thanks:
    'Thank you. Once the pulse is over, the people who run Buddy here see the counts, if enough have answered.',
  hard: "If these days are hard: you don't have to wait until it's worse. What you tapped isn't kept with your name, so nobody will call you because of it. Everyone who answers reads this.",
  lines: 'Where to turn',
  closed: "This pulse is over, so nothing was counted. If you'd like to talk to someone:",
  held: { pulse: 'The quarterly pulse' },
  told: (day: string): string =>
    `told on ${day} what it is. Whether you answered, and what, is held nowhere under your name`,
  asked: (day: string, quarter: string): string =>
    `told on ${day} what it is, and last asked in ${quarter}. Whether you answered, and what, is held nowhere under your name`,
} as const;
