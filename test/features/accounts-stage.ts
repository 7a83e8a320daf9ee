import { createBot } from '../../src/bot/bot.ts';

import type { Effect } from '../../src/chat/effect.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { Answers } from '../../src/chat/form.ts';
import type { PersonRef, Profile } from '../../src/chat/person.ts';
import type { Hospital } from '../../src/config/hospital.ts';
import type { Database, Executor } from '../../src/db/schema.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { callOff, createRedraw } from '../../src/features/nudges/redraw.ts';
import { whyNotDelivered } from '../../src/features/nudges/store.ts';
import { findPairs } from '../../src/features/pairing/store.ts';
import { leave } from '../../src/features/privacy/erase.ts';
import { findMember, type Member } from '../../src/people/members/store.ts';
import { rolesFrom } from '../../src/people/roles/roles.ts';
import { newId } from '../../src/system/ids.ts';
import { createLog } from '../../src/system/logger.ts';
import { uncounted } from '../../src/system/metrics.ts';
import { seals } from '../support/seals.ts';
import { aProfile, content, slackPerson, someHospital } from '../support/turn.ts';

/** A hospital with Slack and Teams, and Ana Diaz, who uses both. Each step is one event to the real bot. */
export interface TwoPlatforms {
  /** Epoch milliseconds; the tests move it. */
  now: number;
  readonly settings: Hospital;
  /** What the platforms tell of people; everyone else is unknown to them. */
  readonly profiles: Map<string, Profile>;
  type(from: PersonRef, text: string, colleague?: PersonRef): Promise<readonly Effect[]>;
  press(from: PersonRef, button: string): Promise<readonly Effect[]>;
  submit(from: PersonRef, form: string, answers: Answers): Promise<readonly Effect[]>;
  tellProfile(of: PersonRef, profile: Profile): Promise<void>;
  pairUp(one: PersonRef, other: PersonRef): Promise<void>;
  /** Monday comes: everyone who is due has a message in the outbox. */
  monday(instant: number): Promise<void>;
}

function teamsPerson(id: string): PersonRef {
  return { platform: 'teams', workspace: 'tenant', id };
}

export const anaOnSlack = slackPerson('U0ANA');
export const anaInTeams = teamsPerson('aa-ana');
export const ben = slackPerson('U0BEN');
export const cleo = teamsPerson('cc-cleo');

export function twoPlatforms(db: Database): TwoPlatforms {
  const settings: Hospital = { ...someHospital, platforms: ['slack', 'teams'] };
  const profiles = new Map<string, Profile>([
    [anaOnSlack.id, aProfile('Ana Diaz')],
    [anaInTeams.id, aProfile('Diaz, Ana', { timeZone: 'America/New_York' })],
    [ben.id, aProfile('Ben Ode')],
    [cleo.id, aProfile('Cleo Park')],
  ]);
  const lookUp = async ({ id }: PersonRef) => profiles.get(id) ?? ({ unknown: true } as const);
  const hospital: TwoPlatforms = {
    now: Date.parse('2026-11-25T12:00:00Z'),
    settings,
    profiles,
    type: (from, text, colleague) =>
      bot({ id: newId(), from, type: 'command', text, people: colleague === undefined ? [] : [colleague] }),
    press: (from, button) => bot({ id: newId(), from, type: 'press', button, message: null }),
    submit: (from, form, answers) => bot({ id: newId(), from, type: 'submit', form, answers }),
    async tellProfile(of, profile) {
      await bot({ id: newId(), from: of, type: 'profile', profile });
    },
    async pairUp(one, other) {
      const code = codeIn(await hospital.type(one, 'invite'));
      await hospital.type(other, `join ${code}`);
    },
    async monday(instant) {
      hospital.now = instant;
      await planDue(db, { at: instant, now: instant, content });
    },
  };
  const bot = createBot({
    db,
    adapters: new Map([
      ['slack', { lookUp }],
      ['teams', { lookUp }],
    ]),
    clock: { now: () => hospital.now },
    log: createLog('silent', 1),
    metrics: uncounted,
    hospital: async () => settings,
    fallback: settings,
    seals,
    roles: rolesFrom(new Set()),
    content,
    redraw: createRedraw(content.bank),
    callOff,
    whyNotDelivered,
    committed: () => {},
  });
  return hospital;
}

/** What one can read in all answers together. */
export function said(effects: readonly Effect[]): string {
  return effects
    .map((effect) => ('card' in effect ? fallbackText(effect.card) : JSON.stringify(effect)))
    .join('\n');
}

export function codeIn(effects: readonly Effect[]): string {
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said(effects))?.[0];
  if (code === undefined) throw new Error(`no code in: ${said(effects)}`);
  return code;
}

/** Links the two in the way a person does: the code from one, entered with the other. */
export async function linkUp(hospital: TwoPlatforms, maker: PersonRef, other: PersonRef): Promise<string> {
  return said(await hospital.type(other, `link ${codeIn(await hospital.type(maker, 'link'))}`));
}

/** Who someone's buddies are, by name. */
export async function buddiesOf(db: Database, person: PersonRef): Promise<readonly string[]> {
  const member = await findMember(db, person);
  return member === null ? [] : (await findPairs(db, member.id)).map(({ buddy }) => buddy.name).sort();
}

/** The messages of one kind, which is the first word of their key. */
export function messages(db: Database, kind: string) {
  return db
    .selectFrom('outbox')
    .select(['key', 'platform', 'person_id', 'card', 'status'])
    .where('key', 'like', `${kind}:%`)
    .orderBy('created_at')
    .execute();
}

/** Who they are addressed to, as `platform:id`. */
export async function recipients(db: Database, kind: string): Promise<readonly string[]> {
  return (await messages(db, kind)).map((row) => `${row.platform}:${row.person_id}`).sort();
}

/** What an account that is found closed leads to, as the daily look has it. */
export function leaveAt(now: number) {
  return (transaction: Executor, member: Member) =>
    leave(
      { db: transaction, now, redraw: createRedraw(content.bank), seals, hospital: someHospital },
      member.person,
    );
}
