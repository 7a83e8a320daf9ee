import { type Outcome, outcomes } from '../../../../src/features/figures/release.ts';
import { showWeek, type Week } from '../../../../src/features/figures/week.ts';
import { showStanding, showStarted } from '../../../../src/features/guard/change.ts';
import type { Limits } from '../../../../src/features/guard/rules.ts';
import { showTogether, type TogetherPoint } from '../../../../src/features/guard/together.ts';
import type { Chance } from '../chance.ts';

/** A week with everything about it, and what was released of it. */
export interface PlayedWeek {
  /** Who was due on each platform: everyone may know. */
  readonly due: Readonly<Record<string, number>>;
  readonly pairs: Week['pairs'];
  readonly released: ReturnType<typeof showWeek>;
}

/** Four quarters, and the pairs of one half-year until they're a year old. */
export interface PlayedYear {
  readonly standing: readonly (number | null)[];
  readonly started: readonly (number | null)[];
  readonly points: readonly (TogetherPoint | null)[];
}

const platforms = ['slack', 'teams'] as const;

/** A hospital of 20 to 3,000 members, small ones as often as large ones, with habits of its own. */
export class RandomHospital {
  private readonly chance: Chance;
  private readonly members: readonly { readonly platform: (typeof platforms)[number]; isPaused: boolean }[];
  private readonly pausing: number;
  private readonly checkingIn: number;
  private readonly failing: number;
  private readonly mostOfOne: number;

  constructor(chance: Chance) {
    this.chance = chance;
    const size = Math.round(20 * 150 ** chance.fraction());
    const onTeams = chance.oneOf([0, 0.03, 0.2, 0.5, 0.95]);
    this.pausing = chance.oneOf([0, 0.02, 0.1, 0.3]);
    this.checkingIn = chance.oneOf([0.02, 0.3, 0.6, 0.97]);
    this.failing = chance.oneOf([0, 0.01, 0.05, 0.3]);
    this.mostOfOne = chance.oneOf([1, 1, 2, 3]);
    this.members = Array.from({ length: size }, () => ({
      platform: chance.isSo(onTeams) ? 'teams' : 'slack',
      isPaused: chance.isSo(this.pausing),
    }));
  }

  week(limits: Limits): PlayedWeek {
    const counts = Object.fromEntries(outcomes.map((name) => [name, 0])) as Record<Outcome, number>;
    const parts = platforms.map((name) => ({ name, count: 0, total: 0 }));
    for (const member of this.members) {
      if (this.chance.isSo(0.1)) member.isPaused = this.chance.isSo(this.pausing);
      // Some have their Monday every other week.
      if (this.chance.isSo(0.15)) continue;
      const outcome = this.outcomeOf(member.isPaused);
      const part = parts.find(({ name }) => name === member.platform);
      if (part === undefined) continue;
      counts[outcome] += 1;
      part.total += 1;
      if (outcome === 'sent') part.count += 1;
    }
    const due = Math.ceil((this.members.length / 2) * this.mostOfOne * 0.8);
    const checkedIn = Array.from({ length: due }).filter(() => this.chance.isSo(this.checkingIn)).length;
    const pairs = { due, checkedIn, mostOfOne: this.mostOfOne };
    return {
      due: Object.fromEntries(parts.map(({ name, total }) => [name, total])),
      pairs,
      released: showWeek({ outcomes: counts, platforms: parts, pairs }, limits),
    };
  }

  private outcomeOf(isPaused: boolean): Outcome {
    if (isPaused) return 'paused';
    if (this.chance.isSo(0.05)) return 'unpaired';
    return this.chance.isSo(this.failing) ? this.chance.oneOf(['unreachable', 'failed', 'missed']) : 'sent';
  }

  year(limits: Limits): PlayedYear {
    const { chance } = this;
    let pairs = Math.ceil(this.members.length / 2);
    const standing = [showStanding(pairs, limits)];
    const started: (number | null)[] = [];
    for (let quarter = 0; quarter < 4; quarter += 1) {
      const ended = Math.min(pairs, chance.between(0, chance.oneOf([0, 5, 30, pairs])));
      const began = chance.between(0, chance.oneOf([3, 20, this.members.length]));
      pairs += began - ended;
      started.push(showStarted({ started: began, ended, standing: pairs }, limits));
      standing.push(showStanding(pairs, limits));
    }
    return { standing, started, points: this.points(limits) };
  }

  private points(limits: Limits): readonly (TogetherPoint | null)[] {
    const began = this.chance.between(1, this.members.length);
    const points: (TogetherPoint | null)[] = [];
    const ended: number[] = [];
    for (const _age of [3, 6, 12]) {
      const left = began - ended.reduce((sum, count) => sum + count, 0);
      ended.push(this.chance.between(0, this.chance.oneOf([0, Math.min(8, left), left])));
      points.push(showTogether({ started: began, ended }, points, limits));
    }
    return points;
  }
}
