import type { LookUp } from '../../src/chat/adapter.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Conditions } from './failures.ts';
import { asSet, findPerson, type People, profileOf, refOf } from './ward.ts';

export function lookUp(people: People, conditions: Conditions, { workspace, id }: PersonRef): LookUp {
  if (!conditions.canLookUp) return { unavailable: true };
  const found = workspace === refOf(id).workspace ? findPerson(people, id) : null;
  return found === null ? { unknown: true } : profileOf(asSet(found, conditions.languages));
}
