import { isOn } from './platforms.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The list that BUDDY_ADMINS is, with space and empty places left out. */
export function adminsIn(value: string): string[] {
  return value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

const entraId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Names and addresses in the place of ids, which nobody would ever have: one sentence for each. */
export function adminFaults(environment: Environment): string[] {
  const isLocal = isOn(environment.TEAMS_LOCAL_NO_AUTH);
  return adminsIn(environment.BUDDY_ADMINS ?? '').flatMap((admin) => {
    const [platform, id = ''] = admin.split(/:(.*)/s);
    if (platform === 'slack' && !/^[UW][A-Z0-9]+$/.test(id)) {
      return `BUDDY_ADMINS has ${admin}, which is no member id: those are capitals and digits, such as slack:U01ABC. In Slack: the profile, the three dots, "Copy member ID".`;
    }
    // Microsoft's local client makes its ids up.
    if (platform === 'teams' && !isLocal && !entraId.test(id)) {
      return `BUDDY_ADMINS has ${admin}, which is no object id: those are like teams:00000000-0000-0000-0000-000000000000. In Entra: the person, "Object ID".`;
    }
    return [];
  });
}
