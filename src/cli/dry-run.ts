import { mondayOf } from '../calendar/iso-week.ts';
import { type Forecast, forecastAll } from '../features/nudges/dry-run.ts';
import { type Why, whyNothing } from '../features/nudges/why-nothing.ts';
import { findByOperatorKey } from '../people/operator-store.ts';
import type { Parts } from '../program/parts.ts';
import { OperatorError } from './operator-error.ts';

/** In the order in which they're printed. */
const forecasts: readonly Forecast[] = [
  'due',
  'paused',
  'unpaired',
  'no nudge this week',
  'missed',
  'not due',
];

/** How many would get what, by reason: who they are is nobody's business, an operator's neither. */
export async function printSums({ db, content }: Parts, at: number): Promise<void> {
  const sums = new Map<Forecast, number>();
  for await (const forecast of forecastAll(db, content.bank, at))
    sums.set(forecast, (sums.get(forecast) ?? 0) + 1);
  for (const forecast of forecasts) console.log(`${sums.get(forecast) ?? 0}  ${forecast}`);
}

/** For someone who asks why nothing came: one sentence about them, and about nobody else. */
export async function printOne({ db, content }: Parts, named: string, at: number): Promise<void> {
  const [person, ...others] = await findByOperatorKey(db, named);
  if (person === undefined)
    throw new OperatorError(
      `Buddy knows nobody called ${named}. Write the platform and its id for the person, such as slack:U01ABC or teams:<Entra object id>.`,
    );
  if (others.length > 0)
    throw new OperatorError(`${named} is in several workspaces, so that it can't be said who is meant.`);
  console.log(`${named} ${sentence(await whyNothing(db, content.bank, person, at))}`);
}

function sentence(why: Why): string {
  if (why.outcome === 'no member')
    return "is no member: they haven't said yes to anyone yet, so nothing is sent to them.";
  const week = `the week of ${mondayOf(why.week)}`;
  switch (why.outcome) {
    case 'sent':
      return `was sent the questions of ${week}, and the platform took them: have them look in the chat with Buddy.`;
    case 'pending':
      return `has the questions of ${week} on their way: they go out when the platform lets them.`;
    case 'unreachable':
      return `couldn't be reached for ${week}: the platform says that Buddy is blocked or removed, or the account is closed.`;
    case 'failed':
      return `wasn't sent the questions of ${week}, since the platform refused them: the log has its code.`;
    case 'missed':
      return `got nothing for ${week}, since Buddy couldn't send while it was of use, until Thursday evening.`;
    case 'paused':
      return `gets nothing for ${week}, since they have paused: they can end that with "resume".`;
    case 'unpaired':
      return `gets nothing for ${week}, since they have no buddy yet.`;
    case 'no nudge this week':
      return `gets nothing for ${week}, since it was marked as a week without a nudge.`;
    case 'due':
      return `is due: the questions of ${week} would be sent at that instant.`;
    case 'not due':
      return `isn't due at that instant: their next Monday is that of ${week}.`;
    default:
      return why satisfies never;
  }
}
