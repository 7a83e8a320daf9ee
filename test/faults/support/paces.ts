import type { Environment } from './life.ts';
import { sized } from './size.ts';

/** How fast Buddy may send in a run. */
export interface Pace {
  readonly name: string;
  readonly environment: Environment;
  /** How many people a run has that has `unpaced` of them where nothing slows it down. */
  people(unpaced: number): number;
}

/** What hospitals have, and as fast as it goes: eight messages at a time then race with what goes wrong. */
export const paces: readonly Pace[] = [
  { name: 'at 300 a minute', environment: {}, people: () => sized({ short: 60, long: 300 }) },
  {
    name: 'unpaced',
    environment: { SLACK_MESSAGES_PER_MINUTE: '1000000000' },
    people: (unpaced) => unpaced,
  },
];
