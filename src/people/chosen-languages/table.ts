import type { Language } from '../../chat/language.ts';
import type { Platform } from '../../chat/person.ts';

/** What someone who isn't a member would rather read. A member's is in their own row. */
export interface ChosenLanguagesTable {
  platform: Platform;
  workspace: string;
  person_id: string;
  language: Language;
  created_at: number;
}
