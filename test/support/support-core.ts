import { createBot } from '../../src/bot/bot.ts';
import type { Button, Element } from '../../src/chat/card.ts';
import type { Effect } from '../../src/chat/effect.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import type { Answers } from '../../src/chat/form.ts';
import type { PersonRef, Platform } from '../../src/chat/person.ts';
import type { View } from '../../src/chat/view.ts';
import type { Database } from '../../src/db/schema.ts';
import { callOff, createRedraw } from '../../src/features/nudges/redraw.ts';
import { whyNotDelivered } from '../../src/features/nudges/store.ts';
import { lookAfterKeys, lookAfterReferrals } from '../../src/features/referrals/look-after.ts';
import { rolesFrom } from '../../src/people/roles/roles.ts';
import type { Role } from '../../src/people/roles/rules.ts';
import { appoint } from '../../src/people/roles/store.ts';
import type { Seals } from '../../src/sealing/seals.ts';
import { newId } from '../../src/system/ids.ts';
import type { Log } from '../../src/system/logger.ts';
import { uncounted } from '../../src/system/metrics.ts';
import { seals as sharedSeals } from './seals.ts';
import { aProfile, content, someHospital } from './turn.ts';

/** The core of Buddy as it looks after referrals: the real bot and the real jobs, without a platform and with a clock of the test's. */
export interface SupportCore {
  readonly db: Database;
  /** Set by the test. */
  now: number;
  presses(from: PersonRef, button: string): Promise<readonly Effect[]>;
  says(from: PersonRef, text: string): Promise<readonly Effect[]>;
  sends(from: PersonRef, form: string, answers: Answers): Promise<readonly Effect[]>;
  refers(from: PersonRef, colleagues: readonly PersonRef[], more?: Answers): Promise<readonly Effect[]>;
  appoints(person: PersonRef, role: Role): Promise<void>;
  /** What happens by itself at this moment. */
  tick(): Promise<void>;
  /** What happens by itself every hour. */
  looksAfterKeys(): Promise<void>;
  /** What went wrong behind "something went wrong on my side". */
  readonly faults: readonly string[];
}

export interface CoreOptions {
  readonly seals?: Seals;
  readonly admins?: ReadonlySet<string>;
  readonly log?: Log;
  readonly timeZone?: string;
}

const aTuesday = Date.parse('2026-12-01T15:00:00Z');

export function supportCore(
  db: Database,
  { seals = sharedSeals, admins = new Set(), log, timeZone = someHospital.timeZone }: CoreOptions = {},
): SupportCore {
  const faults: string[] = [];
  const keep = (message: string, fields?: object): void =>
    void faults.push(JSON.stringify({ message, ...fields }));
  const hospital = {
    ...someHospital,
    timeZone,
    guestsWelcome: true,
    admins,
    platforms: ['slack', 'teams'] as const,
  };
  const lookUp = async ({ id }: PersonRef) => aProfile(nameOf(id));
  const bot = createBot({
    db,
    adapters: new Map<Platform, { lookUp: typeof lookUp }>([
      ['slack', { lookUp }],
      ['teams', { lookUp }],
    ]),
    clock: { now: () => core.now },
    log: log ?? { debug() {}, info() {}, warn: keep, error: keep },
    metrics: uncounted,
    seals,
    roles: rolesFrom(admins),
    hospital: async () => hospital,
    fallback: hospital,
    content,
    redraw: createRedraw(content.bank),
    callOff,
    whyNotDelivered,
    committed: () => {},
  });
  const happens = (event: object) => bot({ ...event, id: newId() } as InboundEvent);
  const core: SupportCore = {
    db,
    now: aTuesday,
    presses: (from, button) => happens({ type: 'press', from, button, message: null }),
    says: (from, text) => happens({ type: 'command', from, text, people: [] }),
    sends: (from, form, answers) => happens({ type: 'submit', from, form, answers }),
    refers: (from, colleagues, more = {}) =>
      core.sends(from, 'support.refer', { colleagues, kind: 'event-error', soon: 'week', ...more }),
    async appoints(person, role) {
      await appoint(db, { person, name: nameOf(person.id) }, role, core.now);
    },
    async tick() {
      await lookAfterReferrals({ db, seals, content, hospital }, core.now);
    },
    looksAfterKeys: () => lookAfterKeys({ db, seals, content, hospital }, core.now),
    faults,
  };
  return core;
}

/** As the platform has it: nothing of it is in the id, nor the other way round. */
export function nameOf(id: string): string {
  return `Doctor ${[...id].reverse().join('').toLowerCase()}`;
}

/** The one view that was shown. */
export function viewOf(effects: readonly Effect[]): View {
  const [effect] = effects;
  if (effect?.type === 'view') return effect.view;
  throw new Error(`no view was shown but ${effect?.type ?? 'nothing'}`);
}

/** Everything one can read and pick in what was answered. */
export function everythingIn(effects: readonly Effect[]): string {
  return effects.map((effect) => JSON.stringify(effect)).join('\n');
}

export function buttonsIn(elements: readonly Element[]): readonly Button[] {
  return elements.flatMap((element) => (element.type === 'buttons' ? element.buttons : []));
}
