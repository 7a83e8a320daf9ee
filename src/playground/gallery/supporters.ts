import type { GalleryEntry } from '../../../adapters/playground/backstage.ts';
import { lineView } from '../../chat/line-view.ts';
import type { Reader } from '../../chat/reader.ts';
import type { Content } from '../../content/content.ts';
import { meetingCard, thanksCard } from '../../features/gatherings/cards.ts';
import * as cards from '../../features/nominations/cards.ts';
import { inviteView, nominateView, nominationsView } from '../../features/nominations/views.ts';
import { wordsFor as nominationWordsFor } from '../../features/nominations/words.ts';
import { pageOf } from '../../features/pages/rules.ts';
import { programSettingsView } from '../../features/program/support-settings-view.ts';
import { rosterView } from '../../features/roster/views.ts';
import { cardView, savedView } from '../../features/supporters/own-card-view.ts';
import { pickView } from '../../features/supporters/pick-view.ts';
import { parts } from '../../features/supporters/rules.ts';
import type { Supporter } from '../../features/supporters/store.ts';
import { wordsFor } from '../../features/supporters/words.ts';
import { practiceCard } from '../../features/training/cards.ts';
import { guidesView, guideView } from '../../features/training/guide-view.ts';
import { aboutHalf, halves, practiceView } from '../../features/training/practice-view.ts';
import { trainedOnView, trainingView } from '../../features/training/views.ts';
import { wordsFor as trainingWordsFor } from '../../features/training/words.ts';
import { card, view } from './entries.ts';
import { aMonth, ana, ben, chidi, dana, now } from './samples.ts';

const today = '2026-11-23';
const settings = {
  ...{ answerHours: 24, offersNext: true, professions: ['physician', 'nurse'], meeting: '2026-12-10' },
  ...{ remindedOf: null, thankedIn: null, membersThankedIn: null },
};

/** Everything that supporters, and those who look after them, are sent and shown. */
export function supporterEntries(content: Content, reader: Reader): readonly GalleryEntry[] {
  return [...messages(content, reader), ...forAnyone(content, reader), ...ofTheirOwn(content, reader)].concat(
    forDirectors(content, reader),
  );
}

function messages({ support }: Content, reader: Reader): readonly GalleryEntry[] {
  const agendas = support.texts.find(({ id }) => id === 'agendas');
  const meeting = (isToday: boolean) => meetingCard(reader, { day: '2026-12-10', isToday, agendas });
  return [
    card('nominations: the invitation', cards.invitationCard(reader)),
    card('nominations: the invitation has closed', cards.invitationClosedCard(reader)),
    card('nominations: after a yes', cards.welcomeCard(reader)),
    card('training: a role play', practiceCard(reader, aboutHalf('i-am-fine', 'colleague', 'ben'))),
    card('gatherings: a meeting in a week', meeting(false)),
    card('gatherings: a meeting today', meeting(true)),
    card('gatherings: the yearly thanks', thanksCard(reader)),
  ];
}

function forAnyone({ support }: Content, reader: Reader): readonly GalleryEntry[] {
  const { choices, texts } = support;
  const roster = { professions: new Set(['physician', 'nurse']), picked: 'all', today, ownId: null };
  return [
    view('roster: the roster', rosterView(reader, choices, { ...roster, page: pageOf(many, '2') })),
    view('roster: with nobody on it', {
      ...rosterView(reader, choices, { ...roster, professions: new Set(), page: pageOf([], '1') }),
    }),
    view('nominations: name a colleague', nominateView(reader)),
    view('training: the guides', guidesView(reader, texts, null)),
    ...texts.map((guide) =>
      view(`training: the guide "${guide.words.en.title}"`, guideView(reader, guide, '2')),
    ),
  ];
}

function ofTheirOwn({ support }: Content, reader: Reader): readonly GalleryEntry[] {
  const { choices, rolePlays } = support;
  const words = wordsFor(reader);
  const picking = { title: words.own.title, intro: [words.own.intro], nobody: words.own.nobody, more: [] };
  const toPick = { ...picking, intent: 'support.own', label: words.own.pick } as const;
  const [rolePlay] = rolePlays;
  const plays = rolePlay === undefined ? [] : halves.map((half) => ({ rolePlay, half, other: second }));
  return [
    view('supporters: my card', cardView(reader, choices, first)),
    view('supporters: my card, empty', cardView(reader, choices, fresh)),
    view('supporters: my card, saved', savedView(reader, choices, first)),
    view('supporters: my card, saved with nothing shown', savedView(reader, choices, fresh)),
    view('supporters: my own supporter', pickView(reader, { ...toPick, page: pageOf(many, '1') })),
    view(
      'supporters: my own supporter, with nobody else',
      pickView(reader, { ...toPick, page: pageOf([], '1') }),
    ),
    ...plays.map((practicing) =>
      view(`training: practice, as the ${practicing.half}`, practiceView(reader, practicing)),
    ),
    view(
      'supporters: stop?',
      lineView({ id: 'support.leave', title: words.leave.title }, words.leave.ask, [
        { id: 'support.leave:yes', label: words.leave.yes, style: 'danger' },
      ]),
    ),
  ];
}

function forDirectors({ support }: Content, reader: Reader): readonly GalleryEntry[] {
  const named = [
    { id: 'nomination-1', name: dana.name, stands: 'many' },
    { id: 'nomination-2', name: chidi.name, stands: 'few' },
    { id: 'supporter-9', name: ben.name, stands: 'waiting' },
  ] as const;
  const page = pageOf([first, second, fresh], '1');
  const said = trainingWordsFor(reader).trained.saved(first.name);
  return [
    view(
      'nominations: named by colleagues',
      nominationsView(reader, pageOf(named, '1'), nominationWordsFor(reader).invite.done(ben.name)),
    ),
    view('nominations: nobody named', nominationsView(reader, pageOf([], '1'), null)),
    view('nominations: invite someone', inviteView(reader)),
    view('training: who is trained', trainingView(reader, { page, today, mayInvite: true, said })),
    view('training: note a training', trainedOnView(reader, first, today)),
    view('program: settings', programSettingsView(reader, support.choices.professions, settings)),
  ];
}

const fresh: Supporter = {
  id: 'supporter-3',
  person: chidi.person,
  name: chidi.name,
  language: 'en',
  state: 'active',
  ...{ profession: null, specialty: null, rank: null, unit: null, contact: null },
  ...{ kinds: [], languages: [], hours: [], onCall: [], shown: [] },
  mostOffers: 4,
  ...{ awayFrom: null, awayUntil: null, trainedOn: null, ownSupporterId: null },
  ...{ offersYear: 0, offersCount: 0 },
  createdAt: now - aMonth,
};

const first: Supporter = {
  ...fresh,
  id: 'supporter-1',
  person: ana.person,
  name: ana.name,
  ...{ profession: 'physician', specialty: 'anesthesiology', rank: 'senior', contact: '555-010-0199' },
  kinds: ['event-error', 'event-death'],
  languages: ['en', 'es'],
  hours: ['days', 'nights'],
  onCall: ['tue'],
  shown: parts,
  trainedOn: '2026-01-15',
  awayUntil: '2026-10-01',
};

const second: Supporter = {
  ...fresh,
  id: 'supporter-2',
  person: ben.person,
  name: ben.name,
  profession: 'nurse',
  shown: ['profession'],
  trainedOn: '2024-01-15',
  ...{ awayFrom: '2026-11-20', awayUntil: '2026-12-01' },
};

/** More than a page. */
const many = Array.from({ length: 24 }, (_, index) => ({
  ...([first, second, fresh][index % 3] ?? fresh),
  id: `supporter-${index}`,
}));
