import type { Role } from './rules.ts';

const roles: Readonly<Record<Role, string>> = {
  administrator: 'Administrator',
  editor: 'Question editor',
  director: 'Program director',
  deputy: 'Deputy director',
  'program-administrator': 'Program administrator',
};

export const words = {
  roles,
  held: { roles: 'Your role in the program' },
  heldRole: (role: string, since: string): string => `${role}, since ${since}`,
};
