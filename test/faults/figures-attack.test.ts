import { describe, expect, test } from '@jest/globals';
import { type Limits, rules } from '../../src/features/guard/rules.ts';
import { RandomHospital } from './support/attack/hospital.ts';
import type { Found } from './support/attack/knowledge.ts';
import { attackWeek } from './support/attack/week.ts';
import { attackYear } from './support/attack/year.ts';
import { Chance } from './support/chance.ts';
import { patienceMs, sized } from './support/size.ts';

const hospitals = sized({ short: 30, long: 1_000 });
const weeks = sized({ short: 10, long: 52 });
const atOnce = Math.min(hospitals, 50);
const firsts = Array.from({ length: hospitals / atOnce }, (_, nth) => nth * atOnce);

/** Everything that can be found out in one hospital's year. */
function attack(run: string, limits: Limits): readonly Found[] {
  const hospital = new RandomHospital(new Chance(run));
  const found = Array.from({ length: weeks }, () => attackWeek(hospital.week(limits), limits));
  return [...found.flat(), ...attackYear(hospital.year(limits), limits)];
}

describe('someone with every release there ever was, who knows who is due and where', () => {
  test.each(firsts)(
    'finds nothing about any fewer than the smallest group, from hospital %s on',
    (first) => {
      for (let nth = first; nth < first + atOnce; nth += 1) {
        const limits = { smallest: nth % 3 === 0 ? 5 : 11 };
        expect([`hospital ${nth}`, attack(`hospital ${nth}`, limits)]).toEqual([`hospital ${nth}`, []]);
      }
    },
    patienceMs,
  );

  test.each(rules.filter((rule) => rule !== 'rounding'))(
    'finds someone once a rule is left out: %s',
    (rule) => {
      const isFound = (nth: number) => attack(`hospital ${nth}`, { smallest: 11, without: rule }).length > 0;
      expect(Array.from({ length: 100 }, (_, nth) => nth).some(isFound)).toBe(true);
    },
    patienceMs,
  );
});
