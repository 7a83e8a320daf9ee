import type { Platform } from '../../chat/person.ts';

const names: Record<Platform, string> = { slack: 'Slack', teams: 'Teams', playground: 'the playground' };

const check = 'Please run ‘npm run buddy -- check’ on the server and do what it says.';
const guide = 'Please see ‘What administrators are told’ in docs/operating.md.';

/** `what` has happened, `meaning` for the people, and what to send to IT. */
export const words = {
  names,
  todo: 'What to do',
  sendToIt: (sentence: string): string => `Only IT can fix this. Send them: “${sentence}”`,
  whose: "Buddy's administrators get this, once. When it's over, it says so here.",
  over: (when: string): string => `It's been fine again since ${when}. There's nothing left to do.`,
  overHeading: (heading: string): string => `Over: ${heading}`,
  openMondays: 'Mondays',
  refused: {
    heading: (name: string): string => `${name} no longer lets Buddy in`,
    what: {
      slack: (when: string): string => `The token was refused on ${when}.`,
      teams: (when: string): string =>
        `Microsoft refused Buddy on ${when}. Most often, that's because its secret has expired.`,
      playground: (when: string): string => `It was refused on ${when}.`,
    } satisfies Record<Platform, (when: string) => string>,
    meaning: (name: string): string =>
      `Until that's fixed, Buddy doesn't work in ${name}. Nothing is lost: Monday's questions still go out until Thursday evening.`,
    it: (name: string, code: string): string => `${name} refuses Buddy (${code}). ${check}`,
  },
  expires: {
    heading: (isOver: boolean): string =>
      isOver
        ? "Buddy's secret for Teams has expired, by its date"
        : "Buddy's secret for Teams is about to expire",
    soon: (day: string): string => `It expires on ${day}. After that, Buddy doesn't work in Teams.`,
    past: (day: string): string =>
      `By the date IT noted, it expired on ${day}. Teams still takes it for now.`,
    it: (day: string): string =>
      `The client secret of Buddy's app expires on ${day}. Please make a new one in Entra, set MicrosoftAppPassword and TEAMS_SECRET_EXPIRES, and restart Buddy.`,
    itIsPast: (day: string): string =>
      `TEAMS_SECRET_EXPIRES says that the client secret of Buddy's app expired on ${day}. Please make a new one in Entra, set MicrosoftAppPassword and TEAMS_SECRET_EXPIRES, and restart Buddy. If that's been done, only the date is old.`,
  },
  nothingOut: {
    heading: (name: string): string => `Nothing has gone out in ${name}`,
    what: (name: string, when: string): string =>
      `The first questions were due in ${name} on ${when}. An hour later, nobody had any.`,
    meaning:
      "You don't have to tell anyone: what's late goes out by itself until Thursday evening. From Friday, the week is left out.",
    it: (name: string, when: string): string =>
      `Nothing has gone out from Buddy in ${name} since ${when}. ${check}`,
  },
  tooMany: {
    heading: (name: string): string => `Many messages didn't arrive in ${name}`,
    what: (name: string, monday: string): string =>
      `More than one in ten of the messages for ${monday} didn't arrive in ${name}.`,
    meaning: "If people have removed the app, that's their choice, and there's nothing to do.",
    it: (name: string): string =>
      `Many of Buddy's messages in ${name} don't arrive. The log says why, under ‘messages not delivered’. ${guide}`,
    otherwise: (sentence: string): string => `If it's new, send this to IT: “${sentence}”`,
  },
  silent: {
    heading: (name: string): string => `Nothing comes in from ${name}`,
    what: (name: string, day: string): string =>
      `Questions arrived in ${name} on ${day}. In the two workdays since, nothing has come back from there: not one tap, not one command.`,
    meaning: (typed: string): string =>
      `Maybe it's just quiet. To find out, ${typed}. If no answer comes, nothing reaches Buddy.`,
    typed: {
      slack: 'type “/buddy help” in Slack',
      teams: 'type “help” to Buddy in Teams',
      playground: 'type “help”',
    } satisfies Record<Platform, string>,
    it: (name: string): string =>
      `Nothing from ${name} reaches Buddy. Is its address there still right, and the secret that its requests are signed with? ${guide}`,
    otherwise: (sentence: string): string => `Then send this to IT: “${sentence}”`,
  },
};
