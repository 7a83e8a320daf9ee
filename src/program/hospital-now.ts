import type { Hospital } from '../config/hospital.ts';
import type { Database } from '../db/schema.ts';
import { readHospital } from '../features/program/hospital-store.ts';

/** What the hospital has decided, as it stands. Every event asks. */
export interface HospitalNow {
  get(): Promise<Hospital>;
  /** Something has been written, or another process may have: it's read again when it's asked for next. */
  doubt(): void;
}

export function createHospitalNow(db: Database, fromEnvironment: Hospital): HospitalNow {
  let known: Promise<Hospital> | null = null;
  return {
    get() {
      if (known !== null) return known;
      const read = readHospital(db, fromEnvironment);
      known = read;
      // A database that's away for a moment is asked again.
      read.catch(() => {
        if (known === read) known = null;
      });
      return read;
    },
    doubt() {
      known = null;
    },
  };
}
