export type Platform = 'slack' | 'teams' | 'playground';

/**
 * Somebody on a chat platform. `id` is the platform's own id (Slack: U…, Teams: the Entra object id) and is what
 * identifies a person together with `platform`; `workspace` (Slack: team id, Teams: tenant id) only tells where
 * the pace of deliveries is kept.
 */
export interface PersonRef {
  readonly platform: Platform;
  readonly workspace: string;
  readonly id: string;
}

/** What a platform tells about a person when asked. `timeZone` is an IANA name, null where the platform has none. */
export interface Profile {
  readonly name: string;
  readonly timeZone: string | null;
  /** False once the account is closed or deactivated. */
  readonly active: boolean;
  readonly kind: 'person' | 'guest' | 'bot';
}

/** One text per person, the same in every process: `slack:U01ABC`. */
export function personKey(person: Pick<PersonRef, 'platform' | 'id'>): string {
  return `${person.platform}:${person.id}`;
}

export function isSamePerson(one: PersonRef, other: PersonRef): boolean {
  return personKey(one) === personKey(other);
}

/** A person inside a button's id: `slack/T01/U01ABC`. */
export function personText(person: PersonRef): string {
  return [person.platform, person.workspace, person.id].join('/');
}

/** Reads what `personText` wrote; null for anything else. */
export function parsePersonText(text: string): PersonRef | null {
  const [platform, workspace, id, ...rest] = text.split('/');
  if (!isPlatform(platform) || !workspace || !id || rest.length > 0) return null;
  return { platform, workspace, id };
}

export function isPlatform(text: string | undefined): text is Platform {
  return text === 'slack' || text === 'teams' || text === 'playground';
}
