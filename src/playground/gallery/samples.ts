import { refOf } from '../../../adapters/playground/ward.ts';
import { millisecondsInDay } from '../../calendar/spans.ts';
import type { Mention } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import type { BankSet } from '../../content/bank.ts';
import type { LinkedAccount } from '../../features/accounts/store.ts';
import type { Status } from '../../features/checkins/cards.ts';
import { acknowledgementText } from '../../features/checkins/rules.ts';
import type { NewCode } from '../../features/codes/cards.ts';
import type { AllFigures, WeekFigures } from '../../features/figures/read.ts';
import type { Figures } from '../../features/figures/release.ts';
import type { Invitation } from '../../features/invitations/store.ts';
import type { Pair } from '../../features/pairing/store.ts';
import type { AskedBefore } from '../../features/questions/asked-before.ts';
import type { WeekQuestions } from '../../features/questions/week-questions.ts';
import type { Namesake } from '../../people/contacts/store.ts';
import { type Member, type MemberWithRhythm, mentionOf } from '../../people/members/store.ts';

/** Made-up content for the gallery: a Monday morning in New York. */
export const now = Date.parse('2026-11-23T14:00:00Z');
export const zone = 'America/New_York';
export const week = '2026-W48';

export const day = millisecondsInDay;
export const aMonth = 30 * day;

/** Who reads the gallery. */
export const reader: Reader = { language: 'en', timeZone: zone, hours: 12, platform: 'playground' };

export const ana = member('ana', 'Ana Silva');
export const ben = member('ben', 'Ben Okafor');
export const chidi = member('chidi', 'Chidi Eze');
export const away: Member = {
  ...ben,
  rhythm: { ...ben.rhythm, pausedAt: now - day, pausedUntil: now + 14 * day },
};
export const dana: Mention = { person: refOf('dana'), name: 'Dana Levi' };
export const benName = mentionOf(ben);

/** A member, and a contact who is none. */
export const namesakes: readonly Namesake[] = [
  { ...benName, memberId: ben.id },
  { ...dana, memberId: null },
];

export const withBen: Pair = { id: 'pair-1', buddy: ben, startedAt: now - aMonth };
export const withChidi: Pair = { id: 'pair-2', buddy: chidi, startedAt: now - aMonth };
export const withAway: Pair = { ...withBen, buddy: away };
export const benCheckedIn = new Set([acknowledgementText(withBen.id, week)]);

export const linked: LinkedAccount = {
  person: { platform: 'teams', workspace: 'ward', id: 'ana' },
  name: 'Ana Silva',
  linkedAt: now - day,
};

export const newCode: NewCode = {
  code: '7K3M-Q9XD',
  until: 'Monday 7 December',
  oldestStopped: false,
};

export const questions: WeekQuestions = {
  week,
  source: 'bank',
  first: 'What went better last week than you had expected?',
  second: 'What would make the week ahead one notch lighter?',
  inSpanish: {
    first: '¿Qué salió mejor la semana pasada de lo que esperabas?',
    second: '¿Qué haría un poco más ligera la semana que viene?',
  },
  note: '',
  deeper: null,
  setId: null,
  frozenAt: null,
};
export const posted: WeekQuestions = {
  ...questions,
  source: 'posted',
  note: 'A short week: thank you to everyone who works on Thursday.',
};
export const withDeeper: WeekQuestions = {
  ...questions,
  deeper: {
    type: 'question',
    words: {
      en: 'What makes a friendship last, in your experience?',
      es: 'Por lo que has vivido, ¿qué hace que una amistad dure?',
    },
  },
};
export const withLong: WeekQuestions = { ...questions, deeper: { type: 'long' } };
export const noNudge: WeekQuestions = { ...questions, source: 'none', first: '', second: '' };
export const askedBefore: readonly AskedBefore[] = [{ week: '2025-W46', question: questions.first }];
export const bankSet: BankSet = {
  id: 'sample',
  theme: 'sample',
  weight: 'light',
  weeks: null,
  words: { en: { first: questions.first, second: questions.second } },
};

export const toDana: Invitation = {
  id: 'invitation-1',
  inviterId: ana.id,
  invitee: dana.person,
  inviteeName: dana.name,
  status: 'waiting',
  expiresAt: now + 14 * day,
};

export const status: Status = {
  me: ana,
  pairs: [withBen, withChidi],
  week,
  checkedIn: benCheckedIn,
  notedToday: benCheckedIn,
  notDelivered: null,
  questions,
  sent: [toDana],
  received: [{ invitation: { ...toDana, id: 'invitation-2' }, inviter: member('farah', 'Farah Haddad') }],
};
export const nobodysStatus: Status = { ...status, me: null, pairs: [], sent: [], received: [] };
export const pausedStatus: Status = {
  ...status,
  me: { ...ana, rhythm: { ...ana.rhythm, pausedAt: now } },
  sent: [],
  received: [],
};

const weeks: readonly WeekFigures[] = [
  { week: '2026-W48', type: 'under-way', progress: { sent: 132, failed: 0, waiting: 11 }, step: 11 },
  {
    week: '2026-W47',
    type: 'ended',
    smallest: 11,
    figures: {
      outcomes: { type: 'groups', total: 165, shown: [{ name: 'sent', count: 130 }], together: 35 },
      platforms: [
        { name: 'slack', count: 90, total: 105 },
        { name: 'teams', count: 45, total: 60 },
      ],
      checkins: checkins(40, 25),
    },
  },
  {
    week: '2026-W46',
    type: 'ended',
    smallest: 11,
    figures: { outcomes: { type: 'nearly-all', total: 160, name: 'sent' }, platforms: [], checkins: null },
  },
  { week: '2026-W45', type: 'ended', smallest: 5, figures: null },
  {
    week: '2026-W44',
    type: 'ended',
    smallest: 11,
    figures: { outcomes: null, platforms: [], checkins: checkins(35, 35) },
  },
];

function checkins(checkedIn: number, not: number): Figures<'week'>['checkins'] {
  const shown = [
    { name: 'checked-in' as const, count: checkedIn },
    { name: 'not' as const, count: not },
  ];
  return { type: 'groups', total: checkedIn + not, shown, together: 0 };
}

export const figures: AllFigures = {
  weeks,
  quarters: [
    {
      period: '2026-Q3',
      smallest: 11,
      figures: {
        members: 155,
        pairs: 70,
        started: 25,
        startedBy: { type: 'nearly-all', total: 25, name: 'invitation' },
        cadences: {
          type: 'groups',
          total: 155,
          shown: [{ name: 'weekly', count: 120 }],
          together: 35,
        },
        professions: null,
      },
    },
  ],
  pulses: [],
  together: [
    {
      halfYear: '2026-H1',
      points: [{ months: 3, point: { type: 'share', share: 85 } }],
    },
    {
      halfYear: '2025-H2',
      points: [
        { months: 3, point: { type: 'as-before' } },
        { months: 6, point: { type: 'share', share: 75 } },
      ],
    },
  ],
};

function member(id: string, name: string): MemberWithRhythm {
  return {
    id: `member-${id}`,
    person: refOf(id),
    name,
    timeZone: zone,
    language: 'en',
    chosenLanguage: null,
    hours: 12,
    rhythm: {
      nudgeMinute: 9 * 60,
      cadence: 'weekly',
      lastWeek: '2026-W47',
      nextWeek: '2026-W49',
      nextNudgeAt: now + 7 * day,
      pausedAt: null,
      pausedUntil: null,
    },
    isOpenToInvitations: true,
    wantsDeeper: true,
    createdAt: now - aMonth,
  };
}
