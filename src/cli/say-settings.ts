import { clockTime } from '../calendar/local-time.ts';
import type { Hospital } from '../config/hospital.ts';
import { type HospitalSettings, hospitalSettingNames } from '../features/program/hospital-store.ts';

const variableOf: Readonly<Record<keyof HospitalSettings, string>> = {
  timeZone: 'BUDDY_TIME_ZONE',
  nudgeMinute: 'BUDDY_NUDGE_TIME',
  maxBuddies: 'BUDDY_MAX_BUDDIES',
  guestsWelcome: 'BUDDY_GUESTS',
  smallestGroup: 'BUDDY_SMALLEST_GROUP',
  language: 'BUDDY_LANGUAGE',
};

/**
 * What holds of each of the hospital's settings, and where that comes from, a line each. What was set from chat holds, whatever
 * the environment says.
 */
export function saySettings(
  hospital: Hospital,
  fromChat: Partial<HospitalSettings>,
  isGiven: (variable: string) => boolean,
): readonly string[] {
  const holds = { ...hospital, ...fromChat };
  return hospitalSettingNames.map((name) => {
    const variable = variableOf[name];
    return `${variable}: ${written(name, holds)}, ${origin(fromChat[name] !== undefined, isGiven(variable))}.`;
  });
}

function origin(isFromChat: boolean, isInEnvironment: boolean): string {
  if (!isFromChat) return isInEnvironment ? 'from the environment' : 'the default';
  return isInEnvironment ? 'set from chat, so what the environment says does not count' : 'set from chat';
}

/** As it would stand in the environment. */
function written(name: keyof HospitalSettings, holds: HospitalSettings): string {
  if (name === 'nudgeMinute') return clockTime(holds.nudgeMinute);
  if (name === 'guestsWelcome') return holds.guestsWelcome ? 'allow' : 'refuse';
  return String(holds[name]);
}
