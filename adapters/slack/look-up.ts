import type { LookUp } from '../../src/chat/adapter.ts';
import type { PersonRef, Profile } from '../../src/chat/person.ts';
import { object } from '../shared/json.ts';
import type { Calls } from './calls.ts';
import { toProfile } from './profile.ts';

const patienceMs = 2000;
const rememberMs = 60_000;
const rememberAtMost = 1000;

const unknown: ReadonlySet<string> = new Set(['user_not_found', 'users_not_found', 'user_not_visible']);

/** Asks Slack who somebody is, and remembers it for a minute. */
export class People {
  private readonly calls: Calls;
  private readonly now: () => number;
  private readonly remembered = new Map<string, { readonly profile: Profile; readonly until: number }>();

  constructor(calls: Calls, now: () => number) {
    this.calls = calls;
    this.now = now;
  }

  async lookUp({ id }: PersonRef): Promise<LookUp> {
    const known = this.remembered.get(id);
    if (known !== undefined && known.until > this.now()) return known.profile;
    const answer = await this.calls.within(patienceMs, () =>
      this.calls.attempt((web) => web.users.info({ user: id })),
    );
    if (!answer.ok) return unknown.has(answer.code) ? { unknown: true } : { unavailable: true };
    const profile = toProfile(object(answer.value.user));
    this.remember(id, profile);
    return profile;
  }

  remember(id: string, profile: Profile): void {
    this.remembered.delete(id);
    this.remembered.set(id, { profile, until: this.now() + rememberMs });
    const [oldest] = this.remembered.keys();
    if (this.remembered.size > rememberAtMost && oldest !== undefined) this.remembered.delete(oldest);
  }
}
