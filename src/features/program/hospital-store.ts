import * as v from 'valibot';
import { isTimeZone } from '../../calendar/local-time.ts';
import { languages } from '../../chat/language.ts';
import type { Hospital } from '../../config/hospital.ts';
import type { Executor } from '../../db/schema.ts';
import { saveByName } from './settings-store.ts';

/** What administrators may decide from chat, in place of what the environment says. */
export type HospitalSettings = Pick<
  Hospital,
  'timeZone' | 'nudgeMinute' | 'maxBuddies' | 'guestsWelcome' | 'smallestGroup' | 'language'
>;

export const hospitalSettingNames = [
  'timeZone',
  'nudgeMinute',
  'maxBuddies',
  'guestsWelcome',
  'smallestGroup',
  'language',
] as const satisfies readonly (keyof HospitalSettings)[];

/** As the variables of the environment allow it. */
export const mostBuddies = 10;
export const fewestInAGroup = 5;
export const mostInAGroup = 1_000;

const whole = (from: number, to: number) => v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));

const shape = v.partial(
  v.object({
    timeZone: v.pipe(v.string(), v.check(isTimeZone)),
    nudgeMinute: whole(0, 1_439),
    maxBuddies: whole(1, mostBuddies),
    guestsWelcome: v.boolean(),
    smallestGroup: whole(fewestInAGroup, mostInAGroup),
    language: v.picklist(languages),
  }),
);

const prefix = 'hospital.';

/** What has been set from chat, and nothing else. */
export async function readHospitalSettings(db: Executor): Promise<Partial<HospitalSettings>> {
  const rows = await db
    .selectFrom('program_settings')
    .selectAll()
    .where(
      'name',
      'in',
      hospitalSettingNames.map((name) => prefix + name),
    )
    .execute();
  const set = rows.map(({ name, setting }) => [name.slice(prefix.length), JSON.parse(setting)] as const);
  return v.parse(shape, Object.fromEntries(set));
}

/** A setting that's null goes back to what the environment says. */
export async function saveHospitalSettings(
  db: Executor,
  changed: { readonly [Name in keyof HospitalSettings]?: HospitalSettings[Name] | null },
): Promise<void> {
  for (const [key, value] of Object.entries(changed)) {
    const name = prefix + key;
    if (value === null) {
      await db.deleteFrom('program_settings').where('name', '=', name).execute();
      continue;
    }
    await saveByName(db, { [name]: value });
  }
}

/** The hospital as it is now: the environment, and over it what was set from chat. */
export async function readHospital(db: Executor, fromEnvironment: Hospital): Promise<Hospital> {
  return { ...fromEnvironment, ...(await readHospitalSettings(db)) };
}
