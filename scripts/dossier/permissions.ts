import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { codesIn, rowsOf, table } from './tables.ts';

/** What Slack and Microsoft are asked for, each with its reason. A permission without one is a fault. */
export function permissionsPart(root: string, faults: string[]): string {
  const asked = slackAsks(readText(root, 'manifest.yml'));
  const reasons = new Map(
    rowsOf(readText(root, 'docs/slack.md')).flatMap(([names, says]) =>
      codesIn(names ?? '').map((name) => [name, says ?? ''] as const),
    ),
  );
  const rowsFor = (names: readonly string[], file: string, why: ReadonlyMap<string, string>) =>
    names.map((name) => {
      const says = why.get(name);
      if (says === undefined || says === '') faults.push(`${file} gives no reason for ${name}.`);
      return [`\`${name}\``, says ?? ''];
    });
  const ofTeams = new Map(Object.entries(load(readText(root, teamsReasons)) as Record<string, string>));
  return [
    '### Slack: scopes of the bot',
    table(['Scope', 'Why'], rowsFor(asked.scopes, 'docs/slack.md', reasons)),
    '### Slack: events',
    table(['Event', 'Why'], rowsFor(asked.events, 'docs/slack.md', reasons)),
    '### Microsoft Teams',
    table(
      ['In the app’s manifest', 'Why'],
      rowsFor(teamsAsks(readText(root, teamsManifest)), teamsReasons, ofTeams),
    ),
  ].join('\n\n');
}

const teamsManifest = 'adapters/teams/package/manifest.json';
const teamsReasons = 'docs/dossier/teams-permissions.yml';

interface SlackManifest {
  readonly oauth_config: { readonly scopes: Readonly<Record<string, readonly string[]>> };
  readonly settings: { readonly event_subscriptions: Readonly<Record<string, unknown>> };
}

/** A user's scopes and events would be named as well, and have no reason. */
function slackAsks(manifest: string): {
  readonly scopes: readonly string[];
  readonly events: readonly string[];
} {
  const { oauth_config, settings } = load(manifest) as SlackManifest;
  return {
    scopes: Object.values(oauth_config.scopes).flat(),
    events: Object.values(settings.event_subscriptions).flatMap((one) => (Array.isArray(one) ? one : [])),
  };
}

/** How the app looks in Teams; everything else in its manifest asks for something. */
const looks = ['$schema', 'manifestVersion', 'icons', 'accentColor', 'description', 'defaultInstallScope'];

function teamsAsks(manifest: string): readonly string[] {
  const { bots = [], ...others } = JSON.parse(manifest) as {
    readonly bots?: readonly Readonly<Record<string, unknown>>[];
  };
  const ofBots = bots.flatMap(({ commandLists, scopes, ...switches }) => [
    ...(scopes as readonly string[]).map((scope) => `bots: ${scope}`),
    ...Object.entries(switches).flatMap(([name, isOn]) => (isOn === false ? [] : [`bots: ${name}`])),
    ...(commandLists === undefined ? [] : ['bots: commandLists']),
  ]);
  return [...ofBots, ...Object.keys(others).filter((name) => !looks.includes(name))];
}

function readText(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
