import type { IntentName } from '../../src/bot/intent-names.ts';
import type { Effect } from '../../src/chat/effect.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { Answers } from '../../src/chat/form.ts';
import { type PersonRef, personKey } from '../../src/chat/person.ts';
import type { View } from '../../src/chat/view.ts';
import type { Database } from '../../src/db/schema.ts';
import { transact } from '../../src/db/transact.ts';
import type { Role } from '../../src/people/roles/rules.ts';
import { appoint } from '../../src/people/roles/store.ts';
import { anIntent, answer, aProfile, aScene, buttonsOf, slackPerson, someHospital } from '../support/turn.ts';

/** A Tuesday, noon in New York. */
export const now = Date.parse('2026-12-01T17:00:00Z');

export const hospital = { ...someHospital, timeZone: 'America/New_York' };

/** Someone who does something, as the bot would have it done: in a transaction of its own. */
export async function does(
  db: Database,
  who: PersonRef,
  wanted: string,
  { answers = null, at = now }: { readonly answers?: Answers | null; readonly at?: number } = {},
): Promise<readonly Effect[]> {
  const [name = '', about = ''] = wanted.split(/:(.*)/);
  const picked = answers?.person;
  const person = typeof picked === 'object' && 'id' in picked ? picked : null;
  return transact(db, (transaction) =>
    answer(
      aScene({
        db: transaction,
        now: at,
        from: who,
        hospital,
        newcomer: aProfile(nameOf(who)),
        colleague: person === null ? null : aProfile(nameOf(person)),
      }),
      anIntent(name as IntentName, { about, answers, person }),
    ),
  );
}

/** `U0ANA` is Ana. */
export function nameOf({ id }: PersonRef): string {
  const name = id.replace(/^U0/, '').toLowerCase();
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function someone(name: string): PersonRef {
  return slackPerson(`U0${name.toUpperCase()}`);
}

export async function aDirector(db: Database, name: string, role: Role = 'director'): Promise<PersonRef> {
  const person = someone(name);
  await appoint(db, { person, name }, role, now);
  return person;
}

/** The one view that was shown. */
export function viewOf(effects: readonly Effect[]): View {
  const [effect] = effects;
  if (effect?.type === 'view') return effect.view;
  throw new Error(`no view was shown but ${effect?.type ?? 'nothing'}`);
}

export function viewText(effects: readonly Effect[]): string {
  const { title, elements } = viewOf(effects);
  return [title, fallbackText({ elements })].join('\n');
}

/** What can be pressed in it. */
export function viewButtons(effects: readonly Effect[]): readonly string[] {
  return buttonsOf(viewOf(effects)).map(({ id }) => id);
}

export function viewErrors(effects: readonly Effect[]): readonly string[] {
  const [effect] = effects;
  return effect?.type === 'view' ? Object.keys(effect.errors ?? {}) : [];
}

export interface Sent {
  readonly key: string;
  readonly to: string;
  readonly card: string;
}

/** Every message there is, oldest first. */
export async function messages(db: Database): Promise<readonly Sent[]> {
  const rows = await db.selectFrom('outbox').selectAll().orderBy('created_at').orderBy('key').execute();
  return rows.map(({ key, platform, workspace, person_id, card }) => ({
    key,
    to: personKey({ platform, workspace, id: person_id }),
    card: card ?? '',
  }));
}
