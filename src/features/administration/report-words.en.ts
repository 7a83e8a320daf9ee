import type { Outcome } from '../figures/release.ts';
import type { QuestionSetsTable } from '../questions/table.ts';

/** What became of someone's Monday, for short. */
const names: Record<Outcome | 'waiting', string> = {
  sent: 'Sent',
  paused: 'Paused',
  unpaired: 'Without a buddy',
  unreachable: 'Not reachable',
  failed: 'Failed',
  missed: 'Missed',
  waiting: 'Waiting',
};

/** What each of these means, and what an administrator can do. */
const meanings: Record<Outcome | 'waiting', string> = {
  sent: "They have their questions. There's nothing to do.",
  paused: "They're taking a break and come back when they like. There's nothing to do.",
  unpaired:
    'Their buddy left, or nobody has said yes yet. Tell the whole team now and then: “Find a buddy” helps.',
  unreachable: "Some have removed the app, some accounts are closed. That's fine, and there's nothing to do.",
  failed:
    'Something else kept it from going out. IT can see what in the log, under “messages not delivered”.',
  missed: "It couldn't go out by Thursday evening, and isn't sent late. Ask IT whether Buddy was down.",
  waiting:
    "They're going out. Look again in a while. If it stays like this until evening, ask IT to run “buddy check”.",
};

const next: Record<QuestionSetsTable['source'], string> = {
  posted: 'The program posted the questions.',
  bank: 'The questions come from the bank.',
  none: "Nothing goes out. It's a planned break.",
};

/** `program.report`: how Mondays went, and what to do about it. */
export const report = {
  heading: 'Mondays',
  none: "No Monday has gone out yet, so there's nothing to report.",
  addsUp:
    'Everyone who was due is counted once. Rounded to the nearest five, the numbers may not add up exactly.',
  rounded: (smallest: number): string =>
    `Until the week is over, this is rounded down to steps of ${smallest}, and “couldn't be reached” takes in failed and missed. You'll see more afterwards.`,
  means: 'What it means, and what to do',
  everyone: 'Everyone who was due is in exactly one of these:',
  names,
  meanings,
  nextIs: (monday: string): string => `Next: ${monday}`,
  next,
  sendMine: 'Send me mine now',
  openFigures: 'More weeks',
  oneAsks:
    "Someone says they got nothing? Have them ask me for “status”: it says why. If that's not enough, IT can look it up, with their okay: “When nobody got anything” in the operating guide.",
};
