import { howMany, year } from './staff.ts';
import type { Track } from './tracks.ts';

const minute = 60_000;
const hour = 60 * minute;

/** What became of a year, by the referrals that were in it. */
export interface YearFigures {
  readonly tracks: readonly Track[];
  /** How often each supporter was asked. */
  readonly asked: readonly number[];
  /** How often nobody was left under their limit, and a person asked one of those who weren't. */
  readonly beyond: number;
  /** How often someone was asked beyond their limit while another was free. */
  readonly unfair: number;
  readonly kills: number;
}

/** How long each had waited until something happened, the shortest first; endless where it never did, and nobody ended it before. */
export function waits(tracks: readonly Track[], until: 'toldAt' | 'seenAt' | 'reachedAt'): readonly number[] {
  return tracks
    .filter((track) => track[until] !== null || track.erasedAt === null)
    .map((track) => (track[until] ?? Number.POSITIVE_INFINITY) - track.openedAt)
    .sort((one, other) => one - other);
}

/** The page that says how the year went. */
export function pageOf({ tracks, asked, beyond, unfair, kills }: YearFigures): string {
  const sum = (name: 'offers' | 'refusals' | 'lapses') => tracks.reduce((total, one) => total + one[name], 0);
  const each = [...asked].sort((one, other) => one - other);
  const offers = each.reduce((total, count) => total + count, 0);
  return `# A year of peer support

A simulated year (${year}) of a hospital, lived through the real handlers and the real job on a real database:
${words(howMany.clinicians)} clinicians, ${howMany.supporters} supporters, ${howMany.referrals} referrals at every hour of the day. Supporters sleep, work nights, go on leave for
three weeks, can't this time, or don't answer. Two of them leave for good, and one colleague in fifty erases everything.
The director is on vacation for three weeks in July and over New Year, and for a week in September there's no director.
The process is killed ${kills} times. \`npm run year\` lives it again and writes this page; a test holds what it promises.

| A referral waited until | half of them | 95 in a hundred | the longest |
| --- | ---: | ---: | ---: |
${row('a message about it was with someone who was there', waits(tracks, 'toldAt'))}
${row('a director, a deputy or a supporter looked at it', waits(tracks, 'seenAt'))}
${row('a supporter had reached out', waits(tracks, 'reachedAt'))}

| In all | |
| --- | ---: |
| offers made | ${offers} |
| answered with "I can't this time" | ${sum('refusals')} |
| looked at and never answered | ${sum('lapses')} |
| offers a supporter, the fewest | ${each[0]} |
| offers a supporter, half of them have at most | ${share(each, 0.5)} |
| offers a supporter, the most | ${each.at(-1)} |
| asked beyond their limit while someone else was free | ${unfair} |
| asked beyond their limit by the desk, when nobody was | ${beyond} |

The supporters here said yes to three, four or five a year, so that ${howMany.referrals} are far more than they have places for. From
then on nothing goes on by itself: the desk asks someone by hand, and knows that it does. A hospital that sees this in its own
figures needs more supporters.

"Someone who was there" isn't on leave. People who sleep look in the morning: that's what the second line counts.
`;
}

function row(what: string, sorted: readonly number[]): string {
  return `| ${what} | ${span(share(sorted, 0.5))} | ${span(share(sorted, 0.95))} | ${span(sorted.at(-1) ?? 0)} |`;
}

function share(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

function span(ms: number): string {
  if (ms < minute) return 'at once';
  if (ms < hour) return `${Math.round(ms / minute)} min`;
  const hours = Math.floor(ms / hour);
  return `${hours} h ${Math.round((ms - hours * hour) / minute)} min`;
}

function words(count: number): string {
  return count.toLocaleString('en-US');
}
