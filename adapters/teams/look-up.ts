import type { LookUp } from '../../src/chat/adapter.ts';
import type { Address } from '../../src/chat/delivery.ts';
import type { PersonRef, Profile } from '../../src/chat/person.ts';
import { placeOf } from './address.ts';
import type { Calls } from './calls.ts';
import type { Failure } from './failures.ts';
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
  async lookUp({ id }: PersonRef, address: Address | null): Promise<LookUp> {
    const place = placeOf(address);
    if (place === null || place.removed === true) return { absent: true };
    if (!this.serviceUrls.allows(place.serviceUrl)) return { absent: true };
    const known = this.remembered.get(id);
    if (known !== undefined && known.until > this.now()) return known.profile;
    const answer = await this.calls.within(patienceMs, () => this.calls.member(place));
    if (!answer.ok) return whatFailed(answer);
    const profile = toProfile(answer.value);
    if (profile === null) return { unavailable: true };
    this.remember(id, profile);
    return profile;
  }

  private remember(id: string, profile: Profile): void {
    this.remembered.delete(id);
    this.remembered.set(id, { profile, until: this.now() + rememberMs });
    const [oldest] = this.remembered.keys();
    if (this.remembered.size > rememberAtMost && oldest !== undefined) this.remembered.delete(oldest);
  }
}

/** Of a chat that is blocked, or not found just now, Microsoft does not tell whether there is such a person. */
function whatFailed({ why, code, mayPass }: Failure): LookUp {
  if (code === 'MemberNotFoundInConversation') return { unknown: true };
  return why === 'unreachable' && mayPass !== true ? { absent: true } : { unavailable: true };
}
