import { expect, test } from '@jest/globals';
import { expiryNotes } from '../../src/cli/say-expiry.ts';
import type { TeamsProof } from '../../src/config/teams-proof.ts';
import { Secret } from '../../src/system/secret.ts';

const now = Date.parse('2027-02-01T12:00:00Z');

const bySecret = { by: 'secret', secret: new Secret('a secret') } as const;

function notes(teamsSecretExpires: string | null, proof: TeamsProof = bySecret): string {
  const credentials = { appId: 'app', proof, type: 'SingleTenant', tenantId: 'tenant' } as const;
  return expiryNotes({ teams: { credentials, tenantId: 'tenant' }, teamsSecretExpires }, now).join('\n');
}

test('check says when the secret for Teams is about to expire, and when nobody has noted the day', () => {
  expect(notes('2027-03-04')).toBe('');
  expect(notes('2027-03-03')).toContain('MicrosoftAppPassword expires on 2027-03-03, in 30 days.');
  expect(notes('2027-02-02')).toContain('in a day.');
  expect(notes('2027-02-01')).toContain('expired on 2027-02-01, by TEAMS_SECRET_EXPIRES.');
  expect(notes(null)).toContain("TEAMS_SECRET_EXPIRES isn't set");
});

test('where there is no secret, there is nothing to say of it', () => {
  expect(notes(null, { by: 'machine' })).toBe('');
  expect(expiryNotes({ teams: null, teamsSecretExpires: null }, now)).toEqual([]);
  expect(
    expiryNotes({ teams: { credentials: null, tenantId: null }, teamsSecretExpires: null }, now),
  ).toEqual([]);
});
