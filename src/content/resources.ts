import type { InferOutput } from 'valibot';
import { millisecondsInDay } from '../calendar/spans.ts';
import type { Said } from './languages.ts';
import { repeated } from './repeated.ts';
import type { resourcesFile, weekdays } from './shapes.ts';

export type Weekday = (typeof weekdays)[number];

/** When a line answers, by its own clock; where `to` is the earlier time, until that time the next morning. */
export interface Opening {
  readonly zone: string;
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
}

/** A line to call, or another place to turn to. */
export interface Resource {
  readonly id: string;
  readonly kind: 'crisis' | 'support' | 'local';
  /** null: said in `hours` alone. */
  readonly open: 'always' | Opening | null;
  /** The day on which someone last looked. */
  readonly last_verified: string;
  /** Who that was; null: nobody of this hospital yet. */
  readonly verified_by: string | null;
  /** Added from chat: it's changed and removed there. */
  readonly isOwn?: true;
  readonly words: Said<ResourceWords>;
}

export interface ResourceWords {
  readonly name: string;
  readonly reach: readonly string[];
  readonly hours: string;
  readonly who: string;
  readonly about: string;
}

/** Phone lines change: after half a year someone should look again. */
const verifiedForMs = 183 * millisecondsInDay;

/** The lines that nobody of this hospital has looked up, or not since half a year; `now` in epoch milliseconds. */
export function linesToVerify(resources: readonly Resource[], now: number): readonly Resource[] {
  return resources.filter(
    ({ verified_by, last_verified }) =>
      verified_by === null || now - Date.parse(last_verified) > verifiedForMs,
  );
}

type Listed = InferOutput<typeof resourcesFile>['resources'];

export function makeResources(listed: Listed): Resource[] {
  return listed.map(({ id, kind, open, last_verified, verified_by, es, ...english }) => {
    const { name, reach, hours, who, about } = english;
    const words = { en: { name, reach, hours, who, about }, ...(es === undefined ? {} : { es }) };
    return { id, kind, open: open ?? null, last_verified, verified_by: verified_by ?? null, words };
  });
}

export function resourceFaults(listed: Listed): string[] {
  const faults = repeated(listed.map(({ id }) => id)).map(
    (id) => `prompts/resources.yml: the id ${id} stands twice.`,
  );
  const firstOther = listed.findIndex(({ kind }) => kind !== 'crisis');
  const lastCrisis = listed.findLastIndex(({ kind }) => kind === 'crisis');
  if (lastCrisis === -1) faults.push('prompts/resources.yml: there must be at least one crisis line.');
  if (firstOther !== -1 && firstOther < lastCrisis)
    faults.push('prompts/resources.yml: crisis lines must stand first.');
  return faults;
}
