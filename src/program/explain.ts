import { ConfigFault } from '../config/config-fault.ts';
import { ContentFault } from '../content/content.ts';
import { sayDatabaseFault } from '../db/sqlite-faults.ts';
import { KeysFault } from '../sealing/keys.ts';

/** One line for what an operator can fix, in the server and in every command; null for what only we can. */
export function explain(error: unknown): string | null {
  if (error instanceof ConfigFault || error instanceof ContentFault || error instanceof KeysFault)
    return error.message;
  return sayDatabaseFault(error);
}
