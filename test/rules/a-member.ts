import type { Rhythm } from '../../src/people/members/rules.ts';
import type { MemberWithRhythm } from '../../src/people/members/store.ts';

/** Paris at nine, every Monday, and never paused. */
const rhythm: Rhythm = {
  nudgeMinute: 9 * 60,
  cadence: 'weekly',
  lastWeek: null,
  pausedAt: null,
  pausedUntil: null,
  nextWeek: '2026-W49',
  nextNudgeAt: Date.parse('2026-11-30T08:00:00Z'),
};

/** Someone in Paris, nudged on Mondays at nine, who takes part since November and has never paused. */
export function aMember(
  name: string,
  { rhythm: own, ...member }: Partial<Omit<MemberWithRhythm, 'rhythm'>> & { rhythm?: Partial<Rhythm> } = {},
): MemberWithRhythm {
  return {
    id: name.toLowerCase(),
    person: { platform: 'slack', workspace: 'T01', id: `U${name.toUpperCase()}` },
    name,
    timeZone: 'Europe/Paris',
    language: 'en',
    chosenLanguage: null,
    hours: 12,
    rhythm: { ...rhythm, ...own },
    isOpenToInvitations: true,
    wantsDeeper: true,
    createdAt: Date.parse('2026-11-02T08:00:00Z'),
    ...member,
  };
}
