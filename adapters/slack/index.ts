import { App } from '@slack/bolt';
import type { ChatAdapter, Receive } from '../../src/chat/adapter.ts';
import type { Effect } from '../../src/chat/effect.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import { languages } from '../../src/chat/language.ts';
import { reply, text } from '../../src/chat/say.ts';
import { inRequest, type Log } from '../../src/system/logger.ts';
import type { Secret } from '../../src/system/secret.ts';
import { unlessUnrenderable } from '../shared/deliver.ts';
import { Gate } from '../shared/gate.ts';
import { InFlight } from '../shared/in-flight.ts';
import type { Json } from '../shared/json.ts';
import { accepted, worstOf } from '../shared/watch.ts';
import { Admission } from './admission.ts';
import { Calls } from './calls.ts';
import { createTransport } from './client.ts';
import { deliver } from './deliver.ts';
import { createEntrance } from './entrance.ts';
import { acknowledgeWithinMs } from './limits.ts';
import { People } from './look-up.ts';
import { OneAck } from './one-ack.ts';
import { toInbound } from './receive.ts';
import { respond } from './respond.ts';
import { sdkLog } from './sdk-log.ts';
import { TokenWatch } from './token-watch.ts';
import type { WayOut } from './way-out.ts';
import { wordsFor } from './words.ts';

export interface SlackOptions {
  readonly botToken: Secret;
  /** For requests over HTTP. */
  readonly signingSecret: Secret | null;
  /** Set: Socket Mode, and nothing is mounted. */
  readonly appToken: Secret | null;
  /** The base of the Web API, where it is not Slack's own. */
  readonly apiUrl: string | null;
  readonly wayOut: WayOut;
  /** False: only deliveries and look-ups; neither mounted nor connected, so that a server beside it gets everything. */
  readonly takesIn: boolean;
  /** The real time, in epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
  /** A request over HTTP was turned away, for a reason from a fixed list. */
  readonly refused: (code: string) => void;
}

/** Slack, through Bolt: HTTP or Socket Mode for what comes in, the Web API for what goes out. */
export function createSlackAdapter(options: SlackOptions): ChatAdapter {
  const { log } = options;
  const logger = sdkLog(log);
  const { botToken: token, apiUrl, wayOut } = options;
  const transport = createTransport({ token, apiUrl, wayOut, logger });
  const watch = new TokenWatch(transport, log);
  token.hear({ replaced: () => watch.replaced() });
  const calls = new Calls(transport, watch);
  const people = new People(calls, options.now);
  const gate = new Gate({ platform: 'slack', log, now: options.now, count: options.refused });
  const admission = new Admission(watch, gate);
  const inFlight = new InFlight();
  const entrance = options.takesIn
    ? createEntrance(options, logger, transport.clientOptions, inFlight, gate)
    : null;

  async function handle(receive: Receive, { body, ack, respond: toResponseUrl }: BoltRequest): Promise<void> {
    const whose = await admission.of(body);
    const event = toInbound(body, watch.self.workspace);
    const once = new OneAck(ack, event?.type === 'submit' ? null : acknowledgeWithinMs);
    if (whose === 'ours') {
      watch.heardEvent(body);
      if (event?.type === 'profile') people.remember(event.from.id, event.profile);
    }
    if (whose === 'foreign' || event === null) return void (await once.send());
    const core = { platform: 'slack', receive: whose === 'ours' ? receive : notYet, log } as const;
    await respond(core, event, { body, ack: once, respond: toResponseUrl, calls, log });
  }

  return {
    platform: 'slack',
    async start(receive, http) {
      watch.start();
      if (entrance === null) return;
      const app = new App({
        receiver: entrance.receiver,
        authorize: async () => ({ botId: watch.self.botId, botUserId: watch.self.botUserId }),
        tokenVerificationEnabled: false,
        clientOptions: { ...transport.clientOptions },
        convoStore: false,
        // Nothing that a bot writes is listened to in the first place (receive.ts).
        ignoreSelf: false,
        logger,
      });
      app.use(async (request) => {
        // Over HTTP this is inside the request's own; in Socket Mode an envelope is a request.
        await inRequest(() => inFlight.run(() => handle(receive, request as unknown as BoltRequest)));
      });
      entrance.open(http);
    },
    async stop() {
      entrance?.turnAway();
      watch.stop();
      // By Socket Mode people go on to come in until the connection is closed: they are answered too.
      await inFlight.soFar();
      await entrance?.close();
      await inFlight.ended();
      await transport.close();
    },
    trouble: () => watch.trouble(),
    deafness: () => entrance?.trouble() ?? null,
    doubt: () => entrance?.doubt() ?? null,
    credentials: () => ({
      ...worstOf([watch.standing(), entrance?.standing() ?? accepted]),
      // https://docs.slack.dev/authentication/tokens: a bot token lasts until it's revoked.
      expires: null,
      workspace: watch.self.workspace ?? null,
    }),
    lookUp: (person) => inFlight.run(() => people.lookUp(person)),
    deliver: (to, message, how) =>
      inFlight.run(() =>
        unlessUnrenderable({ platform: 'slack', log }, async () => {
          const result = await deliver(calls, to, message, how);
          const isDoubtful = !result.ok && result.code === 'account_inactive';
          // Slack says so of a token, and in some workspaces of a person: which of the two, the token's own check tells.
          return isDoubtful && (await watch.accepts()) ? { ...result, why: 'unreachable' } : result;
        }),
      ),
  };
}

/** In place of the core while nobody can be told from a stranger. The home page stays as it is. */
async function notYet({ type }: InboundEvent): Promise<readonly Effect[]> {
  return type === 'home'
    ? []
    : [reply({ elements: languages.map((language) => text(wordsFor({ language }).notYet)) })];
}

/** What Bolt hands to its middleware, as far as it is used here. */
interface BoltRequest {
  readonly body: Json;
  readonly ack: ((body?: object) => Promise<void>) | undefined;
  readonly respond: ((message: object) => Promise<unknown>) | undefined;
}
