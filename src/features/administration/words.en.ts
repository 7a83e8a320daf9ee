import { report } from './report-words.en.ts';

export const words = {
  heading: "The administrators' desk",
  questions: 'Questions',
  next: {
    posted: 'Next Monday: posted by the program',
    bank: 'Next Monday: from the bank',
    none: 'Next Monday: no nudge',
  },
  mondays: 'Mondays',
  report,
  last: {
    none: 'None has gone out yet',
    allOut: 'Last Monday: all went out',
    someNot: "Last Monday: some didn't go out",
    tooFew: 'Last Monday: too few people to say',
    underWay: "This week's are going out",
  },
  figures: 'Figures',
  released: (count: number): string =>
    count === 0
      ? 'The first come after the first Monday'
      : `${count === 1 ? 'One week' : `${count} weeks`} to look at`,
  people: 'People',
  appointed: (count: number): string =>
    count === 0 ? 'Nobody has a role yet' : `${count === 1 ? 'One role' : `${count} roles`} given from chat`,
  openQuestions: 'Plan the questions',
  post: 'Post questions',
  openFigures: 'Figures',
  openPeople: 'Roles',
  openSettings: 'Settings',
  openAnnounce: 'Make it known',
  openAudit: 'Who did what',
  openThanks: 'Thank everyone',
  openSupport: 'Peer support',
};
