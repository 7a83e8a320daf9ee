import { createBot } from '../../../src/bot/bot.ts';
import type { Effect } from '../../../src/chat/effect.ts';
import { fallbackText } from '../../../src/chat/fallback-text.ts';
import type { PersonRef, Platform } from '../../../src/chat/person.ts';
import type { Database } from '../../../src/db/schema.ts';
import { expireInvitations } from '../../../src/features/invitations/expire.ts';
import { planDue } from '../../../src/features/nudges/plan.ts';
import { callOff, createRedraw } from '../../../src/features/nudges/redraw.ts';
import { whyNotDelivered } from '../../../src/features/nudges/store.ts';
import { rolesFrom } from '../../../src/people/roles/roles.ts';
import type { Log } from '../../../src/system/logger.ts';
import { uncounted } from '../../../src/system/metrics.ts';
import { seals } from '../../support/seals.ts';
import { aProfile, content, slackPerson, someHospital } from '../../support/turn.ts';
import { maxBuddies } from './buddies.ts';

/** The real bot on a real database, as people's hands and the clock reach it. */
export interface RealBot {
  readonly db: Database;
  /** What went wrong behind "something went wrong on my side". */
  readonly bugs: readonly string[];
  now: number;
  command(by: string, text: string, who?: string): Promise<string>;
  press(by: string, button: string): Promise<string>;
  expire(): Promise<string>;
  /** The scheduler plans what is due, and everything that waits arrives. */
  deliver(): Promise<void>;
}

export function realBot(db: Database, start: number): RealBot {
  const bugs: string[] = [];
  const keep = (message: string, fields?: object): void =>
    void bugs.push(JSON.stringify({ message, ...fields }));
  const log: Log = { debug() {}, info() {}, warn: keep, error: keep };
  const lookUp = async ({ id }: PersonRef) => aProfile(`Called ${id.slice(1).toLowerCase()}`);
  const answer = createBot({
    metrics: uncounted,
    db,
    adapters: new Map<Platform, { lookUp: typeof lookUp }>([['slack', { lookUp }]]),
    clock: { now: () => bot.now },
    log,
    seals,
    roles: rolesFrom(new Set()),
    hospital: async () => ({ ...someHospital, maxBuddies }),
    fallback: someHospital,
    content,
    redraw: createRedraw(content.bank),
    callOff,
    whyNotDelivered,
    committed: () => {},
  });
  let events = 0;
  const id = () => {
    events += 1;
    return `event ${events}`;
  };
  const bot: RealBot = {
    db,
    bugs,
    now: start,
    async command(by, text, who) {
      const people = who === undefined ? [] : [slackPerson(who)];
      return said(await answer({ type: 'command', id: id(), from: slackPerson(by), text, people }));
    },
    async press(by, button) {
      return said(await answer({ type: 'press', id: id(), from: slackPerson(by), button, message: null }));
    },
    async expire() {
      return `${await expireInvitations(db, someHospital, bot.now)} have waited too long`;
    },
    async deliver() {
      await planDue(db, { at: bot.now, now: bot.now, content });
      await db
        .updateTable('outbox')
        .set((row) => ({ status: 'sent', card: null, message_ref: row.ref('key'), settled_at: bot.now }))
        .where('status', '=', 'waiting')
        .execute();
    },
  };
  return bot;
}

function said(effects: readonly Effect[]): string {
  return effects.map((effect) => ('card' in effect ? fallbackText(effect.card) : effect.type)).join('\n');
}
