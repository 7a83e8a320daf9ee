import type { LookUp } from '../../src/chat/adapter.ts';
import type { Address } from '../../src/chat/delivery.ts';
import { type PersonRef, type Profile, personKey } from '../../src/chat/person.ts';
import { placeOf } from './address.ts';
import type { Calls } from './calls.ts';
import { toProfile } from './profile.ts';
import type { ServiceUrls } from './service-url.ts';

const patienceMs = 2000;
const rememberMs = 60_000;
const rememberAtMost = 1000;

/** Asks Microsoft who somebody is, in the chat with them, and remembers it for a minute. */
export class People {
  private readonly calls: Calls;
  private readonly serviceUrls: ServiceUrls;
  private readonly now: () => number;
  private readonly remembered = new Map<string, { readonly profile: Profile; readonly until: number }>();

  constructor(calls: Calls, serviceUrls: ServiceUrls, now: () => number) {
    this.calls = calls;
    this.serviceUrls = serviceUrls;
    this.now = now;
  }

  /** Only who has Buddy can be asked about: anybody else is `absent`. */
  async lookUp(person: PersonRef, address: Address | null): Promise<LookUp> {
    const place = placeOf(address);
    if (place === null || place.removed === true) return { absent: true };
    if (!this.serviceUrls.allows(place.serviceUrl)) return { absent: true };
    const known = this.remembered.get(personKey(person));
    if (known !== undefined && known.until > this.now()) return known.profile;
    const answer = await this.calls.within(patienceMs, () => this.calls.member(place));
    if (!answer.ok) return whatFailed(answer.why, answer.code);
    const profile = toProfile(answer.value);
    if (profile === null) return { unavailable: true };
    this.remember(personKey(person), profile);
    return profile;
  }

  private remember(key: string, profile: Profile): void {
    this.remembered.delete(key);
    this.remembered.set(key, { profile, until: this.now() + rememberMs });
    const [oldest] = this.remembered.keys();
    if (this.remembered.size > rememberAtMost && oldest !== undefined) this.remembered.delete(oldest);
  }
}

/** Of a chat that is blocked or gone Microsoft does not tell whether there is such a person. */
function whatFailed(why: string, code: string): LookUp {
  if (why !== 'unreachable') return { unavailable: true };
  return code === 'MemberNotFoundInConversation' || code === 'http_404'
    ? { unknown: true }
    : { absent: true };
}
