import type { ChatAdapter } from '../chat/adapter.ts';
import type { InboundEvent } from '../chat/event.ts';
import type { Language } from '../chat/language.ts';
import type { PersonRef, Platform, Profile } from '../chat/person.ts';
import type { Hospital } from '../config/hospital.ts';
import type { Database } from '../db/schema.ts';
import { findColleague, findLanguage, findNewcomer } from '../people/find-people.ts';
import { findMember } from '../people/members/store.ts';
import type { Intent } from './intent.ts';
import type { Route } from './route.ts';
import type { Colleague, Turn } from './turn.ts';

interface LookUpParts {
  readonly db: Database;
  readonly adapters: ReadonlyMap<Platform, Pick<ChatAdapter, 'lookUp'>>;
  readonly hospital: Hospital;
}

/** Who an event is from and about, as far as they were looked up. */
export interface Found {
  /** Whether it was seen, on the way, that they're a member. */
  readonly isMember: boolean;
  readonly newcomer: Profile | null;
  readonly colleague: Turn['colleague'];
  readonly colleagues: Turn['colleagues'];
  /** Of someone who wasn't looked up otherwise. */
  readonly language: Language | null;
}

/**
 * What the handler must know of people, asked before its transaction: none is open while a platform is awaited.
 * `unavailable` when a platform can't say just now who one of them is.
 */
export async function lookUpPeople(
  parts: LookUpParts,
  event: InboundEvent,
  { person, people }: Intent,
  route: Route,
): Promise<Found | 'unavailable'> {
  const { guestsWelcome } = parts.hospital;
  // Where events tell of their sender, what language they read is known by now.
  const asksLanguage = event.contact === undefined && event.type !== 'profile';
  const asks = route.looksUpNewcomer === true || asksLanguage;
  const isMember = asks && (await findMember(parts.db, event.from)) !== null;
  const isNew = route.looksUpNewcomer === true && !isMember;
  const who = (one: PersonRef) => findColleague(parts, one, guestsWelcome);
  const [newcomer, colleague, language, ...others] = await Promise.all([
    isNew ? findNewcomer(parts, event.from, guestsWelcome) : null,
    person === null ? null : who(person),
    asksLanguage && !isNew && !isMember ? findLanguage(parts, event.from) : null,
    ...people.map(async (one) => ({ person: one, is: await who(one) })),
  ]);
  const colleagues = others.filter(isKnown);
  if (newcomer === 'unavailable' || colleague === 'unavailable') return 'unavailable';
  if (colleagues.length < others.length) return 'unavailable';
  return { isMember, newcomer, colleague, colleagues, language };
}

function isKnown(one: {
  readonly person: PersonRef;
  readonly is: Colleague['is'] | 'unavailable';
}): one is Colleague {
  return one.is !== 'unavailable';
}
