export const words = {
  roles: {
    title: 'Roles',
    intro: (held: readonly string[]): string =>
      held.length === 0
        ? "Nobody has a role yet. A program director sees who's been referred; an administrator doesn't."
        : `Now: ${held.join('; ')}.`,
    one: (role: string, names: string): string => `${role}: ${names}`,
    person: 'Colleague',
    role: 'Role',
    none: 'No role: take back what they have',
    submit: 'Save',
    noPerson: 'Pick a colleague.',
    unknown: "I can't find this colleague. Please pick someone else.",
    noRole: 'Pick a role.',
    notYours: "You can't give or take this role. An administrator can.",
    lastOne: "You're the last administrator. Appoint another one first.",
    appointed: (name: string, role: string): string => `Done. ${name} is now: ${role}.`,
    hadIt: (name: string, role: string): string => `${name} already had this role: ${role}.`,
    dismissed: (name: string): string => `Done. ${name} has no role anymore.`,
    hadNone: (name: string): string => `${name} has no role to take back.`,
    fromEnvironment: 'Administrators named in BUDDY_ADMINS stay: the people who run the server change that.',
    again: 'Another role',
    audit: 'Who did what',
  },
  notYou: 'This is for those who run the program.',
};
