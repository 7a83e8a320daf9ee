import type { PersonRef, Platform } from '../chat/person.ts';

/** The columns in which a table holds a person, and by which a row of theirs is found: `row.and(personColumns(person))`. */
export function personColumns({ platform, workspace, id }: PersonRef): {
  readonly platform: Platform;
  readonly workspace: string;
  readonly person_id: string;
} {
  return { platform, workspace, person_id: id };
}
