import type { IntentName } from '../../src/bot/intent-names.ts';
import type { Effect } from '../../src/chat/effect.ts';
import type { Answers } from '../../src/chat/form.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { anIntent, answer, aScene, content, slackPerson, someHospital } from '../support/turn.ts';

export const { bank } = content;

/** Posts the questions. */
export const lead = slackPerson('ULEAD');

/** Has no role. */
export const nurse = slackPerson('UNURSE');

export const wednesday = Date.parse('2026-11-25T12:00:00Z');

export const ours = {
  ...{ first: 'What made you smile?', second: 'What made you sigh?' },
  ...{ inSpanish: null, note: '' },
};

const hospital = { ...someHospital, admins: new Set(['slack:ULEAD']) };

/** What the lead, or someone else, does on that Wednesday. */
export function plans(
  db: Database,
  name: IntentName,
  answers: Answers | null,
  { from = lead, about = '' }: { readonly from?: PersonRef; readonly about?: string } = {},
): Promise<readonly Effect[]> {
  return answer(aScene({ db, now: wednesday, from, hospital }), anIntent(name, { about, answers }));
}

/** What's on the list of who did what, by week. */
export function audited(db: Database): Promise<readonly { action: string; about: string }[]> {
  return db.selectFrom('audit_entries').select(['action', 'about']).orderBy('about').execute();
}
