import type { Gate } from '../shared/gate.ts';
import { type Json, list, object, string } from '../shared/json.ts';
import { foreignWorkspace } from './refusals.ts';
import type { Home, TokenWatch } from './token-watch.ts';

/**
 * Who is let in: the workspace that the bot token is for, and its sisters in one Enterprise Grid. A signature tells only
 * that it was Slack, and for which app, and one app can be installed in many workspaces.
 */
export class Admission {
  private readonly watch: Pick<TokenWatch, 'home'>;
  private readonly gate: Pick<Gate, 'refused'>;

  constructor(watch: Pick<TokenWatch, 'home'>, gate: Pick<Gate, 'refused'>) {
    this.watch = watch;
    this.gate = gate;
  }

  /** `not-yet`: Slack has not told who the token is for, so that nobody can be told from a stranger. */
  async of(body: Json): Promise<'ours' | 'foreign' | 'not-yet'> {
    const home = await this.watch.home();
    if (home === null) return 'not-yet';
    if (isFrom(home, body)) return 'ours';
    this.gate.refused(foreignWorkspace);
    return 'foreign';
  }
}

/** Whether every workspace that a payload names is this one, or every organization the one that this is in. */
export function isFrom(home: Home, body: Json): boolean {
  // Slack always says who a token is for. A proxy that keeps it to itself leaves nothing to compare with.
  if (home.team === '' && home.enterprise === '') return true;
  const { teams, enterprises } = named(body);
  return areAll(teams, home.team) || areAll(enterprises, home.enterprise);
}

function areAll(ids: readonly string[], ours: string): boolean {
  return ids.length > 0 && ids.every((id) => id === ours);
}

/**
 * https://docs.slack.dev/apis/events-api#callback-field, https://docs.slack.dev/interactivity/implementing-slash-commands and
 * https://docs.slack.dev/enterprise/developing-for-enterprise-orgs
 */
function named(body: Json): { readonly teams: string[]; readonly enterprises: string[] } {
  const authorizations = list(body.authorizations).map(object);
  const team = object(body.team);
  const teams = [body.team_id, team.id, body.context_team_id, ...authorizations.map((one) => one.team_id)];
  const enterprises = [
    ...[body.enterprise_id, object(body.enterprise).id, team.enterprise_id, body.context_enterprise_id],
    ...authorizations.map((one) => one.enterprise_id),
  ];
  const said = {
    teams: teams.map(string).filter(Boolean),
    enterprises: enterprises.map(string).filter(Boolean),
  };
  if (said.teams.length + said.enterprises.length > 0) return said;
  const last = [object(body.user).team_id, object(body.view).app_installed_team_id];
  return { teams: last.map(string).filter(Boolean), enterprises: [] };
}
