import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Credentials, OneCredential } from '../../adapters/teams/credentials.ts';
import { Patience } from '../../adapters/teams/patience.ts';

/** A bot without a secret: the machine says who it is. This one is an App Service's, which the environment names. */
const credentials: Credentials = {
  appId: '0e1d0000-0000-4000-8000-00000000c11e',
  proof: { by: 'machine' },
  type: 'UserAssignedMSI',
  tenantId: '0e1d0000-0000-4000-8000-00000000c11d',
};

/** One for all: MSAL keeps the machine that it has found, and how it is asked, for the whole process. */
const patience = new Patience();
let machine: Server;
let asked: IncomingMessage[];
let answer: (response: ServerResponse) => void;
const { IDENTITY_ENDPOINT, IDENTITY_HEADER } = process.env;

const saying = (status: number, body: object) => (response: ServerResponse) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

beforeAll(async () => {
  machine = createServer((request, response) => {
    asked.push(request);
    answer(response);
  });
  await new Promise<void>((resolve) => machine.listen(0, '127.0.0.1', resolve));
  process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${(machine.address() as AddressInfo).port}/token`;
  process.env.IDENTITY_HEADER = 'a-machine';
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  Object.assign(process.env, { IDENTITY_ENDPOINT, IDENTITY_HEADER });
  if (IDENTITY_ENDPOINT === undefined) delete process.env.IDENTITY_ENDPOINT;
  if (IDENTITY_HEADER === undefined) delete process.env.IDENTITY_HEADER;
  machine.closeAllConnections();
  machine.close();
});

test('a machine that refuses is asked once, and its answer is named', async () => {
  answer = saying(400, { error: 'invalid_request', error_description: 'Identity not found' });
  const credential = new OneCredential(credentials, patience);
  await expect(credential.headers()).rejects.toMatchObject({ name: 'NoToken', code: 'http_400' });
  expect(asked).toHaveLength(1);
  answer = saying(500, { error: { message: 'AADSTS700016: no such application' } });
  await expect(credential.headers()).rejects.toMatchObject({ code: 'http_500' });
});

test("a machine's token is for the connector, and is kept until it has to be another", async () => {
  const { appId } = credentials;
  let count = 0;
  answer = (response) => {
    count += 1;
    const expires_on = Math.floor(Date.now() / 1000) + 3600;
    const resource = 'https://api.botframework.com';
    saying(200, { access_token: `token-${count}`, expires_on, resource, token_type: 'Bearer' })(response);
  };
  const credential = new OneCredential(credentials, patience);
  const both = await Promise.all([credential.headers(), credential.headers()]);
  expect(both).toEqual([{ authorization: 'Bearer token-1' }, { authorization: 'Bearer token-1' }]);
  const url = new URL(asked[0]?.url ?? '', 'http://127.0.0.1');
  expect(url.searchParams.get('resource')).toBe('https://api.botframework.com');
  expect(url.searchParams.get('client_id')).toBe(appId);
  expect(await credential.headers()).toEqual({ authorization: 'Bearer token-1' });
  await credential.ask('fresh');
  expect(await credential.headers()).toEqual({ authorization: 'Bearer token-2' });
});

test('a machine that hangs is let go of when the adapter is closed', async () => {
  const credential = new OneCredential(credentials, patience);
  const hanging = new Promise<void>((resolve) => {
    answer = () => resolve();
  });
  const token = credential.ask('fresh');
  await hanging;
  patience.close();
  await expect(token).rejects.toMatchObject({ name: 'NoToken', code: 'timeout' });
});
