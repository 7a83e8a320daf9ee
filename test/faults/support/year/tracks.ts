import type { Database } from '../../../../src/db/schema.ts';
import { ceiling } from '../../../../src/features/supporters/rules.ts';
import { year } from './staff.ts';

/** What the test knows of a referral that Buddy forgets. */
export interface Track {
  readonly openedAt: number;
  readonly colleague: string;
  /** The first message about it to someone who isn't on leave. */
  toldAt: number | null;
  /** When someone first looked at it: at the desk, or in their offer. */
  seenAt: number | null;
  reachedAt: number | null;
  /** When the colleague wanted none of it. */
  erasedAt: number | null;
  offers: number;
  refusals: number;
  lapses: number;
}

/** Of every referral of the year, by id. */
export type Tracks = Map<string, Track>;

/** Who was asked beyond what they said yes to, although someone else was free. Called after each thing that happens. */
export class Fairness {
  readonly wrong: string[] = [];
  /** Asked by a person at the desk, when nobody was left under their limit. */
  beyond = 0;
  readonly asked = new Map<string, number>();
  private readonly seen = new Set<string>();

  async check(db: Database, isAway: (personId: string) => boolean): Promise<void> {
    const offers = await db.selectFrom('offers').selectAll().execute();
    const fresh = offers.filter(({ id }) => !this.seen.has(id));
    if (fresh.length === 0) return;
    const supporters = await db.selectFrom('supporters').selectAll().execute();
    const load = (id: string, without: string): number => {
      const row = supporters.find((one) => one.id === id);
      const open = offers.filter(
        (one) =>
          one.supporter_id === id && one.id !== without && one.state !== 'cannot' && one.state !== 'lapsed',
      );
      return (row?.offers_year === year ? row.offers_count : 0) + open.length;
    };
    for (const offer of fresh) {
      this.seen.add(offer.id);
      this.asked.set(offer.supporter_id, (this.asked.get(offer.supporter_id) ?? 0) + 1);
      const limit = (one: (typeof supporters)[number]) => Math.min(one.most_offers, ceiling);
      const mine = supporters.find(({ id }) => id === offer.supporter_id);
      if (mine === undefined || load(mine.id, offer.id) < limit(mine)) continue;
      this.beyond += 1;
      const before = offers.filter((one) => one.referral_id === offer.referral_id);
      const free = supporters.filter(
        (one) =>
          one.state === 'active' &&
          !before.some(({ supporter_id }) => supporter_id === one.id) &&
          !isAway(one.person_id) &&
          load(one.id, offer.id) < limit(one),
      );
      if (free.length > 0) this.wrong.push(`${mine.name} was asked though ${free.length} others were free`);
    }
  }
}
