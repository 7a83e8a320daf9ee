import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { AuthTestResponse } from '@slack/web-api';
import { Ajv } from 'ajv';
import { load } from 'js-yaml';
import { eventsPath } from '../adapters/slack/http-door.ts';
import { toInbound } from '../adapters/slack/receive.ts';
import { missingScopes, TokenWatch } from '../adapters/slack/token-watch.ts';
import { toIntent } from '../src/bot/intents.ts';

interface Manifest {
  readonly features: {
    readonly app_home: object;
    readonly slash_commands: readonly {
      command: string;
      url?: string;
      usage_hint: string;
      should_escape: boolean;
    }[];
  };
  readonly oauth_config: {
    readonly scopes: { readonly bot: readonly string[]; readonly user?: readonly string[] };
  };
  readonly settings: {
    readonly event_subscriptions: {
      request_url?: string;
      bot_events: readonly string[];
      user_events?: unknown;
    };
    readonly interactivity: { is_enabled: boolean; request_url?: string };
    readonly org_deploy_enabled: boolean;
    readonly socket_mode_enabled: boolean;
    readonly token_rotation_enabled: boolean;
  };
}

const root = new URL('../', import.meta.url);
const text = readFileSync(new URL('manifest.yml', root), 'utf8');
const manifest = load(text) as Manifest;
const [command] = manifest.features.slash_commands;
const page = readFileSync(new URL('docs/slack.md', root), 'utf8');
const explained = [...page.matchAll(/^\| `([a-z_:]+)` +\| \S.{20,}\|$/gm)].map(([, name]) => name);

const schema = JSON.parse(readFileSync(new URL('test/schemas/slack-manifest.v2.schema.json', root), 'utf8'));
// Slack's schema has remarks that are no keywords, and one format for a field that is not used here.
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);

function faultsOf(candidate: unknown): unknown {
  return validate(candidate) ? [] : validate.errors;
}

/** The names of all of Slack's events, from the types that Slack publishes. */
function eventsOfSlack(): string[] {
  const folder = new URL('node_modules/@slack/types/dist/events/', root);
  const files = readdirSync(folder).filter((file) => file.endsWith('.d.ts'));
  const types = files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
  return [...new Set([...types.matchAll(/\btype: '([a-z_]+)'/g)].map(([, name = '']) => name))];
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Whether anything follows from an event, whichever way it names its person. */
function isListenedTo(type: string): boolean {
  const payloads = ['U01', { id: 'U01' }].map((user) => ({
    type: 'event_callback',
    team_id: 'T01',
    event: { type, user, tab: 'home', tokens: { bot: ['U01'] } },
  }));
  if (payloads.some((payload) => toInbound(payload, undefined) !== null)) return true;
  const watch = new TokenWatch({ call: async () => Promise.reject(new Error('nobody is asked')) }, silent);
  const before = watch.trouble();
  for (const payload of payloads) watch.heardEvent(payload);
  watch.stop();
  return watch.trouble() !== before;
}

describe('the Slack manifest', () => {
  test("is valid for Slack's schema", () => {
    expect(faultsOf(manifest)).toEqual([]);
    expect(faultsOf({ ...manifest, surprise: true })).not.toEqual([]);
  });

  test('is valid with Socket Mode, changed as its comments say', () => {
    const changed = text
      .split('\n')
      .filter((line) => line.startsWith('#') || !line.includes('YOUR-HOST'))
      .join('\n')
      .replace('socket_mode_enabled: false', 'socket_mode_enabled: true');
    const socketMode = load(changed) as Manifest;
    expect(faultsOf(socketMode)).toEqual([]);
    expect(socketMode.settings).toMatchObject({
      socket_mode_enabled: true,
      event_subscriptions: { bot_events: manifest.settings.event_subscriptions.bot_events },
      interactivity: { is_enabled: true },
    });
    expect(JSON.stringify(socketMode)).not.toContain('http');
  });

  test('asks for four scopes and no more, the ones that the adapter insists on', () => {
    expect(manifest.oauth_config.scopes).toEqual({
      bot: ['commands', 'chat:write', 'im:write', 'users:read'],
    });
    const grantedNone = { ok: true, response_metadata: { scopes: [] } } as AuthTestResponse;
    expect(missingScopes(grantedNone)).toEqual(manifest.oauth_config.scopes.bot);
  });

  test('every scope is explained in docs/slack.md, and none that is not asked for', () => {
    const scopes = explained.filter((name) => name === 'commands' || name?.includes(':'));
    expect(scopes.sort()).toEqual([...manifest.oauth_config.scopes.bot].sort());
  });

  test('subscribes to exactly the events that the adapter listens to, each explained', () => {
    const { bot_events, user_events } = manifest.settings.event_subscriptions;
    const names = eventsOfSlack();
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter(isListenedTo).sort()).toEqual([...bot_events].sort());
    expect(user_events).toBeUndefined();
    expect(explained).toEqual(expect.arrayContaining([...bot_events]));
  });

  test('has one command, which brings colleagues as ids', () => {
    expect(manifest.features.slash_commands).toHaveLength(1);
    expect(command).toMatchObject({ command: '/buddy', should_escape: true });
  });

  test('every word of the usage hint is understood', () => {
    const hints = (command?.usage_hint ?? '').replace(/[[\]]/g, '').split('|');
    const from = { platform: 'slack', workspace: 'T01', id: 'U01' } as const;
    const intents = hints.map((hint) => {
      const people = hint.includes('@') ? [{ ...from, id: 'U02' }] : [];
      return toIntent({ type: 'command', id: '1', from, text: hint.replace(/@\w+/, ''), people }).name;
    });
    expect(intents.length).toBeGreaterThan(3);
    expect(intents).not.toContain('help.unknown');
  });

  test('sends everything to the one path that Buddy serves', () => {
    const { event_subscriptions, interactivity } = manifest.settings;
    const urls = [command?.url, event_subscriptions.request_url, interactivity.request_url];
    expect(urls).toEqual(Array(3).fill(`https://YOUR-HOST${eventsPath}`));
    expect(eventsPath).toBe('/slack/events');
  });

  test('lets nobody type where nobody reads, and is for one workspace', () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: true,
    });
    expect(manifest.settings).toMatchObject({
      interactivity: { is_enabled: true },
      org_deploy_enabled: false,
      socket_mode_enabled: false,
      token_rotation_enabled: false,
    });
  });
});
