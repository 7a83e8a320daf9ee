import * as v from 'valibot';
import { cadences } from '../../calendar/monday.ts';
import { platforms } from '../../chat/person.ts';
import { steps } from '../pulse/rules.ts';

/** What became of a week's nudges, in the order in which it's shown. */
export const outcomes = ['sent', 'paused', 'unpaired', 'unreachable', 'failed', 'missed'] as const;

export type Outcome = (typeof outcomes)[number];

/** A table as `showGroups` of the guard lets it out. */
function groups<Name extends v.GenericSchema<string>>(name: Name) {
  return v.nullable(
    v.variant('type', [
      v.object({
        type: v.literal('groups'),
        total: v.number(),
        shown: v.pipe(v.array(v.object({ name, count: v.number() })), v.readonly()),
        together: v.number(),
      }),
      v.object({ type: v.literal('nearly-all'), total: v.number(), name }),
    ]),
  );
}

const count = v.nullable(v.number());

const week = v.object({
  /** Of the members who were due. */
  outcomes: groups(v.picklist(outcomes)),
  /** Of those who were due on each platform, how many were sent their questions. */
  platforms: v.array(v.object({ name: v.picklist(platforms), count: v.number(), total: v.number() })),
  /** Of the pairs in which someone was due. */
  checkins: groups(v.picklist(['checked-in', 'not'])),
});

const quarter = v.object({
  /** Who takes part when it's over, and in how many pairs. */
  members: count,
  pairs: count,
  /** Pairs that began in it, and by what. */
  started: count,
  startedBy: groups(v.picklist(['invitation', 'code'])),
  cadences: groups(v.picklist(cadences)),
  /** By the profession that members chose to say; `none` for those who didn't. Ids of the hospital's list. */
  professions: groups(v.string()),
});

/** What was tapped in a quarter's pulse: two tables that are never crossed. */
const pulse = v.object({
  feeling: groups(v.picklist(steps)),
  /** Ids of the hospital's list. */
  weighs: groups(v.string()),
});

const together = v.object({
  point: v.nullable(
    v.variant('type', [
      v.object({ type: v.literal('share'), share: v.number() }),
      v.object({ type: v.literal('as-before') }),
      v.object({ type: v.literal('few') }),
    ]),
  ),
});

/**
 * A figure exists only in a release: made once, when its time is over everywhere, and the same for everyone who looks. Counts
 * and shares (in percent) are rounded; null and an empty list stand for what may not be said.
 */
export const shapes = {
  week,
  quarter,
  pulse,
  'together-3': together,
  'together-6': together,
  'together-12': together,
} as const;

export type ReleaseKind = keyof typeof shapes;

export type Figures<Kind extends ReleaseKind> = v.InferOutput<(typeof shapes)[Kind]>;
