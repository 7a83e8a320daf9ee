import type { Database } from '../../src/db/schema.ts';
import { allSent, type HospitalOptions, type House, openHouse } from './hospital.ts';
import type { Slack } from './slack/slack.ts';
import { startSlack } from './slack/stand-in.ts';
import { startTeams } from './teams/stand-in.ts';
import type { Teams } from './teams/teams.ts';

/** A hospital that is on Slack and on Microsoft Teams: one process, one port, one database. */
export interface TwoPlatforms extends House {
  readonly slack: Slack;
  readonly teams: Teams;
  readonly db: Database;
  /** What either platform would have refused or complained of. */
  complaints(): readonly string[];
}

export async function openTwoPlatforms(options: HospitalOptions): Promise<TwoPlatforms> {
  const [slack, teams] = [await startSlack(), await startTeams()];
  const house = await openHouse([slack, teams], options);
  const settled = async () => {
    await allSent(house);
    await teams.quiet();
  };
  return {
    ...house,
    // Looked up at each use: a spread would open the file at once.
    get db() {
      return house.db;
    },
    slack,
    teams,
    settled,
    async goTo(instant) {
      await house.goTo(instant);
      await settled();
    },
    complaints: () => [...slack.complaints, ...teams.complaints],
  };
}

/** The code in what Buddy shows, to be typed after `join` or `link`. */
export function codeIn(shown: string): string {
  return /(?:join|link) ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(shown)?.[1] ?? '';
}
