import { isTimeZone } from '../../../src/calendar/local-time.ts';
import type { Fields, PersonRecord } from './types.ts';
import type { Workspace } from './workspace.ts';

/** The name in a person's mentions: given, or made from the full name (`Ana Silva` is `ana.silva`). */
export function handleOf(person: PersonRecord): string {
  return person.handle ?? person.name.trim().toLowerCase().replaceAll(/\s+/g, '.');
}

/** A mention as a command carries it when `should_escape` is on. */
export function mention(person: PersonRecord): string {
  return `<@${person.id}|${handleOf(person)}>`;
}

/** Slack knows zones that this Node does not. */
function offsetSeconds(tz: string): number {
  if (!isTimeZone(tz)) return 0;
  const name = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'longOffset' })
    .formatToParts(new Date())
    .find((part) => part.type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  return sign ? Number(`${sign}1`) * (Number(hours) * 3600 + Number(minutes) * 60) : 0;
}

/** The `user` object of users.info and of user events. Of a deactivated person Slack gives no name on top and no zone. */
export function userObject(workspace: Workspace, person: PersonRecord): Fields {
  const { id, name, deleted = false, tz = 'America/New_York' } = person;
  const profile = {
    real_name: name,
    real_name_normalized: name,
    display_name: person.displayName ?? '',
    display_name_normalized: person.displayName ?? '',
    team: person.team_id ?? workspace.identity.teamId,
  };
  const base = {
    id,
    team_id: person.team_id ?? workspace.identity.teamId,
    name: handleOf(person),
    deleted,
    profile,
    is_bot: person.is_bot ?? false,
    is_app_user: false,
    updated: Math.floor(Date.now() / 1000),
  };
  if (deleted) return base;
  return {
    ...base,
    color: '9f69e7',
    real_name: name,
    tz,
    tz_label: tz,
    tz_offset: offsetSeconds(tz),
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.is_restricted ?? false,
    is_ultra_restricted: person.is_ultra_restricted ?? false,
    ...(person.is_stranger === undefined ? {} : { is_stranger: person.is_stranger }),
    is_email_confirmed: true,
    who_can_share_contact_card: 'EVERYONE',
  };
}
