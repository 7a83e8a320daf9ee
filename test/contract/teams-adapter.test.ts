import { writeCommand } from '../../adapters/teams/command.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import { stageTeams } from '../adapters/teams-stage.ts';
import type { Fault } from '../support/teams/faults.ts';
import { textOf } from '../support/teams/read.ts';
import type { Answer, Message } from '../support/teams/types.ts';
import { describeAdapter } from './adapter-contract.ts';
import { everyCard, everyView } from './every-card.ts';
import type { Harness, Seen, Stage } from './stage.ts';

const seen = (message: Message): Seen => ({ words: textOf(message), notification: message.summary });

/** Whoever has the app is known by the events that the adapter has had of them. */
const harness: Harness = async (receive) => {
  const teamsStage = await stageTeams();
  const { teams, adapter, log, events } = teamsStage;
  teamsStage.answer = receive;
  const workspace = teams.identity.tenantId;
  const ref = (id: string) => ({ platform: 'teams', workspace, id }) as const;
  const ana = teams.person('ana');
  const rosa = teams.person('rosa');
  const guest = teams.person('gus', { name: 'Gus Guest', role: 'guest' });
  const stranger = teams.person('nobody', { installed: false });
  const known = { active: true, kind: 'person', timeZone: null, language: null } as const;

  const addressOf = async (person: PersonRef) => {
    if (person.id === stranger.id) return null;
    await teams.person(person.id).says('hello');
    return events.at(-1)?.contact?.address ?? null;
  };
  /** What answers privately, as a message or in the pressed card's place. */
  const privately = async (act: () => Promise<Answer>): Promise<Seen | null> => {
    const before = ana.answers.length;
    await act();
    await teams.quiet();
    const said = ana.answers[before];
    return said ? seen(said) : null;
  };
  const failing = (name: string, why: Stage['failures'][number]['why'], fault: Fault) => ({
    name,
    why,
    arrange: () => {
      // Teams takes a few messages a second in one chat, and the adapter keeps to that.
      teamsStage.passes(2500);
      teams.fault('post', fault);
    },
  });
  const refusing = (why: Stage['failures'][number]['why'], ...refusals: (readonly [number, string])[]) =>
    refusals.map(([status, code]) => failing(`${status} ${code}`, why, { kind: 'refusal', status, code }));

  return {
    adapter,
    log,
    person: ref(ana.id),
    colleague: ref(rosa.id),
    stranger: ref(stranger.id),
    strangerIs: { absent: true },
    addressOf,
    writeCommand,
    profiles: [
      { person: ref(ana.id), profile: { ...known, name: 'Ana Silva' } },
      { person: ref(rosa.id), profile: { ...known, name: 'Rosa Díaz' } },
      { person: ref(guest.id), profile: { ...known, name: 'Gus Guest', kind: 'guest' } },
    ],
    inbox: () => ana.inbox.map(seen),
    command: (text) => privately(() => ana.says(text)),
    press: (button) => privately(() => ana.presses(ana.lastMessage as Message, button)),
    opensView: (button) => ana.opensView(ana.lastMessage as Message, button),
    outsideViews: async () => JSON.stringify([teams.calls, ana.chat]),
    redeliver: () => teams.redeliver(),
    async botsAct() {
      const { botId, tenantId } = teams.identity;
      const { conversation, serviceUrl } = { conversation: ana.conversation, serviceUrl: teams.serviceUrl };
      for (const from of [
        { id: botId, name: 'Buddy' },
        { id: '28:another-bot', name: 'Other', role: 'bot' },
      ]) {
        await teams.send({
          ...{ type: 'message', id: '1', text: 'status', from, recipient: { id: botId }, serviceUrl },
          ...{ channelId: 'msteams', channelData: { tenant: { id: tenantId } } },
          conversation: { id: conversation, conversationType: 'personal', tenantId },
        });
      }
    },
    failures: [
      failing('a 429 that says when', 'rate-limited', { kind: 'rate-limited', retryAfter: 7 }),
      failing('a 429 that does not', 'rate-limited', { kind: 'rate-limited' }),
      failing('a 500', 'temporary', { kind: 'server-error' }),
      failing('a 502', 'temporary', { kind: 'server-error', status: 502 }),
      failing('a 503', 'temporary', { kind: 'server-error', status: 503 }),
      failing('a 504', 'temporary', { kind: 'server-error', status: 504 }),
      failing('a connection that breaks before', 'temporary', { kind: 'drop-before' }),
      failing('a connection that breaks after', 'temporary', { kind: 'drop-after-delivery' }),
      failing('an answer that is no JSON', 'temporary', { kind: 'nonsense' }),
      ...refusing('temporary', [412, 'PreconditionFailed'], [401, 'Unauthorized'], [418, 'OfTomorrow']),
      ...refusing(
        'unreachable',
        [403, 'MessageWritesBlocked'],
        [403, 'BotNotInConversationRoster'],
        [403, 'ConversationBlockedByUser'],
        [403, 'BotDisabledByAdmin'],
        [404, 'ConversationNotFound'],
      ),
      ...refusing('rejected', [400, 'BadSyntax'], [413, 'MessageSizeTooBig']),
    ],
    slowDelivery: (ms) => teams.fault('post', { kind: 'slow', ms }),
    cannotLookUp: () => teams.fault('getConversationMember', { kind: 'server-error' }),
    complaints: () => teams.complaints,
    close: () => teamsStage.close(),
  };
};

describeAdapter('Teams', harness, everyCard, everyView);
