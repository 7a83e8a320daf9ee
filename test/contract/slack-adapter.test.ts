import { unescaped } from '../../adapters/slack/text.ts';
import { slashCommand } from '../../src/chat/fallback-text.ts';
import { stageSlack } from '../adapters/slack-stage.ts';
import type { Fault } from '../support/slack/faults.ts';
import { openModal } from '../support/slack/modal.ts';
import { textOf } from '../support/slack/read.ts';
import type { Message } from '../support/slack/types.ts';
import { describeAdapter } from './adapter-contract.ts';
import { everyCard, everyView } from './every-card.ts';
import type { Harness, Seen, Stage } from './stage.ts';

/** Slack decodes its three escapes in plain text too, which the stand-in's reader leaves as they are. */
function decoded(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(decoded);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([key, value]) => [key, decoded(value)]);
  const copy = Object.fromEntries(entries) as { type?: unknown; text?: unknown };
  return copy.type === 'plain_text' ? { ...copy, text: unescaped(String(copy.text)) } : copy;
}

const seen = (message: Message | undefined | null): Seen | null =>
  message
    ? { words: textOf({ blocks: decoded(message.blocks) }), notification: unescaped(message.text) }
    : null;

const harness: Harness = async (receive) => {
  const slackStage = await stageSlack();
  const { slack, adapter, log } = slackStage;
  slackStage.answer = receive;
  const workspace = slack.identity.teamId;
  const ref = (id: string) => ({ platform: 'slack', workspace, id }) as const;
  const ana = slack.person('U0ANA');
  slack.addPerson({ id: 'U0GUEST', name: 'Gus Guest', is_restricted: true, tz: 'Europe/Paris' });
  slack.addPerson({ id: 'U0GONE', name: 'Gone Person', deleted: true });
  slack.addPerson({ id: 'U0BOT', name: 'otherbot', is_bot: true });
  const person = { active: true, kind: 'person', language: 'en' } as const;

  const failing = (
    name: string,
    why: Stage['failures'][number]['why'],
    fault: Fault,
    method = 'chat.postMessage',
  ) => ({
    name,
    why,
    arrange: () => slack.fault(method, fault),
  });
  const refusing = (why: Stage['failures'][number]['why'], ...codes: string[]) =>
    codes.map((error) => failing(error, why, { kind: 'error', error }));

  return {
    adapter,
    log,
    person: ref('U0ANA'),
    colleague: ref('U0ROSA'),
    stranger: ref('U0NOBODY'),
    strangerIs: { unknown: true },
    addressOf: async () => null,
    writeCommand: slashCommand,
    profiles: [
      { person: ref('U0ANA'), profile: { ...person, name: 'Ana Silva', timeZone: 'Europe/Lisbon' } },
      { person: ref('U0ROSA'), profile: { ...person, name: 'Rosa', timeZone: 'America/Denver' } },
      {
        person: ref('U0GUEST'),
        profile: { ...person, name: 'Gus Guest', timeZone: 'Europe/Paris', kind: 'guest' },
      },
      {
        person: ref('U0GONE'),
        profile: { ...person, name: 'Gone Person', timeZone: null, active: false, language: null },
      },
      {
        person: ref('U0BOT'),
        profile: { ...person, name: 'otherbot', timeZone: 'America/New_York', kind: 'bot' },
      },
    ],
    inbox: () => ana.inbox.map((message) => seen(message) as Seen),
    async command(text) {
      const before = ana.ephemerals.length;
      await ana.command('/buddy', text);
      return seen(ana.ephemerals[before]);
    },
    async press(button) {
      const before = ana.ephemerals.length;
      const message = ana.lastMessage;
      if (!message) throw new Error('there is no message to press in');
      await ana.press(message, button);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return seen(ana.ephemerals[before]);
    },
    opensView: (button) => openModal(ana, ana.lastMessage ?? {}, button),
    async outsideViews() {
      const calls = slack.calls.filter(({ method }) => !method.startsWith('views.'));
      return JSON.stringify([calls, ana.inbox, ana.ephemerals, ana.replies]);
    },
    redeliver: () => slack.redeliver(),
    async botsAct() {
      const { botUserId, botId } = slack.identity;
      const message = { channel: ana.channel, channel_type: 'im', text: 'hello', ts: '1.1' };
      await slack.event('message', { ...message, subtype: 'bot_message', bot_id: botId });
      await slack.event('message', { ...message, user: botUserId, bot_id: botId });
      await slack.event('message', { ...message, user: 'U0ANA' });
      await slack.event('user_change', { user: slack.userObject('U0BOT') });
      await slack.event('user_change', { user: slack.userObject(botUserId) });
    },
    failures: [
      failing('a 429', 'rate-limited', { kind: 'rate-limited', retryAfter: 7 }),
      failing('a 500', 'temporary', { kind: 'server-error' }),
      failing('a connection that breaks before', 'temporary', { kind: 'drop-before' }),
      failing('a connection that breaks after', 'temporary', { kind: 'drop-after-delivery' }),
      failing('an answer that is no JSON', 'temporary', { kind: 'nonsense' }),
      ...refusing(
        'temporary',
        'internal_error',
        'fatal_error',
        'service_unavailable',
        'request_timeout',
        'team_added_to_org',
      ),
      ...refusing('temporary', 'invalid_auth', 'token_revoked', 'missing_scope', 'a_code_of_tomorrow'),
      ...refusing(
        'unreachable',
        'account_inactive',
        'is_archived',
        'messages_tab_disabled',
        'restricted_action',
      ),
      ...refusing(
        'rejected',
        'invalid_blocks',
        'msg_too_long',
        'msg_blocks_too_long',
        'no_text',
        'invalid_arguments',
      ),
    ],
    slowDelivery: (ms) => slack.fault('chat.postMessage', { kind: 'slow', ms }),
    cannotLookUp: () => slack.fault('users.info', { kind: 'server-error' }),
    complaints: () => slack.complaints,
    close: () => slackStage.close(),
  };
};

describeAdapter('Slack', harness, everyCard, everyView);
