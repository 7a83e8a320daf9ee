import { join } from 'node:path';
import type { Intent, IntentName } from '../../src/bot/intents.ts';
import type { Settings, Turn } from '../../src/bot/turn.ts';
import type { Button, Card, Element } from '../../src/chat/card.ts';
import type { Effect, FieldErrors } from '../../src/chat/effect.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { Form } from '../../src/chat/form.ts';
import type { PersonRef, Profile } from '../../src/chat/person.ts';
import { loadContent } from '../../src/content/content.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { freshDatabase } from './fresh-database.ts';

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
  return { name, timeZone: 'Europe/Paris', active: true, kind: 'person', ...profile };
}

export const someSettings: Settings = {
  timeZone: 'Europe/Paris',
  nudgeMinute: 9 * 60,
  maxBuddies: 3,
  guestsWelcome: false,
  smallestGroup: 11,
  platforms: ['slack'],
  admins: new Set(),
};

/** A turn as bot.ts makes it; nothing has been looked up, and nobody has a weekly message to redraw. */
export function aTurn(turn: Pick<Turn, 'db' | 'now' | 'from'> & Partial<Turn>): Turn {
  return {
    sender: null,
    colleague: null,
    message: null,
    settings: someSettings,
    content,
    redraw: async () => null,
    callOff: async () => {},
    ...turn,
  };
}

export function anIntent(name: IntentName, intent: Partial<Intent> = {}): Intent {
  return { about: '', person: null, isTyped: false, answers: null, profile: null, ...intent, name };
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
