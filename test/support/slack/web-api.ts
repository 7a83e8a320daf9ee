import { problemsOfBlocks } from './check-blocks.ts';
import { userObject } from './people.ts';
import type { Block, Fields } from './types.ts';
import { open, publish, type Result, refusal, update, viewerOf } from './views.ts';
import type { Channel, Workspace } from './workspace.ts';

export interface Method {
  readonly scope?: string;
  readonly token: 'bot' | 'app';
  /** Methods that only read take no JSON bodies: Slack ignores what is in one. */
  readonly formOnly?: boolean;
  /** Who a call concerns. */
  to?(workspace: Workspace, args: Fields): string | undefined;
  run(workspace: Workspace, args: Fields): Result;
}

const MAX_TEXT = 40_000;
/** Undocumented, but met by others: https://github.com/slackapi/bolt-js/issues/2509 */
const MAX_BLOCKS_TEXT = 13_200;

function lengthOfTexts(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  const own = (part as Fields).text;
  const inner = Object.values(part).reduce((sum: number, value) => sum + lengthOfTexts(value), 0);
  return inner + (typeof own === 'string' ? own.length : 0);
}

/** What Slack would refuse in a message's text and blocks. */
function contentProblem(args: Fields): Result | undefined {
  const { text, blocks } = args;
  if (typeof blocks === 'string') return refusal('invalid_blocks_format');
  const hasText = typeof text === 'string' && text.trim() !== '';
  const count = ((blocks ?? []) as Block[]).length;
  if (!hasText && !count) return refusal('no_text');
  const problems = blocks === undefined ? [] : problemsOfBlocks(blocks, 'message');
  // Slack itself only warns here. The stand-in refuses: without a text, notifications and screen readers say nothing.
  if (!hasText) problems.push('a message with blocks needs a text for notifications [json-pointer:/text]');
  if (problems.length > 0) return refusal('invalid_blocks', problems);
  if (typeof text === 'string' && text.length > MAX_TEXT) return refusal('msg_too_long');
  if (lengthOfTexts(blocks) > MAX_BLOCKS_TEXT) return refusal('msg_blocks_too_long');
  return undefined;
}

function messageResult(
  workspace: Workspace,
  channel: string,
  message: { ts: string; text: string; blocks: unknown },
): Result {
  const { botId, botUserId, teamId, appId } = workspace.identity;
  const { ts, text, blocks } = message;
  const body = {
    type: 'message',
    user: botUserId,
    bot_id: botId,
    app_id: appId,
    team: teamId,
    ts,
    text,
    blocks,
  };
  return { ok: true, channel, ts, message: body };
}

/** https://docs.slack.dev/reference/methods/chat.postMessage#errors */
function postInChannel(workspace: Workspace, channel: Channel, args: Fields): Result {
  // A private channel that the app isn't in doesn't exist for it.
  if (!channel.hasApp) return refusal(channel.isPrivate ? 'channel_not_found' : 'not_in_channel');
  if (channel.isArchived) return refusal('is_archived');
  if (channel.isRestricted) return refusal('restricted_action');
  const { botUserId } = workspace.identity;
  return (
    contentProblem(args) ?? messageResult(workspace, channel.id, workspace.post(channel.id, botUserId, args))
  );
}

function postMessage(workspace: Workspace, args: Fields): Result {
  const shared = workspace.channels.get(String(args.channel));
  if (shared !== undefined) return postInChannel(workspace, shared, args);
  // A deactivated person's channel still takes messages: https://github.com/slackapi/python-slack-sdk/issues/1156
  const user = workspace.ownerOf(args.channel);
  const problem = user === undefined ? refusal('channel_not_found') : contentProblem(args);
  if (problem || user === undefined) return problem ?? refusal('channel_not_found');
  const channel = workspace.dmOf(user);
  return messageResult(workspace, channel, workspace.post(channel, user, args));
}

function updateMessage(workspace: Workspace, args: Fields): Result {
  const channel = String(args.channel);
  // Unlike chat.postMessage, chat.update takes no person's id in the channel's place.
  const isThere = workspace.channels.has(channel) || workspace.ownerOf(channel) !== undefined;
  if (workspace.people.has(channel) || !isThere) return refusal('channel_not_found');
  const message = workspace.messageAt(channel, String(args.ts));
  if (!message) return refusal('message_not_found');
  const problem = contentProblem(args);
  if (problem) return problem;
  return { ...messageResult(workspace, channel, workspace.change(message, args)), text: args.text };
}

function postEphemeral(workspace: Workspace, args: Fields): Result {
  const user = String(args.user);
  if (!workspace.people.has(user)) return refusal('user_not_in_channel');
  const channel = workspace.people.has(String(args.channel)) ? workspace.dmOf(user) : String(args.channel);
  const problem = contentProblem(args);
  if (problem) return problem;
  return { ok: true, message_ts: workspace.postEphemeral(channel, user, args).ts };
}

function openConversation(workspace: Workspace, args: Fields): Result {
  if (typeof args.users !== 'string' || args.users === '') return refusal('users_list_not_supplied');
  if (args.users.includes(',')) return refusal('method_not_supported_for_channel_type');
  const person = workspace.people.get(args.users);
  if (!person) return refusal('user_not_found');
  if (person.deleted) return refusal('user_disabled');
  if (person.is_bot) return refusal('cannot_dm_bot');
  return { ok: true, no_op: false, already_open: false, channel: { id: workspace.dmOf(person.id) } };
}

function userInfo(workspace: Workspace, args: Fields): Result {
  const person = workspace.people.get(String(args.user));
  if (!person) return refusal('user_not_found');
  const told = String(args.include_locale) === 'true' && person.deleted !== true;
  const locale = told ? { locale: person.locale ?? 'en-US' } : {};
  return { ok: true, user: { ...userObject(workspace, person), ...locale } };
}

function authTest({ identity, people }: Workspace): Result {
  const { teamId, enterpriseId, botUserId, botId } = identity;
  const url = 'https://stand-in.slack.com/';
  const user = people.get(botUserId)?.name ?? 'buddy';
  return {
    ok: true,
    url,
    team: 'Stand-in',
    user,
    team_id: teamId,
    user_id: botUserId,
    bot_id: botId,
    ...(enterpriseId === null ? {} : { enterprise_id: enterpriseId }),
    is_enterprise_install: false,
  };
}

const toChannel = (workspace: Workspace, args: Fields) => workspace.ownerOf(args.channel);
const toTrigger = (workspace: Workspace, args: Fields) =>
  workspace.triggers.get(String(args.trigger_id))?.user;
const given = (name: string) => (_: Workspace, args: Fields) =>
  typeof args[name] === 'string' ? args[name] : undefined;

/** The methods of the Web API that the stand-in plays. apps.connections.open is the Socket Mode server's own. */
export const methods: Readonly<Record<string, Method>> = {
  'auth.test': { token: 'bot', run: authTest },
  'users.info': { token: 'bot', scope: 'users:read', formOnly: true, to: given('user'), run: userInfo },
  'conversations.open': { token: 'bot', scope: 'im:write', to: given('users'), run: openConversation },
  'chat.postMessage': { token: 'bot', scope: 'chat:write', to: toChannel, run: postMessage },
  'chat.update': { token: 'bot', scope: 'chat:write', to: toChannel, run: updateMessage },
  'chat.postEphemeral': { token: 'bot', scope: 'chat:write', to: given('user'), run: postEphemeral },
  'views.open': { token: 'bot', to: toTrigger, run: (workspace, args) => open(workspace, args, false) },
  'views.push': { token: 'bot', to: toTrigger, run: (workspace, args) => open(workspace, args, true) },
  'views.publish': { token: 'bot', to: given('user_id'), run: publish },
  'views.update': { token: 'bot', to: (workspace, args) => viewerOf(workspace, args.view_id), run: update },
};
