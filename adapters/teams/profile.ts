import { cleanName } from '../../src/chat/name.ts';
import type { Profile } from '../../src/chat/person.ts';
import { type Json, string } from '../shared/json.ts';

/** Not of the house: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
const guestRoles: ReadonlySet<string> = new Set(['guest', 'anonymous']);

/** In the names of accounts of other houses: https://learn.microsoft.com/entra/external-id/user-properties */
const external = /#EXT#/i;

/** A member of a chat, as Buddy sees people: without a time zone, which Teams tells with messages only. Null: no name. */
export function toProfile({ name, userRole, userPrincipalName }: Json): Profile | null {
  const shown = cleanName(string(name));
  if (shown === null) return null;
  const isGuest = guestRoles.has(string(userRole).toLowerCase()) || external.test(string(userPrincipalName));
  return { name: shown, timeZone: null, language: null, active: true, kind: isGuest ? 'guest' : 'person' };
}
