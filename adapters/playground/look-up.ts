import type { LookUp } from '../../src/chat/adapter.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Conditions } from './failures.ts';
import { profileOf, refOf, type Ward } from './ward.ts';

export function lookUp(ward: Ward, conditions: Conditions, { workspace, id }: PersonRef): LookUp {
  if (!conditions.canLookUp) return { unavailable: true };
  const found = workspace === refOf(id).workspace ? ward.find((person) => person.id === id) : undefined;
  return found === undefined ? { unknown: true } : profileOf(found);
}
