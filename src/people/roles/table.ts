import type { Language } from '../../chat/language.ts';
import type { Platform } from '../../chat/person.ts';
import type { Role } from './rules.ts';

/** Who has been appointed to what, from chat. */
export interface RolesTable {
  id: string;
  platform: Platform;
  workspace: string;
  person_id: string;
  /** As the platform told it on the day of the appointment. */
  name: string;
  /** In which they read, as the platform told it then; null where it hasn't. */
  language: Language | null;
  role: Role;
  appointed_at: number;
}
