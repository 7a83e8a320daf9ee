import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/schema.ts';
import { addLinked } from '../../src/features/accounts/store.ts';
import { saveContact } from '../../src/people/contacts/store.ts';
import { enrol } from '../../src/people/members/store.ts';
import { findByOperatorKey } from '../../src/people/operator-store.ts';
import { aProfile, slackPerson, someHospital, temporaryDatabase } from '../support/turn.ts';

const ana = slackPerson('U0ANA');
const anaInTeams = { platform: 'teams', workspace: 'tenant', id: 'aa-ana' } as const;
let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  const { id } = await enrol(db, ana, aProfile('Ana Diaz'), someHospital, 1);
  await saveContact(db, anaInTeams, { name: 'Diaz, Ana', timeZone: null, language: null }, 1);
  await addLinked(db, id, { person: anaInTeams, name: 'Diaz, Ana' }, 1);
});
afterEach(() => close());

test('an operator who writes slack:U0ANA means her, in the workspace that is served; the same in Teams', async () => {
  expect(await findByOperatorKey(db, 'slack:U0ANA')).toEqual([ana]);
  expect(await findByOperatorKey(db, 'teams:aa-ana')).toEqual([anaInTeams]);
});

test('who is unknown, or written in another way, is nobody', async () => {
  for (const text of ['slack:U0BEN', 'teams:U0ANA', 'U0ANA', 'slack/T01/U0ANA', ''])
    expect(await findByOperatorKey(db, text)).toEqual([]);
});

test('where two workspaces have been served, both are told', async () => {
  const elsewhere = { ...ana, workspace: 'T02' };
  await enrol(db, elsewhere, aProfile('Another Ana'), someHospital, 1);
  expect(await findByOperatorKey(db, 'slack:U0ANA')).toEqual([ana, elsewhere]);
});
