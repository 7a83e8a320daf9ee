import { join } from 'node:path';
import { type Intent, intent as plainIntent } from '../../src/bot/intent.ts';
import type { IntentName } from '../../src/bot/intent-names.ts';
import { follow } from '../../src/bot/route.ts';
import { routes } from '../../src/bot/routes.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Button, Card, Element } from '../../src/chat/card.ts';
import type { Effect, FieldErrors } from '../../src/chat/effect.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { Form } from '../../src/chat/form.ts';
import type { PersonRef, Profile } from '../../src/chat/person.ts';
import type { Reader } from '../../src/chat/reader.ts';
import type { Hospital } from '../../src/config/hospital.ts';
import { loadContent } from '../../src/content/content.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { whyNotDelivered } from '../../src/features/nudges/store.ts';
import { findPairs } from '../../src/features/pairing/store.ts';
import { readActor } from '../../src/people/actor.ts';
import { rolesFrom } from '../../src/people/roles/roles.ts';
import { freshDatabase } from './fresh-database.ts';
import { seals } from './seals.ts';

/** What clinicians really read: everything under `prompts/`. */
export const content = loadContent(join(import.meta.dirname, '../../prompts'));

/** A real database with all tables. End it with `close`. */
export async function temporaryDatabase(): Promise<{ db: Database; close: () => Promise<void> }> {
  const { url, remove } = await freshDatabase();
  const db = openDatabase(url);
  return {
    db,
    close: async () => {
      await db.destroy();
      await remove();
    },
  };
}

export function slackPerson(id: string): PersonRef {
  return { platform: 'slack', workspace: 'T01', id };
}

export function aProfile(name: string, profile: Partial<Profile> = {}): Profile {
  return { name, timeZone: 'Europe/Paris', language: null, active: true, kind: 'person', ...profile };
}

export const someHospital: Hospital = {
  timeZone: 'Europe/Paris',
  language: 'en',
  nudgeMinute: 9 * 60,
  maxBuddies: 3,
  guestsWelcome: false,
  smallestGroup: 11,
  platforms: ['slack'],
  link: null,
  admins: new Set(),
};

/** Someone who acts, at a moment: what a turn is made of. */
export interface Scene extends Omit<Turn, 'actor' | 'pairs'> {
  readonly from: PersonRef;
  /** Who the platform says they are, where they're no member. */
  readonly newcomer: Profile | null;
}

/** Nobody has been looked up, and nobody has a weekly message to draw again. */
export function aScene(scene: Pick<Scene, 'db' | 'now' | 'from'> & Partial<Scene>): Scene {
  return {
    newcomer: null,
    colleague: null,
    colleagues: [],
    message: null,
    hospital: someHospital,
    content,
    seals,
    redraw: async () => null,
    callOff: async () => {},
    whyNotDelivered,
    ...scene,
  };
}

/** A turn as the bot makes it. */
export async function turnOf(scene: Scene): Promise<Turn> {
  const { from, newcomer, ...rest } = scene;
  const roles = rolesFrom(scene.hospital.admins);
  const actor = await readActor({ ...scene, roles }, from, newcomer, null);
  const pairs = actor.member === null ? [] : await findPairs(scene.db, actor.member.id);
  return { ...rest, actor, pairs };
}

/** What someone gets who wants this. The route says who answers. */
export async function answer(scene: Scene, intent: Intent): Promise<readonly Effect[]> {
  return follow(routes[intent.name], await turnOf(scene), intent);
}

/** Who reads most cards here. */
export const someReader: Reader = { language: 'en', timeZone: 'Europe/Paris', hours: 12, platform: 'slack' };

export function anIntent(name: IntentName, intent: Partial<Intent> = {}): Intent {
  return { ...plainIntent(name), ...intent };
}

/** The one card that was answered, privately or in place of the pressed message. */
export function cardOf(effects: readonly Effect[]): Card {
  const [effect, ...others] = effects;
  if (others.length > 0) throw new Error('more than one answer');
  if (effect?.type === 'reply' || effect?.type === 'replace') return effect.card;
  throw new Error(`no card was answered but ${effect?.type ?? 'nothing'}`);
}

/** The one form that was opened. */
export function formOf(effects: readonly Effect[]): Form {
  const [effect] = effects;
  if (effect?.type === 'open-form') return effect.form;
  throw new Error(`no form was opened but ${effect?.type ?? 'nothing'}`);
}

/** The faults that keep a form open, by field. */
export function errorsOf(effects: readonly Effect[]): FieldErrors {
  const [effect] = effects;
  if (effect?.type === 'form-errors') return effect.errors;
  throw new Error(`no faults were shown but ${effect?.type ?? 'nothing'}`);
}

/** Everything one can read in an answer, without its buttons. */
export function textOf(effects: readonly Effect[]): string {
  return fallbackText(cardOf(effects));
}

export function buttonsOf(card: Card): readonly Button[] {
  return card.elements.filter(isButtons).flatMap((element) => element.buttons);
}

export function buttonIds(effects: readonly Effect[]): readonly string[] {
  return buttonsOf(cardOf(effects)).map((button) => button.id);
}

function isButtons(element: Element): element is Element & { type: 'buttons' } {
  return element.type === 'buttons';
}
