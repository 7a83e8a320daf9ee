import { createTeamsAdapter } from '../../adapters/teams/index.ts';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import type { Effect } from '../../src/chat/effect.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import { type RecordedLog, recordedLog } from '../contract/recorded-log.ts';
import { startServer, type TestServer } from '../support/http-mount.ts';
import { startTeams } from '../support/teams/stand-in.ts';
import type { Teams } from '../support/teams/teams.ts';

/** The real adapter, with the real CloudAdapter in it, on a Teams of one's own; `answer` plays the core. */
export interface TeamsStage {
  readonly teams: Teams;
  readonly adapter: ChatAdapter;
  readonly server: TestServer;
  readonly log: RecordedLog;
  readonly events: InboundEvent[];
  /** Why requests were turned away, one code each. */
  readonly refused: string[];
  /** The adapter's clock goes on by so much: less than five minutes, lest every token be old. */
  passes(ms: number): void;
  answer: (event: InboundEvent) => Promise<readonly Effect[]> | readonly Effect[];
  close(): Promise<void>;
}

/** `tenantId`: the only tenant that is served, null for any; by default the stand-in's. */
export async function stageTeams(
  options: { readonly authentication?: boolean; readonly tenantId?: string | null } = {},
): Promise<TeamsStage> {
  const authentication = options.authentication ?? true;
  const teams = await startTeams({ authentication });
  teams.person('ana', { name: 'Ana Silva', tz: 'Europe/Lisbon' });
  teams.person('rosa', { name: 'Rosa Díaz', tz: 'America/Denver' });
  const server = await startServer();
  const log = recordedLog();
  const refused: string[] = [];
  let ahead = 0;
  const { appId, tenantId } = teams.identity;
  const password = teams.env().MicrosoftAppPassword ?? null;
  const adapter = createTeamsAdapter({
    credentials: authentication ? { appId, password, type: 'SingleTenant', tenantId } : null,
    tenantId: options.tenantId === undefined ? tenantId : options.tenantId,
    takesIn: true,
    now: () => Date.now() + ahead,
    refused: (code) => void refused.push(code),
    log,
  });
  const stage: TeamsStage = {
    teams,
    adapter,
    server,
    log,
    events: [],
    refused,
    answer: () => [],
    passes(ms) {
      ahead += ms;
    },
    async close() {
      await adapter.stop();
      await server.close();
      await teams.stop();
    },
  };
  await adapter.start(async (event) => {
    stage.events.push(event);
    return stage.answer(event);
  }, server);
  teams.connectTo(server.url);
  return stage;
}
