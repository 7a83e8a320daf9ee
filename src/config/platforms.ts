import type { Secret } from '../system/secret.ts';
import { proofFaults, type TeamsProof } from './teams-proof.ts';

/** What the environment says of the chat platforms. */
export interface PlatformsConfig {
  /** Null when Slack is not configured. */
  readonly slack: SlackConfig | null;
  /** Null when Microsoft Teams is not configured. */
  readonly teams: TeamsConfig | null;
  /** Whether the made-up ward is served: where PLAYGROUND says nothing, where there is no platform. */
  readonly playground: boolean;
}

export interface SlackConfig {
  readonly botToken: Secret;
  readonly signingSecret: Secret | null;
  /** Set: Socket Mode. */
  readonly appToken: Secret | null;
  /** Base of the Web API; null for Slack's own. */
  readonly apiUrl: string | null;
  readonly messagesPerMinute: number;
}

export interface TeamsConfig {
  /** Null: local, without authentication. */
  readonly credentials: TeamsCredentials | null;
  /** The only tenant that is served; null for any, which only local mode allows. */
  readonly tenantId: string | null;
}

export interface TeamsCredentials {
  readonly appId: string;
  readonly proof: TeamsProof;
  readonly type: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';
  readonly tenantId: string;
}

/** The chat with Buddy, by the application id that Microsoft knows it under. In Slack it takes the app's id and the team's, which no setting has. */
export function chatLink(teams: TeamsConfig | null): string | null {
  const appId = teams?.credentials?.appId;
  return appId === undefined ? null : `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}`;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Half a configuration is refused rather than started without the platform that was meant. One sentence for each fault. */
export function halfPlatforms(environment: Environment): readonly string[] {
  return [...halfSlack(environment), ...halfTeams(environment), ...dateOfNothing(environment)];
}

function halfSlack(environment: Environment): string[] {
  const isSet = isSetIn(environment);
  const hasWay = isSet('SLACK_SIGNING_SECRET') || isSet('SLACK_APP_TOKEN');
  if (!isSet('SLACK_BOT_TOKEN') && hasWay) {
    return [
      'SLACK_BOT_TOKEN is missing, while the rest of Slack is set. It is under "OAuth & Permissions" of the app.',
    ];
  }
  if (isSet('SLACK_BOT_TOKEN') && !hasWay) {
    return [
      'SLACK_SIGNING_SECRET is missing: set it for HTTP ("Basic Information" of the app), or SLACK_APP_TOKEN for Socket Mode.',
    ];
  }
  return [];
}

/** What only a real bot has. */
const proofs = ['MicrosoftAppPassword', 'MicrosoftAppCertificateFile', 'MicrosoftAppCertificateKeyFile'];

function halfTeams(environment: Environment): string[] {
  const isSet = isSetIn(environment);
  if (isOn(environment.TEAMS_LOCAL_NO_AUTH)) return besideNoAuthentication(environment);
  if (!isSet('MicrosoftAppId')) {
    return [...proofs, 'MicrosoftAppTenantId'].some(isSet)
      ? [
          'MicrosoftAppId is missing, while the rest of Teams is set. It is the application (client) id of the app registration.',
        ]
      : [];
  }
  const faults = proofFaults(environment);
  if (!isSet('MicrosoftAppTenantId')) {
    faults.push(
      'MicrosoftAppTenantId is missing: the directory (tenant) id of your hospital. Nobody from another tenant is let in.',
    );
  }
  return faults;
}

function dateOfNothing(environment: Environment): string[] {
  const isSet = isSetIn(environment);
  if (!isSet('TEAMS_SECRET_EXPIRES') || isSet('MicrosoftAppPassword')) return [];
  return ['TEAMS_SECRET_EXPIRES is the date of MicrosoftAppPassword, which is not set. Remove it.'];
}

/** What belongs to a real platform, beside which nobody may come in without a token. A stand-in for Slack on this machine is none. */
function besideNoAuthentication(environment: Environment): string[] {
  const isSet = isSetIn(environment);
  const isManaged = environment.MicrosoftAppType?.trim() === 'UserAssignedMSI';
  const isStandIn = isLoopbackUrl(environment.SLACK_API_URL?.trim() ?? '');
  const real = [
    ...['MicrosoftAppId', ...proofs].filter(isSet),
    ...(isManaged ? ['MicrosoftAppType'] : []),
    ...(isStandIn ? [] : ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'].filter(isSet)),
  ];
  if (real.length === 0) return [];
  return [
    `TEAMS_LOCAL_NO_AUTH lets everyone in, and ${real.join(', ')} ${real.length === 1 ? 'is' : 'are'} of a real platform. Remove TEAMS_LOCAL_NO_AUTH, or try Buddy on this machine without the others.`,
  ];
}

/** Whether a switch such as TEAMS_LOCAL_NO_AUTH is on. */
export function isOn(value: string | undefined): boolean {
  return ['true', '1'].includes((value ?? '').trim().toLowerCase());
}

/** Why this can't be served, in a sentence that names the variable; null when it can. */
export function whyNotServable({
  slack,
  teams,
  playground,
  host,
}: PlatformsConfig & { host: string }): string | null {
  const isForThisMachine = isLoopback(host);
  if (slack === null && teams === null && !playground) {
    return 'No chat platform is configured. Set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET, or MicrosoftAppId and its companions (see .env.example and README.md), then start again. To look around without one, set PLAYGROUND=true.';
  }
  if (teams?.credentials === null && !isForThisMachine) {
    return `TEAMS_LOCAL_NO_AUTH lets everyone in, so it is for this machine alone: HOST is ${host}. Set HOST=127.0.0.1, or remove TEAMS_LOCAL_NO_AUTH and set MicrosoftAppId.`;
  }
  if (playground && !isForThisMachine) {
    const how =
      slack === null && teams === null
        ? 'set up a chat platform first (no platform is configured, so the playground is on)'
        : 'set PLAYGROUND=false';
    return `The playground has no passwords, so it is for this machine alone: HOST is ${host} while PLAYGROUND is on. Set HOST=127.0.0.1, or ${how}.`;
  }
  return null;
}

/** Whether only programs on this machine can come in there. */
export function isLoopback(host: string): boolean {
  return ['127.0.0.1', 'localhost', '::1'].includes(host.toLowerCase());
}

/** Whether an address leads to this machine. */
export function isLoopbackUrl(url: string): boolean {
  return URL.canParse(url) && isLoopback(new URL(url).hostname.replace(/^\[|\]$/g, ''));
}

function isSetIn(environment: Environment): (name: string) => boolean {
  return (name) => (environment[name] ?? '').trim() !== '';
}
