import type { HalfYear } from '../../calendar/periods.ts';
import type { Executor } from '../../db/schema.ts';
import type { Limits } from '../guard/rules.ts';
import { showTogether } from '../guard/together.ts';
import { ages, findPairSums } from '../pairing/sums-store.ts';
import type { Figures } from './release.ts';
import { findReleases } from './store.ts';

export type Age = (typeof ages)[number];

/** What may be shown of the pairs that began in a half-year, so many months on; null where none did, or not all were counted. */
export async function togetherFigures(
  db: Executor,
  halfYear: HalfYear,
  { months, limits }: { readonly months: Age; readonly limits: Limits },
): Promise<Figures<'together-3'> | null> {
  const sums = await findPairSums(db, halfYear);
  const { invitation = 0, code = 0 } = sums;
  if (sums['counted-in-part'] !== undefined || invitation + code === 0) return null;
  const upToNow = ages.filter((age) => age <= months);
  const released = await Promise.all(
    upToNow.slice(0, -1).map(async (age) => {
      const releases = await findReleases(db, `together-${age}`, 0);
      return releases.find(({ period }) => period === halfYear)?.figures?.point ?? null;
    }),
  );
  const ended = upToNow.map((age) => sums[`ended-${age}`] ?? 0);
  return { point: showTogether({ started: invitation + code, ended }, released, limits) };
}
