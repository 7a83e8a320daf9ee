import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { accountOf } from '../../src/features/nudges/store.ts';
import { type RecordedLog, recordedLog } from '../contract/recorded-log.ts';
import { writePairs } from '../faults/support/members.ts';
import { allSent, type House, openHouse, until } from '../support/hospital.ts';
import { SecretFiles } from '../support/secret-files.ts';
import { button } from '../support/teams/read.ts';
import { startTeams } from '../support/teams/stand-in.ts';
import type { Teams } from '../support/teams/teams.ts';

const wednesday = '2026-12-02T12:00:00Z';
const monday = '2026-12-07T09:00:00Z';
const patienceMs = 120_000;

let files: SecretFiles;
let house: House;
let log: RecordedLog;
let teams: Teams;
const people = Array.from({ length: 10 }, (_, index) => `clinician ${index}`);

beforeEach(async () => {
  files = new SecretFiles();
  log = recordedLog();
  teams = await startTeams();
  teams.setPasswords('SECRET-1');
  house = await openHouse([teams], {
    now: wednesday,
    environment: files.holding({ MicrosoftAppPassword: 'SECRET-1' }),
    log,
  });
  for (const name of people) await teams.person(name, { name, tz: 'Europe/London' }).installs();
  await allSent(house);
  const person = (id: string) => ({ platform: 'teams', workspace: teams.identity.tenantId, id }) as const;
  const members = people.map((name) => ({
    person: person(teams.person(name).id),
    timeZone: 'Europe/London',
  }));
  await writePairs(house.databaseUrl, members, house.now());
  teams.latencyMs = 20;
}, patienceMs);

afterEach(async () => {
  await house.close();
  files.remove();
  expect(log.lines.join('\n')).not.toMatch(/SECRET-\d/);
});

const nudgesOf = (name: string) =>
  teams.person(name).inbox.filter((one) => button(one, 'checkins.acknowledge')).length;
const tokensBy = (password: string) =>
  teams.callsOf('login.token').filter(({ body }) => body.client_secret === password);

async function everyoneOnce(): Promise<void> {
  await allSent(house);
  await teams.quiet();
  expect(people.map(nudgesOf)).toEqual(people.map(() => 1));
  const sent = people.length;
  expect(await accountOf(house.db, '2026-W50')).toMatchObject({ eligible: sent, sent, pending: 0 });
  expect(teams.complaints).toEqual([]);
}

test(
  'the secret is another, and a signal says so: a token comes by the new one at once',
  async () => {
    const done = house.goTo(monday);
    await until(() => people.some((name) => nudgesOf(name) > 0), patienceMs);
    files.put('MicrosoftAppPassword', 'SECRET-2');
    teams.setPasswords('SECRET-2');
    house.readSecretsAgain();
    await done;
    await everyoneOnce();
    await until(() => tokensBy('SECRET-2').length === 1, patienceMs);
    expect(await ready()).toBe(200);
  },
  patienceMs,
);

test(
  'Microsoft has withdrawn the token and the secret: the new one is read when the old is refused',
  async () => {
    const done = house.goTo(monday);
    await until(() => people.some((name) => nudgesOf(name) > 0), patienceMs);
    files.put('MicrosoftAppPassword', 'SECRET-2');
    teams.setPasswords('SECRET-2');
    teams.fault('post', { kind: 'refusal', status: 401, code: 'Unauthorized' });
    await done;
    for (const minutes of [3, 10]) await house.goTo(Date.parse(monday) + minutes * 60_000);
    await everyoneOnce();
    expect([tokensBy('SECRET-1').at(-1)?.status, tokensBy('SECRET-2').at(-1)?.status]).toEqual([401, 200]);
  },
  patienceMs,
);

test(
  'a new secret that Microsoft does not know is said in the log, and nobody is turned away for it',
  async () => {
    files.put('MicrosoftAppPassword', 'SECRET-3');
    house.readSecretsAgain();
    await until(() =>
      log.lines.some((line) => line.includes('no token for what MicrosoftAppPassword is now')),
    );
    expect(await ready()).toBe(200);
    await house.goTo(monday);
    await everyoneOnce();
  },
  patienceMs,
);

async function ready(): Promise<number> {
  return (await fetch(`${house.url()}/readyz`)).status;
}
