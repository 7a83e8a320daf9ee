import type { Member } from '../../src/people/members/store.ts';

/** Somebody in Paris, nudged on Mondays at nine, who takes part since November and has never paused. */
export function aMember(name: string, member: Partial<Member> = {}): Member {
  return {
    id: name.toLowerCase(),
    person: { platform: 'slack', workspace: 'T01', id: `U${name.toUpperCase()}` },
    name,
    timeZone: 'Europe/Paris',
    nudgeMinute: 9 * 60,
    cadence: 'weekly',
    isOpenToInvitations: true,
    lastWeek: null,
    createdAt: Date.parse('2026-11-02T08:00:00Z'),
    pausedAt: null,
    pausedUntil: null,
    nextWeek: '2026-W49',
    nextNudgeAt: Date.parse('2026-11-30T08:00:00Z'),
    ...member,
  };
}
