import type { Backstage } from '../../adapters/playground/backstage.ts';
import type { PlaygroundAdapter } from '../../adapters/playground/index.ts';
import type { Ward } from '../../adapters/playground/ward.ts';
import { weekOf } from '../calendar/iso-week.ts';
import type { Hospital } from '../config/hospital.ts';
import type { Content } from '../content/content.ts';
import { readHospital } from '../features/program/hospital-store.ts';
import { readReleased } from '../features/report/read.ts';
import type { Seals } from '../sealing/seals.ts';
import { readAccount } from './account-store.ts';
import { bringSupport } from './after-a-hard-shift.ts';
import { reader } from './gallery/samples.ts';
import { gallery } from './gallery.ts';
import { createChance } from './half-year/chance.ts';
import { playHalfYear, weeksInHalfAYear } from './half-year/play.ts';
import { findHeldRows } from './held-store.ts';
import { instantOf, wardZone } from './steps.ts';
import { createTravel, patienceMs, type TravelParts } from './travel.ts';
import { countChanges, emptyEverything } from './ward-store.ts';

export interface BackstageParts extends TravelParts {
  readonly content: Content;
  readonly seals: Seals;
  readonly hospital: Hospital;
  /** Where the ward's clock begins, in epoch milliseconds. */
  readonly start: number;
  /** The platform, once it's there: what happens behind the scenes happens on it. */
  readonly platform: () => Pick<PlaygroundAdapter, 'hands' | 'conditions'>;
  /** Those who join in the half year. */
  readonly elsewhere: Ward;
}

/** The same half year each time. */
const seed = 2026;

/** What is behind the chat, for the page that shows it. */
export function createBackstage(parts: BackstageParts): Backstage {
  const { db, clock, content, start } = parts;
  const travel = createTravel(parts);
  let week = 0;
  let isOver = false;

  return {
    now: clock.now,
    instantOf: (step, timeZone) => instantOf(step, clock.now(), timeZone),
    travel: (to, signal) => travel.goTo(to, signal),
    async playHalfYear(signal) {
      const { hands, conditions } = parts.platform();
      const onWeek = (played: number) => {
        week = played;
      };
      await playHalfYear(
        {
          now: clock.now,
          travel,
          hands: hands(),
          conditions,
          elsewhere: parts.elsewhere,
          chance: createChance(seed),
          onWeek,
        },
        signal,
      );
      isOver = !signal.aborted;
    },
    halfYear: () => ({ week, weeks: weeksInHalfAYear, isOver }),
    bringSupport: (signal) =>
      bringSupport({ db, now: clock.now, travel, hands: parts.platform().hands() }, signal),
    async reset() {
      await travel.catchUp(AbortSignal.timeout(patienceMs));
      await emptyEverything(db);
      clock.restart(start);
      week = 0;
      isOver = false;
    },
    held: (person) => findHeldRows({ db, seals: parts.seals }, person),
    account: () => readAccount(db, weekOf(clock.now(), wardZone)),
    gallery: (language) => gallery(content, { ...reader, language }),
    async leadersPage(name, language) {
      if (name === 'case') return (await import('../features/case/page.ts')).casePage(language);
      const { reportPage } = await import('../features/report/page.ts');
      const { smallestGroup } = await readHospital(db, parts.hospital);
      return reportPage(language, await readReleased(db, smallestGroup));
    },
    changes: () => countChanges(db),
  };
}
