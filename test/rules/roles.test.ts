import { expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Executor } from '../../src/db/schema.ts';
import { rolesFrom } from '../../src/people/roles/roles.ts';

const noDatabase = null as unknown as Executor;

test('an administrator is who the hospital has named, on that platform', async () => {
  const roles = rolesFrom(new Set(['slack:UADMIN']));
  const rolesOf = async (person: PersonRef) => [...(await roles.rolesOf(noDatabase, person))];
  expect(await rolesOf({ platform: 'slack', workspace: 'T01', id: 'UADMIN' })).toEqual(['administrator']);
  expect(await rolesOf({ platform: 'teams', workspace: 'T01', id: 'UADMIN' })).toEqual([]);
  expect(await rolesOf({ platform: 'slack', workspace: 'T01', id: 'UADMI' })).toEqual([]);
});
