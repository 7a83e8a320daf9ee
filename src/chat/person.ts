import type { Language } from './language.ts';

export const platforms = ['slack', 'teams', 'playground'] as const;

export type Platform = (typeof platforms)[number];

/**
 * Someone on a chat platform: who it is, the three say together. `id` is the platform's own (Slack: U…, Teams: the Entra
 * object id), and `workspace` the one in which it means someone (Slack: team id, Teams: tenant id). An adapter names one
 * person's workspace always alike, whatever event tells of them: otherwise they'd be two.
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
  /** Null where the platform doesn't say, or names one that Buddy doesn't speak. */
  readonly language: Language | null;
  /** False once the account is closed or deactivated. */
  readonly active: boolean;
  readonly kind: 'person' | 'guest' | 'bot';
}

/** One text per person, the same in every process: `slack/T01/U01ABC`. No id has a slash in it. */
export function personKey({ platform, workspace, id }: PersonRef): string {
  return `${platform}/${workspace}/${id}`;
}

export function isSamePerson(one: PersonRef, other: PersonRef): boolean {
  return personKey(one) === personKey(other);
}

/** Each of them once, in the order in which they first come. */
export function unique(people: readonly PersonRef[]): readonly PersonRef[] {
  return [...new Map(people.map((person) => [personKey(person), person])).values()];
}

/** How an operator writes a person, in BUDDY_ADMINS and in commands: `slack:U01ABC`, in the workspace that is served. */
export function operatorKey({ platform, id }: Pick<PersonRef, 'platform' | 'id'>): string {
  return `${platform}:${id}`;
}

/** Reads what an operator wrote; null for anything else. */
export function parseOperatorKey(text: string): Pick<PersonRef, 'platform' | 'id'> | null {
  const [, platform, id = ''] = /^([a-z]+):([\w.-]+)$/.exec(text) ?? [];
  if (!isPlatform(platform)) return null;
  // However the directory shows them, Entra object ids are kept in lower case.
  return { platform, id: platform === 'teams' && objectId.test(id) ? id.toLowerCase() : id };
}

const objectId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

function isPlatform(text: string | undefined): text is Platform {
  return text === 'slack' || text === 'teams' || text === 'playground';
}
