import { nudgeCard } from '../src/features/nudges/cards.ts';

/** A real week's message, for somebody with one buddy. */
export function sampleCard() {
  const buddy = { person: { platform: 'slack', workspace: 'T0', id: 'U1' }, name: 'Ana Silva' } as const;
  const questions = {
    week: '2026-W48',
    source: 'bank',
    first: 'What has gone better than you thought it would, even if it was small?',
    second: 'Whom did you thank lately, or would like to thank?',
    note: '',
  } as const;
  const monday = {
    questions: questions as never,
    pairs: [{ id: 'p1', buddy: buddy as never, startedAt: 0 }],
    checkedIn: new Set<string>(),
    notedToday: new Set<string>(),
    laters: ['evening', 'shift', 'tomorrow', 'thursday'] as const,
  };
  const reader = { language: 'en', timeZone: 'America/New_York', hours: 12, platform: 'slack' } as const;
  return nudgeCard(reader, monday, Date.parse('2026-11-23T14:00:00Z'));
}
