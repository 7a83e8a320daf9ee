import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api } from './api-server.ts';
import { noSigners } from './assertion.ts';
import { Faults } from './faults.ts';
import type { Account } from './login.ts';
import { rerouteTo } from './reroute.ts';
import { Teams } from './teams.ts';
import { Tenant } from './tenant.ts';

export interface TeamsOptions {
  /**
   * False: as with Microsoft's local client, nobody says who they are, and the bot answers to this machine. Otherwise
   * everything is signed, the bot answers to Microsoft's own address, and this process is led here from there.
   */
  readonly authentication?: boolean;
  readonly tenantId?: string;
  readonly appId?: string;
  /** How long to wait for the bot's answer. Teams itself gives up on a press after 5 s; compare `ms` with that. */
  readonly patienceMs?: number;
}

/** Starts a Teams of one's own on a free port of the loopback. */
export async function startTeams(options: TeamsOptions = {}): Promise<Teams> {
  const tenantId = options.tenantId ?? '5e1d0000-0000-4000-8000-00000000c11c';
  // The SDK keeps tokens by app id for the whole process: each stand-in has an app of its own.
  const appId = options.appId ?? randomUUID();
  const account: Account | null =
    options.authentication === false
      ? null
      : { appId, passwords: ['a-client-secret-of-the-stand-in'], signers: noSigners(), tenantId };
  const tenant = new Tenant({ tenantId, appId, botId: `28:${appId}` });
  const faults = new Faults();
  const api = new Api({ tenant, faults, account });
  const server = createServer((request, response) => {
    api.handle(request, response).catch((error: Error) => {
      // A caller that hangs up in the middle of its request is no failure of the stand-in; anything else is.
      if (!request.destroyed || request.complete)
        tenant.complaints.push(`the stand-in failed: ${error.stack}`);
      response.destroy();
    });
  });
  // Longer than any test: a connection that ends while it is being used again is a fault that nobody has scripted.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const undo = account === null ? () => {} : rerouteTo(`http://${host}`);
  const serviceUrl =
    account === null ? `http://${host}/_connector/` : `https://smba.trafficmanager.net/amer/${tenantId}/`;
  const patienceMs = options.patienceMs ?? 10_000;
  const close = async () => {
    undo();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return new Teams({ host, serviceUrl, tenant, faults, api, account, patienceMs, close });
}
