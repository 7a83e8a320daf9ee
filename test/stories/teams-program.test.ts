import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { until } from '../support/hospital.ts';
import { type Running, startProgram } from '../support/program.ts';
import { button, textOf } from '../support/teams/read.ts';
import { startTeams } from '../support/teams/stand-in.ts';
import type { Teams } from '../support/teams/teams.ts';
import type { Message } from '../support/teams/types.ts';

let folder: string;
let teams: Teams;
let program: Running;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-teams-program-'));
});
afterEach(async () => {
  program.signal('SIGKILL');
  await program.exited;
  await teams.stop();
  rmSync(folder, { recursive: true, force: true });
  expect(teams.complaints).toEqual([]);
});

test.each([
  { mode: 'authenticated', authentication: true },
  { mode: 'on this machine, without authentication', authentication: false },
])('the finished program serves Teams, $mode, and its log tells nothing', async ({ authentication }) => {
  teams = await startTeams({ authentication });
  const ana = teams.person('ana', { name: 'Ana Silva' });
  const ben = teams.person('ben', { name: 'Ben Okafor' });
  program = await startProgram({
    ...teams.env(),
    ...teams.rerouting(),
    DATABASE_URL: `sqlite:${join(folder, 'buddy.db')}`,
    LOG_LEVEL: 'trace',
  });
  teams.connectTo(program.url);

  await ben.installs();
  await until(() => ben.inbox.length === 1);
  const form = await ana.presses(await ana.says('pair'), 'pairing.invite');
  await ana.submits(form, { person: ben.id });
  await until(() => button(ben.lastMessage, 'pairing.accept') !== undefined);
  await ben.presses(ben.lastMessage as Message, 'pairing.accept');
  await until(() => textOf(ana.lastMessage).includes('are buddies'));
  await ana.says('my patient Zebediah died');
  teams.fault('post', { kind: 'server-error', times: 2 });
  await ana.says('reach');
  await teams.post('{"type":"message"}', {
    authorization: 'Bearer a.b.c',
    'content-type': 'application/json',
  });
  expect((await ana.says('status')).status).toBe(200);

  program.signal('SIGTERM');
  expect(await program.exited).toBe(0);
  const log = program.output();
  expect(log).toContain('answered');
  const secrets = [
    ...[ana.id, ana.userId, ana.conversation, ben.id, ben.userId, ben.conversation],
    ...['Silva', 'Okafor', 'Zebediah', 'would like', teams.env().MicrosoftAppPassword ?? 'Zebediah'],
    ...teams.calls.flatMap(({ body }) =>
      typeof body.client_secret === 'string' ? [body.client_secret] : [],
    ),
    'eyJ',
  ];
  for (const secret of secrets) expect(log).not.toContain(secret);
});
