import type { Platform } from '../../chat/person.ts';

/** A colleague has been named as a good supporter. Who did is a fingerprint, so that nobody counts twice. */
export interface NominationsTable {
  id: string;
  platform: Platform;
  workspace: string;
  person_id: string;
  name: string;
  nominator_fingerprint: string;
  created_at: number;
}
