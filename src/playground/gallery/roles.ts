import type { Reader } from '../../chat/reader.ts';
import type { Role } from '../../people/roles/rules.ts';

/** As someone who takes part, and as someone who also looks after it. */
export function rolesOf(reader: Reader) {
  return {
    member: { reader, roles: new Set<Role>() },
    administrator: { reader, roles: new Set<Role>(['administrator']) },
  };
}
