import { button as slackButton } from '../../support/slack/read.ts';
import { startSlack } from '../../support/slack/stand-in.ts';
import { button as teamsButton } from '../../support/teams/read.ts';
import { startTeams } from '../../support/teams/stand-in.ts';
import type { Environment } from './life.ts';
import type { Newcomer } from './members.ts';

/** Many clinicians on one platform, as a run needs to know them. */
export interface Crowd {
  readonly platform: 'slack' | 'teams';
  readonly people: readonly Newcomer[];
  /** Where the platform is, for anyone who stands in between. */
  readonly url: string;
  /** What the program needs to find it at `url`, or at whatever stands before it. */
  environment(url: string): Environment;
  /** They get the app, where that has to be. */
  arrive(programUrl: string): Promise<void>;
  /** What someone reads after a command. */
  writes(id: string, command: string): Promise<string>;
  /** The weeks of the questions that someone has received, in order. */
  weeksOf(person: Newcomer): readonly string[];
  complaints(): readonly string[];
  stop(): Promise<void>;
}

export type OpenCrowd = (count: number, zones: readonly string[]) => Promise<Crowd>;

/** Pressing says for which week, so the button tells of which week its message is. */
const acknowledge = 'checkins.acknowledge';
const weekIn = (buttonId: string | undefined): string[] => /\d{4}-W\d\d/.exec(buttonId ?? '')?.slice() ?? [];

export const onSlack: OpenCrowd = async (count, zones) => {
  const slack = await startSlack();
  const people = newcomers(count, zones).map(({ id, timeZone }) => {
    slack.person(id, { name: `Clinician ${id}`, tz: timeZone });
    return { person: { platform: 'slack', workspace: slack.identity.teamId, id }, timeZone } as const;
  });
  return {
    platform: 'slack',
    people,
    url: `http://${slack.host}`,
    environment: (url) => ({ ...slack.env(), SLACK_API_URL: `${url}/api/` }),
    arrive: async (programUrl) => slack.connectTo(programUrl),
    writes: async (id, command) => (await slack.person(id).command('/buddy', command)).text,
    weeksOf: ({ person }) =>
      slack.inbox(person.id).flatMap((message) => weekIn(slackButton(message, acknowledge)?.id)),
    complaints: () => slack.complaints,
    stop: () => slack.stop(),
  };
};

export const onTeams: OpenCrowd = async (count, zones) => {
  const teams = await startTeams({ authentication: false });
  const everybody = newcomers(count, zones).map(({ id, timeZone }) => ({
    timeZone,
    actor: () => teams.person(id, { name: `Clinician ${id}`, tz: timeZone }),
  }));
  const people = everybody.map(({ actor, timeZone }) => {
    const person = { platform: 'teams', workspace: teams.identity.tenantId, id: actor().id } as const;
    return { person, timeZone };
  });
  return {
    platform: 'teams',
    people,
    url: `http://${teams.host}`,
    environment(url) {
      // The bot answers where activities say that they come from.
      Object.assign(teams, { serviceUrl: `${url}/_connector/` });
      return teams.env();
    },
    async arrive(programUrl) {
      teams.connectTo(programUrl);
      for (const { actor } of everybody) await actor().installs();
    },
    writes: async (id, command) => JSON.stringify((await teams.person(id).says(command)).shown),
    weeksOf: ({ person }) =>
      teams.person(person.id).inbox.flatMap((message) => weekIn(teamsButton(message, acknowledge)?.id)),
    complaints: () => teams.complaints,
    stop: () => teams.stop(),
  };
};

function newcomers(count: number, zones: readonly string[]) {
  return Array.from({ length: count }, (_, index) => ({
    id: `UF${index}`,
    timeZone: zones[index % zones.length] ?? 'UTC',
  }));
}
