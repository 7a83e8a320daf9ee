import type { Effect } from '../chat/effect.ts';
import { allRoles, type Role } from '../people/roles/rules.ts';
import type { Intent } from './intent.ts';
import type { Handler, MemberHandler, MemberTurn, Turn } from './turn.ts';

/** Where an intent is answered, and who for. Who it isn't for gets `others`: a press and a submitted form alike. */
export type Route = Reading &
  (
    | { readonly for: 'everyone'; readonly handle: Handler }
    | { readonly for: 'members'; readonly handle: MemberHandler; readonly others: Handler }
    | { readonly for: Audience; readonly handle: Handler; readonly others: Handler }
  );

/** Who has one of these roles. */
type Audience = 'administrators' | 'editors' | 'directors' | 'program' | 'anyone-with-a-role';

const rolesOf: Readonly<Record<Audience, readonly Role[]>> = {
  administrators: ['administrator'],
  editors: ['administrator', 'editor'],
  directors: ['director', 'deputy'],
  program: ['administrator', 'director', 'deputy', 'program-administrator'],
  'anyone-with-a-role': allRoles,
};

interface Reading {
  /** Writes nothing: needs no transaction, and may be answered again when the platform delivers it twice. */
  readonly reads?: true | ((intent: Intent) => boolean);
  /** Someone who's no member is looked up first: they may become one. */
  readonly looksUpNewcomer?: true;
  /**
   * Nothing in its transaction stands for who acts, or when: their row isn't held, and the event isn't remembered. Doing it twice
   * has to be the same as doing it once.
   */
  readonly leavesNoTrace?: true;
}

export function onlyReads({ reads }: Route, intent: Intent): boolean {
  return typeof reads === 'function' ? reads(intent) : reads === true;
}

/** Whether this is the route's own work for the one who acts; for others there's only an answer. */
export function isFor(route: Route, { actor }: Turn): boolean {
  switch (route.for) {
    case 'everyone':
      return true;
    case 'members':
      return actor.member !== null;
    default:
      return rolesOf[route.for].some((role) => actor.roles.has(role));
  }
}

export function follow(route: Route, turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  if (route.for === 'everyone') return route.handle(turn, intent);
  if (!isFor(route, turn)) return route.others(turn, intent);
  return route.for === 'members' ? route.handle(turn as MemberTurn, intent) : route.handle(turn, intent);
}
