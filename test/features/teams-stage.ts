import { createBot } from '../../src/bot/bot.ts';
import type { LookUp } from '../../src/chat/adapter.ts';
import type { Effect } from '../../src/chat/effect.ts';
import type { InboundEvent, Whereabouts } from '../../src/chat/event.ts';
import type { Answers } from '../../src/chat/form.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { callOff, createRedraw } from '../../src/features/nudges/redraw.ts';
import { whyNotDelivered } from '../../src/features/nudges/store.ts';
import { rolesFrom } from '../../src/people/roles/roles.ts';
import { createLog } from '../../src/system/logger.ts';
import { uncounted } from '../../src/system/metrics.ts';
import { seals } from '../support/seals.ts';
import { content, someHospital } from '../support/turn.ts';

/** Wednesday, 25 November 2026. */
export const noon = Date.parse('2026-11-25T12:00:00Z');

export function teamsPerson(id: string): PersonRef {
  return { platform: 'teams', workspace: 'tenant', id };
}

/** The core behind a platform whose events tell of their senders, and which has been asked for `asked`. */
export interface TeamsStage {
  readonly asked: { readonly person: PersonRef; readonly address: string | null }[];
  /** What the platform answers when it is asked who someone is. */
  answer: LookUp;
  guestsWelcome: boolean;
  now: number;
  hears(event: Happening): Promise<readonly Effect[]>;
}

/** An event without what every event has; a new id, unless it is given. */
export type Happening = {
  readonly from: PersonRef;
  readonly id?: string;
  readonly contact?: Partial<Whereabouts>;
} & (
  | { readonly says: string }
  | { readonly presses: string }
  | { readonly fillsIn: string; readonly answers: Answers }
  | { readonly app: 'installed' | 'uninstalled' }
);

export function openTeamsStage(db: Database): TeamsStage {
  let events = 0;
  const stage: TeamsStage = {
    asked: [],
    answer: { absent: true },
    guestsWelcome: true,
    now: noon,
    hears(happening) {
      const lookUp = async (person: PersonRef, address: string | null): Promise<LookUp> => {
        stage.asked.push({ person, address });
        return stage.answer;
      };
      events += 1;
      return createBot({
        db,
        adapters: new Map([['teams', { lookUp }]]),
        clock: { now: () => stage.now },
        log: createLog('silent', 1),
        metrics: uncounted,
        seals,
        roles: rolesFrom(new Set()),
        hospital: async () => ({
          ...someHospital,
          guestsWelcome: stage.guestsWelcome,
          platforms: ['teams'],
        }),
        fallback: someHospital,
        content,
        redraw: createRedraw(content.bank),
        callOff,
        whyNotDelivered,
        committed: () => {},
      })(eventOf(happening, happening.id ?? `event ${events}`));
    },
  };
  return stage;
}

function eventOf(happening: Happening, id: string): InboundEvent {
  const { from } = happening;
  const contact = {
    address: `chat of ${from.id}`,
    name: null,
    timeZone: null,
    language: null,
    ...happening.contact,
  };
  const of = { id, from, contact };
  if ('says' in happening) return { ...of, type: 'command', text: happening.says, people: [] };
  if ('presses' in happening) return { ...of, type: 'press', button: happening.presses, message: null };
  if ('fillsIn' in happening)
    return { ...of, type: 'submit', form: happening.fillsIn, answers: happening.answers };
  return { ...of, type: happening.app };
}
