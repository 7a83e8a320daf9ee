import { createSlackAdapter } from '../../adapters/slack/index.ts';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import type { Effect } from '../../src/chat/effect.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import { type RecordedLog, recordedLog } from '../contract/recorded-log.ts';
import { startServer, type TestServer } from '../support/http-mount.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';

/** The real adapter, with the real Bolt in it, on a Slack of one's own; `answer` plays the core. */
export interface SlackStage {
  readonly slack: Slack;
  readonly adapter: ChatAdapter;
  readonly server: TestServer;
  readonly log: RecordedLog;
  readonly events: InboundEvent[];
  /** Why requests were turned away, one code each. */
  readonly refused: string[];
  answer: (event: InboundEvent) => Promise<readonly Effect[]> | readonly Effect[];
  close(): Promise<void>;
}

export async function stageSlack(
  options: { readonly socketMode?: boolean; readonly botToken?: string; readonly apiUrl?: string } = {},
): Promise<SlackStage> {
  const slack = await startSlack();
  slack.addPerson({ id: 'U0ANA', name: 'Ana Silva', tz: 'Europe/Lisbon' });
  slack.addPerson({ id: 'U0ROSA', name: 'Rosa Díaz', displayName: 'Rosa', tz: 'America/Denver' });
  const server = await startServer();
  const log = recordedLog();
  const refused: string[] = [];
  const adapter = createSlackAdapter({
    botToken: options.botToken ?? slack.botToken,
    signingSecret: slack.signingSecret,
    appToken: options.socketMode === true ? slack.appToken : null,
    apiUrl: options.apiUrl ?? slack.apiUrl,
    takesIn: true,
    now: Date.now,
    refused: (code) => void refused.push(code),
    log,
  });
  const stage: SlackStage = {
    slack,
    adapter,
    server,
    log,
    events: [],
    refused,
    answer: () => [],
    async close() {
      await adapter.stop();
      await server.close();
      await slack.stop();
    },
  };
  await adapter.start(async (event) => {
    stage.events.push(event);
    return stage.answer(event);
  }, server);
  if (options.socketMode !== true) slack.connectTo(server.url);
  else await until(() => slack.socketMode.connections === 1);
  return stage;
}

export async function until(check: () => boolean, ms = 5000): Promise<void> {
  const end = performance.now() + ms;
  while (!check()) {
    if (performance.now() > end) throw new Error(`in vain for ${ms} ms: ${check}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
