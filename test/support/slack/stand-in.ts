import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api } from './api-server.ts';
import { Faults } from './faults.ts';
import { Slack } from './slack.ts';
import { createSocketMode } from './socket-mode.ts';
import { Workspace } from './workspace.ts';

export interface SlackOptions {
  readonly botToken?: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  readonly teamId?: string;
  /** Set: the workspace is one of several in an Enterprise Grid organization. */
  readonly enterpriseId?: string;
  /** The scopes that were granted; a method that wants another answers `missing_scope`. */
  readonly scopes?: readonly string[];
  /** How long to wait for the app's answer. Slack itself gives up after 3 s; compare `ms` with that. */
  readonly patienceMs?: number;
}

/** Starts a Slack of one's own on a free port of the loopback. */
export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  const patienceMs = options.patienceMs ?? 10_000;
  const tokens = {
    bot: options.botToken ?? 'xoxb-stand-in',
    app: options.appToken ?? 'xapp-1-stand-in',
    signingSecret: options.signingSecret ?? 'a-signing-secret-of-the-stand-in',
    revoked: [],
  };
  const scopes = options.scopes ?? ['commands', 'chat:write', 'im:write', 'users:read'];
  const teamId = options.teamId ?? 'T0STANDIN';
  const workspace = new Workspace({
    ...{ teamId, appId: 'A0BUDDY', botUserId: 'U0BUDDY', botId: 'B0BUDDY' },
    enterpriseId: options.enterpriseId ?? null,
  });
  workspace.putPerson({ id: workspace.identity.botUserId, name: 'buddy', is_bot: true });
  const faults = new Faults();
  const server = createServer((request, response) => {
    api.handle(request, response).catch((error: Error) => {
      // A caller that hangs up in the middle of its request is no failure of the stand-in; anything else is.
      if (!request.destroyed || request.complete)
        workspace.complaints.push(`the stand-in failed: ${error.stack}`);
      response.destroy();
    });
  });
  const socketMode = createSocketMode(server, workspace.identity.appId, patienceMs);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const more = { 'apps.connections.open': { token: 'app', run: () => socketMode.open(host) } } as const;
  const api = new Api({ workspace, faults, tokens, scopes, more });
  const close = async () => {
    await socketMode.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return new Slack({ host, tokens, workspace, faults, api, socketMode, patienceMs, close });
}
