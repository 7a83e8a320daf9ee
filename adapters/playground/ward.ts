import type { Language } from '../../src/chat/language.ts';
import type { PersonRef, Profile } from '../../src/chat/person.ts';

/** Someone who works on the made-up ward. */
export interface WardPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly initials: string;
  /** Of their picture, in degrees. */
  readonly hue: number;
  readonly timeZone: string;
  readonly language: Language;
  /** May post the weekly questions. */
  readonly isAdministrator: boolean;
}

export type Ward = readonly WardPerson[];

/** Everyone who has an account on the made-up platform. */
export interface People {
  /** Those whose chats the page shows. */
  readonly ward: Ward;
  /** The rest of the hospital: they are written to and act as anyone else, and nobody looks through their eyes. */
  readonly elsewhere: Ward;
}

export function findPerson({ ward, elsewhere }: People, id: string): WardPerson | null {
  const isThem = (person: WardPerson): boolean => person.id === id;
  return ward.find(isThem) ?? elsewhere.find(isThem) ?? null;
}

const eastern = 'America/New_York';

/** Eight people who do not exist. */
export const ward: Ward = [
  person('ana', 'Ana Silva', 'Attending, internal medicine', 'AS', 205, eastern),
  person('ben', 'Ben Okafor', 'ICU nurse', 'BO', 150, eastern),
  person('chidi', 'Chidi Eze', 'Resident, on nights', 'CE', 265, eastern),
  person('dana', 'Dana Levi', 'Pharmacist', 'DL', 25, eastern),
  person('elif', 'Elif Kaya', 'Emergency physician', 'EK', 340, 'America/Los_Angeles'),
  person('farah', 'Farah Haddad', 'Respiratory therapist', 'FH', 180, eastern),
  person('gus', 'Gus Moreau', 'Charge nurse', 'GM', 95, 'America/Chicago'),
  { ...person('wil', 'Wil Park', 'Program administrator', 'WP', 50, eastern), isAdministrator: true },
];

/** How the core names them. */
export function refOf(id: string): PersonRef {
  return { platform: 'playground', workspace: 'ward', id };
}

/** As their account stands now. */
export function asSet(person: WardPerson, languages: ReadonlyMap<string, Language>): WardPerson {
  return { ...person, language: languages.get(person.id) ?? person.language };
}

export function profileOf({ name, timeZone, language }: WardPerson): Profile {
  return { name, timeZone, language, active: true, kind: 'person' };
}

function person(
  id: string,
  name: string,
  role: string,
  initials: string,
  hue: number,
  timeZone: string,
): WardPerson {
  return { id, name, role, initials, hue, timeZone, language: 'en', isAdministrator: false };
}
