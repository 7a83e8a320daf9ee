import type { LookUp } from '../../src/chat/adapter.ts';
import type { Address } from '../../src/chat/delivery.ts';
import { type PersonRef, type Profile, personKey } from '../../src/chat/person.ts';
import { Remembered } from '../shared/remembered.ts';
import { placeOf } from './address.ts';
import type { Calls } from './calls.ts';
import type { Failure } from './failures.ts';
import { toProfile } from './profile.ts';
import type { ServiceUrls } from './service-url.ts';

const patienceMs = 2000;
const remembered = { ms: 60_000, atMost: 1000 } as const;

/** Asks Microsoft who someone is, in the chat with them, and remembers it for a minute. */
export class People {
  private readonly calls: Calls;
  private readonly serviceUrls: ServiceUrls;
  private readonly remembered: Remembered<Profile>;

  constructor(calls: Calls, serviceUrls: ServiceUrls, now: () => number) {
    this.calls = calls;
    this.serviceUrls = serviceUrls;
    this.remembered = new Remembered({ ...remembered, now });
  }

  /** Only who has Buddy can be asked about: anyone else is `absent`. */
  async lookUp(person: PersonRef, address: Address | null): Promise<LookUp> {
    const place = placeOf(address);
    if (place === null || place.removed === true) return { absent: true };
    if (!this.serviceUrls.allows(place.serviceUrl)) return { absent: true };
    const known = this.remembered.find(personKey(person));
    if (known !== undefined) return known;
    const answer = await this.calls.within(patienceMs, () => this.calls.member(place));
    if (!answer.ok) return whatFailed(answer);
    const profile = toProfile(answer.value);
    if (profile === null) return { unavailable: true };
    this.remembered.keep(personKey(person), profile);
    return profile;
  }
}

/** Of a chat that is blocked, or not found just now, Microsoft does not tell whether there is such a person. */
function whatFailed({ why, code, mayPass }: Failure): LookUp {
  if (code === 'MemberNotFoundInConversation') return { unknown: true };
  return why === 'unreachable' && mayPass !== true ? { absent: true } : { unavailable: true };
}
