import { nudgeCard } from '../src/features/nudges/cards.ts';
import type { WeekQuestions } from '../src/features/questions/week-questions.ts';
import type { Member } from '../src/people/members/store.ts';

/** A real week's message, for someone with one buddy. */
export function sampleCard() {
  const buddy: Member = {
    id: 'm1',
    person: { platform: 'slack', workspace: 'T0', id: 'U1' },
    name: 'Ana Silva',
    timeZone: 'America/New_York',
    language: 'en',
    chosenLanguage: null,
    hours: 12 as const,
    wantsDeeper: true,
    rhythm: null,
    isOpenToInvitations: false,
    createdAt: 0,
  };
  const questions: WeekQuestions = {
    week: '2026-W48',
    source: 'bank',
    first: 'What has gone better than you thought it would, even if it was small?',
    second: 'Who did you thank lately, or would like to thank?',
    note: '',
    setId: 'small-good-things',
    inSpanish: null,
    deeper: null,
    frozenAt: null,
  };
  const monday = {
    questions,
    pairs: [{ id: 'p1', buddy, startedAt: 0 }],
    checkedIn: new Set<string>(),
    notedToday: new Set<string>(),
    laters: ['evening', 'shift', 'tomorrow', 'thursday'] as const,
  };
  const reader = { language: 'en', timeZone: 'America/New_York', hours: 12, platform: 'slack' } as const;
  return nudgeCard(reader, monday, Date.parse('2026-11-23T14:00:00Z'));
}
