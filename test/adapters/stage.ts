import type { ChatAdapter } from '../../src/chat/adapter.ts';
import type { Effect } from '../../src/chat/effect.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import { type RecordedLog, recordedLog } from '../contract/recorded-log.ts';
import { startServer, type TestServer } from '../support/http-mount.ts';

/** A real adapter on the program's own port, with a platform of one's own; `answer` plays the core. */
export interface Stage {
  readonly adapter: ChatAdapter;
  readonly server: TestServer;
  readonly log: RecordedLog;
  /** Everything that reached the core. */
  readonly events: InboundEvent[];
  /** Why requests were turned away, one code each. */
  readonly refused: string[];
  answer: (event: InboundEvent) => Promise<readonly Effect[]> | readonly Effect[];
  close(): Promise<void>;
}

/** Starts the adapter; the stage's end is the platform's end as well. */
export async function stage(
  platform: { stop(): Promise<unknown> },
  createAdapter: (parts: {
    readonly log: RecordedLog;
    readonly refused: (code: string) => void;
  }) => ChatAdapter,
): Promise<Stage> {
  const server = await startServer();
  const log = recordedLog();
  const refused: string[] = [];
  const adapter = createAdapter({ log, refused: (code) => void refused.push(code) });
  const staged: Stage = {
    adapter,
    server,
    log,
    events: [],
    refused,
    answer: () => [],
    async close() {
      await adapter.stop();
      await server.close();
      await platform.stop();
    },
  };
  await adapter.start(async (event) => {
    staged.events.push(event);
    return staged.answer(event);
  }, server);
  return staged;
}

export async function until(check: () => boolean, ms = 20_000): Promise<void> {
  const end = performance.now() + ms;
  while (!check()) {
    if (performance.now() > end) throw new Error(`in vain for ${ms} ms: ${check}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
