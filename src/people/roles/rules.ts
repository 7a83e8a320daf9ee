/** What someone may do here that others may not, in the order in which it's listed. */
export const allRoles = ['administrator', 'editor', 'director', 'deputy', 'program-administrator'] as const;

export type Role = (typeof allRoles)[number];

/** Administrators appoint everyone, a director those who help with the program. */
export function mayAppoint(roles: ReadonlySet<Role>): readonly Role[] {
  if (roles.has('administrator')) return allRoles;
  return roles.has('director') ? ['deputy', 'program-administrator'] : [];
}

export function isRole(text: unknown): text is Role {
  return allRoles.some((role) => role === text);
}
