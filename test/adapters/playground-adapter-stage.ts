import type { Backstage } from '../../adapters/playground/backstage.ts';
import { createPlaygroundAdapter } from '../../adapters/playground/index.ts';
import { ward } from '../../adapters/playground/ward.ts';
import type { Receive } from '../../src/chat/adapter.ts';
import { recordedLog } from '../contract/recorded-log.ts';
import { startServer } from '../support/http-mount.ts';

const backstage: Backstage = {
  now: Date.now,
  instantOf: Date.now,
  travel: async () => {},
  bringSupport: async () => {},
  reset: async () => {},
  held: async () => [],
  account: async () => {
    throw new Error('nobody asks here');
  },
  gallery: () => [],
  leadersPage: async () => '',
  changes: async () => 0,
  playHalfYear: async () => {},
  halfYear: () => ({ week: 0, weeks: 26, isOver: false }),
};

/** The playground's adapter alone, with nothing behind it, on a port of its own. */
export async function startPlaygroundAdapter(receive: Receive) {
  const server = await startServer();
  const log = recordedLog();
  const adapter = createPlaygroundAdapter({
    people: { ward, elsewhere: [] },
    now: Date.now,
    backstage,
    payloadsOf: () => ({ slack: null, teams: null }),
    log,
  });
  await adapter.start(receive, server);
  return { adapter, server, log };
}
