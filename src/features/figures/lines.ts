import type { Reader } from '../../chat/reader.ts';
import type { ShownGroups } from '../guard/groups.ts';
import type { TogetherFigures, WeekFigures } from './read.ts';
import type { Figures, Outcome } from './release.ts';
import { wordsFor } from './words.ts';

type Reading = Pick<Reader, 'language'>;

/** One week in plain lines. */
export function weekLines(reader: Reading, week: WeekFigures): readonly string[] {
  const words = wordsFor(reader);
  if (week.type === 'under-way')
    return [
      words.underWay,
      ...(['sent', 'failed', 'waiting'] as const).map((what) => {
        const members = week.progress[what];
        const said = words.progress[what];
        return members === 0 ? words.fewerThan(week.step, said) : words.atLeast(members, said);
      }),
    ];
  const { figures } = week;
  if (figures === null || figures.outcomes === null) return [words.tooFew];
  return [
    words.eligible(figures.outcomes.total),
    ...outcomeLines(reader, figures.outcomes, week.smallest),
    ...figures.platforms.map(({ name, count, total }) =>
      words.onPlatform(words.platforms[name], count, total),
    ),
    checkinLine(reader, figures.checkins),
  ];
}

function outcomeLines(reader: Reading, outcomes: ShownGroups<Outcome>, smallest: number): readonly string[] {
  const words = wordsFor(reader);
  if (outcomes.type === 'nearly-all') return [words.nearlyAll(words.outcomes[outcomes.name], smallest)];
  return [
    ...outcomes.shown.map(({ name, count }) => words.line(count, words.outcomes[name])),
    ...(outcomes.together === 0 ? [] : [words.together(outcomes.together)]),
  ];
}

function checkinLine(reader: Reading, checkins: Figures<'week'>['checkins']): string {
  const words = wordsFor(reader);
  const share = shareOf(checkins, 'checked-in');
  return share === null ? words.checkinsWithheld : sayShare(words.checkins, share);
}

/** One quarter in plain lines. */
export function quarterLines(reader: Reading, figures: Figures<'quarter'> | null): readonly string[] {
  const words = wordsFor(reader);
  if (figures === null || figures.members === null) return [words.tooFew];
  const { members, pairs, started, cadences } = figures;
  const invited = shareOf(figures.startedBy, 'invitation');
  return [
    words.members(members),
    pairs === null ? words.pairsWithheld : words.pairs(pairs),
    started === null ? words.startedWithheld : words.started(started),
    ...(invited === null ? [] : [sayShare(words.invited, invited)]),
    ...(cadences?.type === 'groups'
      ? cadences.shown.map(({ name, count }) => words.cadence(count, words.cadences[name]))
      : []),
  ];
}

/** How many of a half-year's pairs are still together, in one line. */
export function togetherLine(reader: Reading, { points }: TogetherFigures): string {
  const words = wordsFor(reader);
  return points
    .map(({ months, point }, index) => {
      if (point === null) return words.togetherWithheld(months);
      if (point.type === 'share') return words.stillTogether(months, point.share);
      // It hangs on the last share there was; without one, on all that began.
      const hasShare = points.slice(0, index).some((earlier) => earlier.point?.type === 'share');
      return point.type === 'as-before' && hasShare
        ? words.asManyAsBefore(months)
        : words[point.type](months);
    })
    .join(' ');
}

export type Share =
  | { readonly type: 'share'; readonly percent: number }
  | { readonly type: 'nearlyAll' | 'few' };

/** Of two groups, how large the one is: in percent, or nearly all, or few. */
export function shareOf<Name extends string>(
  groups: ShownGroups<Name> | null,
  name: NoInfer<Name>,
): Share | null {
  if (groups === null) return null;
  if (groups.type === 'nearly-all') return { type: groups.name === name ? 'nearlyAll' : 'few' };
  const group = groups.shown.find((one) => one.name === name);
  if (group === undefined) return null;
  return { type: 'share', percent: Math.round((20 * group.count) / groups.total) * 5 };
}

/** Beside a bar. */
export function sayShareShortly(reader: Reading, share: Share | null): string {
  const { checkinsChart: words } = wordsFor(reader);
  if (share === null) return words.notShown;
  return share.type === 'share' ? words.share(share.percent) : words[share.type];
}

interface ShareWords {
  readonly share: (percent: number) => string;
  readonly nearlyAll: string;
  readonly few: string;
}

function sayShare(words: ShareWords, share: Share): string {
  return share.type === 'share' ? words.share(share.percent) : words[share.type];
}
