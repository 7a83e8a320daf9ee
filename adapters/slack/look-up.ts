import type { LookUp } from '../../src/chat/adapter.ts';
import type { PersonRef, Profile } from '../../src/chat/person.ts';
import { object } from '../shared/json.ts';
import { Remembered } from '../shared/remembered.ts';
import type { Calls } from './calls.ts';
import { toProfile } from './profile.ts';

const patienceMs = 2000;
const remembered = { ms: 60_000, atMost: 1000 } as const;

const unknown: ReadonlySet<string> = new Set(['user_not_found', 'users_not_found', 'user_not_visible']);

/** Asks Slack who someone is, and remembers it for a minute. */
export class People {
  private readonly calls: Calls;
  private readonly remembered: Remembered<Profile>;

  constructor(calls: Calls, now: () => number) {
    this.calls = calls;
    this.remembered = new Remembered({ ...remembered, now });
  }

  async lookUp({ id }: PersonRef): Promise<LookUp> {
    const known = this.remembered.find(id);
    if (known !== undefined) return known;
    const answer = await this.calls.within(patienceMs, () =>
      this.calls.attempt((web) => web.users.info({ user: id, include_locale: true })),
    );
    if (!answer.ok) return unknown.has(answer.code) ? { unknown: true } : { unavailable: true };
    const profile = toProfile(object(answer.value.user));
    this.remember(id, profile);
    return profile;
  }

  /** What an event tells of someone, which is all but their language. */
  remember(id: string, profile: Profile): void {
    const language = profile.language ?? this.remembered.find(id)?.language ?? null;
    this.remembered.keep(id, { ...profile, language });
  }
}
