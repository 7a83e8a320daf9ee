import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { toAddress } from '../../adapters/teams/address.ts';
import { toProfile } from '../../adapters/teams/profile.ts';
import type { Person } from '../support/teams/person.ts';
import { until } from './stage.ts';
import { stageTeams, type TeamsStage } from './teams-stage.ts';

let stage: TeamsStage;
let ana: Person;

beforeEach(async () => {
  stage = await stageTeams();
  ana = stage.teams.person('ana');
  await until(() => stage.adapter.trouble() === null);
});

afterEach(() => stage.close());

const addressOf = (person: Person, more: { removed?: true; user?: string; serviceUrl?: string } = {}) =>
  toAddress({
    serviceUrl: stage.teams.serviceUrl,
    conversation: person.conversation,
    bot: stage.teams.identity.botId,
    user: person.userId,
    tenant: stage.teams.identity.tenantId,
    ...more,
  });
const lookUp = (person: Person, address: string | null = addressOf(person)) =>
  stage.adapter.lookUp(
    { platform: 'teams', workspace: stage.teams.identity.tenantId, id: person.id },
    address,
  );
const asked = () => stage.teams.callsOf('getConversationMember').length;

test('someone who has Buddy is known by name', async () => {
  expect(await lookUp(ana)).toEqual({
    name: 'Ana Silva',
    timeZone: null,
    language: null,
    active: true,
    kind: 'person',
  });
});

test('a guest of the house is known as one', async () => {
  const guest = stage.teams.person('gus', { name: 'Gus Gast', role: 'guest' });
  expect(await lookUp(guest)).toMatchObject({ name: 'Gus Gast', kind: 'guest' });
  const name = 'Gus Gast';
  expect(toProfile({ name, userPrincipalName: 'gus_clinic.example#EXT#@hospital.example' })?.kind).toBe(
    'guest',
  );
  expect(toProfile({ name, userRole: 'anonymous' })?.kind).toBe('guest');
  expect(toProfile({ name, userRole: 'user', userPrincipalName: 'gus@hospital.example' })?.kind).toBe(
    'person',
  );
  expect(toProfile({ userRole: 'user' })).toBeNull();
});

test('is asked once a minute at most', async () => {
  await lookUp(ana);
  stage.passes(59_000);
  await lookUp(ana);
  expect(asked()).toBe(1);
  stage.teams.person('ana', { name: 'Ana Silva Costa' });
  stage.passes(2000);
  expect(await lookUp(ana)).toMatchObject({ name: 'Ana Silva Costa' });
  expect(asked()).toBe(2);
});

test('who never had Buddy, or has it no longer, is absent without a question', async () => {
  for (const address of [null, 'D0ANA', addressOf(ana, { removed: true })])
    expect(await lookUp(ana, address)).toEqual({ absent: true });
  expect(await lookUp(ana, addressOf(ana, { serviceUrl: 'https://elsewhere.example/' }))).toEqual({
    absent: true,
  });
  expect(asked()).toBe(0);
});

test('who has blocked Buddy is absent, and comes back', async () => {
  ana.blocks();
  expect(await lookUp(ana)).toEqual({ absent: true });
  await ana.says('status');
  expect(await lookUp(ana)).toMatchObject({ name: 'Ana Silva' });
});

test('someone that Teams does not know is unknown', async () => {
  expect(await lookUp(ana, addressOf(ana, { user: '29:nobody' }))).toEqual({ unknown: true });
});

test.each([
  { kind: 'server-error' },
  { kind: 'rate-limited', retryAfter: 1 },
  { kind: 'drop-before' },
  { kind: 'nonsense' },
] as const)(
  'when Teams does not answer ($kind), a command goes on without, and asks again',
  async (fault) => {
    stage.teams.fault('getConversationMember', fault);
    expect(await lookUp(ana)).toEqual({ unavailable: true });
    expect(await lookUp(ana)).toMatchObject({ name: 'Ana Silva' });
    expect(asked()).toBe(2);
  },
);

test('a Teams that hangs holds a command up for two seconds', async () => {
  stage.teams.fault('getConversationMember', { kind: 'hang' });
  const began = performance.now();
  expect(await lookUp(ana)).toEqual({ unavailable: true });
  const took = performance.now() - began;
  expect(took).toBeGreaterThan(1900);
  expect(took).toBeLessThan(3000);
});
