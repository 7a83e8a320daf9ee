import type { GalleryEntry } from '../../adapters/playground/backstage.ts';
import type { Card, Words } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import type { Reader } from '../chat/reader.ts';
import { asCard } from '../chat/say.ts';
import type { Content } from '../content/content.ts';
import * as accounts from '../features/accounts/cards.ts';
import * as checkins from '../features/checkins/cards.ts';
import * as choosing from '../features/choosing/cards.ts';
import * as codes from '../features/codes/cards.ts';
import * as figures from '../features/figures/cards.ts';
import * as help from '../features/help/cards.ts';
import * as home from '../features/home/cards.ts';
import * as invitations from '../features/invitations/cards.ts';
import * as nudges from '../features/nudges/cards.ts';
import * as pairing from '../features/pairing/cards.ts';
import type { Pair } from '../features/pairing/store.ts';
import * as privacy from '../features/privacy/cards.ts';
import * as questions from '../features/questions/cards.ts';
import * as questionForms from '../features/questions/forms.ts';
import * as resources from '../features/resources/cards.ts';
import * as settings from '../features/settings/cards.ts';
import type { Role } from '../people/roles/rules.ts';
import { held, nothingHeld } from './gallery-held.ts';
import { drawnIn } from './gallery-language.ts';
import { planningEntries } from './gallery-planning.ts';
import * as sample from './gallery-samples.ts';
import { sentences } from './gallery-sentences.ts';
import { supportGallery } from './gallery-support.ts';
import { supporterEntries } from './gallery-supporters.ts';

const { ana, ben, chidi, now, week } = sample;

/** Every card, form and view that Buddy can send, with made-up content, room by room. */
export function gallery(content: Content, reader: Reader): readonly GalleryEntry[] {
  return [
    ...pairs(reader),
    ...mondays(reader),
    ...administration(reader, content),
    ...everyday(reader, content),
    ...supportGallery(reader, content),
    ...supporterEntries(content, reader),
    ...sentences(reader).map(([name, words]) => card(name, words)),
  ].map((entry) => drawnIn(entry, reader.language));
}

function pairs(reader: Reader): readonly GalleryEntry[] {
  const prompts = ['Who made a hard shift easier for you?', 'Who would you like to talk to more often?'];
  return [
    card(
      'choosing: who to ask',
      choosing.choosingCard(reader, { questions: prompts, openPeople: [ben, chidi], amOpen: false }),
    ),
    card(
      'choosing: who to ask, with nobody open yet',
      choosing.choosingCard(reader, { questions: prompts, openPeople: [], amOpen: true }),
    ),
    card(
      'choosing: open to an invitation',
      choosing.nowOpenCard(reader, { isPaused: false, hadRefused: false }),
    ),
    card(
      'choosing: open to an invitation while paused',
      choosing.nowOpenCard(reader, { isPaused: true, hadRefused: true }),
    ),
    card('choosing: no longer shown', choosing.nowClosedCard(reader)),
    card('invitations: several of one name', invitations.namesakesCard(reader, sample.namesakes)),
    form('invitations: invite a colleague', invitations.inviteForm(reader)),
    card('invitations: what the colleague gets', invitations.invitationCard(reader, sample.toDana, ana)),
    card('invitations: not to be asked again', invitations.refusedCard(reader, sample.toDana, ana)),
    card('invitations: to be asked by nobody', invitations.nobodyAsksCard(reader)),
    card('invitations: some may not ask, in the settings', {
      elements: invitations.askElements(reader, [{ by: 'someone', since: now }]),
    }),
    card('invitations: sent', invitations.sentCard(reader, sample.toDana)),
    card('invitations: declined', invitations.wasDeclinedCard(reader, sample.toDana)),
    card('codes: a code', codes.codeCard(reader, sample.newCode, ['playground'])),
    card(
      'codes: a sixth code',
      codes.codeCard(reader, { ...sample.newCode, oldestStopped: true }, ['playground']),
    ),
    card(
      'codes: a code for a colleague on either platform',
      codes.codeCard(reader, sample.newCode, ['slack', 'teams']),
    ),
    card('codes: for a colleague without the app', codes.passOnCard(reader, sample.newCode)),
    card('codes: join, without the code', codes.typeTheCodeCard(reader)),
    form('codes: join with a code', codes.joinForm(reader)),
    card(
      'accounts: a code',
      accounts.linkCodeCard(reader, '7K3M-Q9XD', { here: 'slack', others: ['teams'] }),
    ),
    card('accounts: nothing to link yet', accounts.nothingYetCard(reader, ['teams'])),
    form('accounts: enter a code', accounts.linkForm(reader)),
    card('accounts: how to link, below a list of commands', {
      elements: accounts.linkElements(reader, ['slack', 'teams']),
    }),
    card('accounts: linked', accounts.linkedCard(reader, ana, sample.linked)),
    card('accounts: to the one whose code was used', accounts.wasLinkedCard(reader, 'teams')),
    card('pairing: new buddies', pairing.newBuddyCard(reader, ana, ben, now)),
    card('pairing: stop with the one buddy', pairing.endCard(reader, [sample.withBen])),
    card('pairing: stop with which buddy', pairing.endCard(reader, [sample.withBen, sample.withChidi])),
    card('pairing: the other has stopped', pairing.otherEndedCard(reader, ben)),
    card('pairing: the other has left', pairing.otherLeftCard(reader, ben.name)),
  ];
}

function mondays(reader: Reader): readonly GalleryEntry[] {
  const { withAway, withBen, withChidi, benCheckedIn } = sample;
  return [
    card('nudges: Monday', nudges.nudgeCard(reader, monday([withBen]), now)),
    card(
      'nudges: Monday, checked in',
      nudges.nudgeCard(
        reader,
        { ...monday([withBen]), checkedIn: benCheckedIn, notedToday: benCheckedIn },
        now,
      ),
    ),
    card(
      'nudges: Monday with two buddies and a line above',
      nudges.nudgeCard(
        reader,
        { ...monday([withBen, withChidi]), questions: sample.posted, checkedIn: benCheckedIn },
        now,
      ),
    ),
    card(
      'nudges: Monday, with one more for half an hour',
      nudges.nudgeCard(reader, { ...monday([withBen]), questions: sample.withDeeper }, now),
    ),
    card(
      'nudges: Monday, with a meal or a walk',
      nudges.nudgeCard(reader, { ...monday([withBen]), questions: sample.withLong }, now),
    ),
    card('nudges: Monday with a buddy who is away', nudges.nudgeCard(reader, monday([withAway]), now)),
    card('nudges: Monday, the buddy has left', nudges.nudgeCard(reader, monday([]), now)),
    card(
      'nudges: when to remind',
      nudges.laterCard(reader, 'When should I remind you?', ['shift', 'tomorrow']),
    ),
    card('nudges: the reminder', nudges.reminderCard(reader, monday([withBen]))),
    card('checkins: status', checkins.statusCard(reader, sample.status, now)),
    card('checkins: status without a buddy', checkins.statusCard(reader, sample.nobodysStatus, now)),
    card('checkins: status while paused', checkins.statusCard(reader, sample.pausedStatus, now)),
    card('checkins: the button alone', {
      elements: [{ type: 'buttons', buttons: [checkins.acknowledgeButton(reader, withBen, week)] }],
    }),
    card('checkins: one buddy', {
      elements: checkins.buddyElements(reader, withBen, {
        week,
        checkedIn: new Set(),
        notedToday: new Set(),
        now,
      }),
    }),
    card('checkins: who to ask', checkins.reachWhomCard(reader, [withBen, withChidi])),
    card('checkins: what the buddy gets', checkins.couldUseCard(reader, ana, 'pair-1/reach-1')),
    card('checkins: asked', checkins.withLines(reader, ['I have told ', sample.benName, '.'])),
    card('settings: paused', settings.pausedCard(reader, ana)),
    card('settings: paused until a day', settings.pausedUntilCard(reader, ana, now + 1_209_600_000)),
    form('settings: pause until a day', settings.pauseForm(reader)),
    card(
      'settings: as they are set',
      settings.settingsCard(reader, ana, invitations.askElements(reader, [])),
    ),
    card(
      'settings: as they are set, where there are two platforms',
      settings.settingsCard(
        reader,
        ana,
        accounts.accountElements(reader, ana, { linked: null, platforms: ['slack', 'teams'] }),
      ),
    ),
    form('settings: time and rhythm', settings.settingsForm(reader, ana)),
    card('settings: the other languages', {
      elements: [{ type: 'buttons', buttons: settings.languageButtons(reader) }],
    }),
    card('settings: just the two questions', settings.deeperCard(reader, false)),
    card('settings: half an hour, once a month', settings.deeperCard(reader, true)),
    card('settings: saved', settings.sayNext(reader, ana.rhythm, { hasBuddy: true, now })),
  ];
}

function administration(reader: Reader, content: Content): readonly GalleryEntry[] {
  const { member, administrator } = rolesOf(reader);
  const { posted, noNudge } = sample;
  const bank = sample.questions;
  const posting = { weeks: [bank, posted, noNudge], bank: sample.bankSet, edits: null };
  return [
    card('questions: this week', questions.thisWeekCard(member, { ...bank, frozenAt: now })),
    card('questions: this week, for an administrator', questions.thisWeekCard(administrator, posted)),
    card('questions: a week without a nudge', questions.thisWeekCard(member, noNudge)),
    card(
      'questions: the weeks ahead',
      questions.adminCard(reader, {
        planned: [bank, posted, noNudge],
        toEdit: [bank, posted, noNudge],
        next: week,
        lines: resources.linesButton(reader, content.resources, now),
      }),
    ),
    form('questions: post', questionForms.postForm(reader, { ...posting, planned: posted })),
    form(
      'questions: post, with the bank below',
      questionForms.postForm(reader, { ...posting, planned: bank }),
    ),
    card('questions: the preview', questions.previewCard(reader, posted, sample.askedBefore)),
    card('questions: the two of a week', { elements: questions.questionElements(reader, posted) }),
    card(
      "questions: Monday's message before the buddies",
      questions.weeklyCard(reader, {
        heading: 'Two questions for you and Ben',
        questions: posted,
        buddyElements: [],
        laterButtons: [],
      }),
    ),
    ...planningEntries(reader),
    card('figures: the last Mondays', figures.figuresCard(reader, sample.figures, 11, [])),
    card('figures: no Monday yet', figures.figuresCard(reader, [], 11, [])),
    card(
      'figures: one week in lines',
      sample.figures.flatMap((one) => figures.weekLines(reader, one, 11)).join('\n'),
    ),
  ];
}

function everyday(reader: Reader, content: Content): readonly GalleryEntry[] {
  const { guides, resources: lines } = content;
  const { member, administrator } = rolesOf(reader);
  return [
    card('home: the page', home.homeCard(member, sample.status, now)),
    card(
      'home: the page of an administrator without a buddy',
      home.homeCard(administrator, sample.nobodysStatus, now),
    ),
    card('help: welcome', help.welcomeCard(reader, lines)),
    card('help: commands', help.helpCard(asking(member, []), lines)),
    card('help: for someone with a buddy', help.helpCard(asking(member, [sample.withBen]), lines)),
    card(
      'help: everything, for an administrator',
      help.moreCard(asking(administrator, []), lines, ['slack', 'teams']),
    ),
    card('help: to free words', help.unknownCard(reader, [sample.withBen], lines)),
    card('help: to free words, without a buddy', help.unknownCard(reader, [], lines)),
    card('resources: which lines to look up', resources.linesCard(reader, lines, now)),
    card('resources: where to turn', resources.resourcesCard(reader, lines, now)),
    card('help: did you mean', help.meantCard(reader, { id: 'members.pause', label: 'Pause' })),
    card('help: a word in passing', help.menuCard(asking(member, []), 'Hello.')),
    card('resources: people in danger first', { elements: resources.urgentLines(reader, lines) }),
    card('resources: the same in one line', { elements: [resources.urgentLine(reader, lines)] }),
    card('invitations: a name that nobody has', invitations.unknownNameCard(reader, lines)),
    card('invitations: several at once', invitations.onePersonCard(reader)),
    ...guides.map((guide) =>
      card(
        `resources: the guide "${guide.words.en.title}"`,
        resources.guideCard(reader, guide, content, now),
      ),
    ),
    card('privacy: what is held', privacy.privacyCard(reader, held, 11)),
    card('privacy: nothing is held', privacy.privacyCard(reader, nothingHeld, 11)),
    card('privacy: a copy', privacy.copyCard(reader, held, { now, part: 1 })),
    card('privacy: erase?', privacy.eraseCard(reader)),
    card('privacy: erased', privacy.erasedCard(reader, nothingHeld)),
    card('privacy: erased by someone who asked others lately', privacy.erasedCard(reader, held)),
    card('invitations: the invited one is gone', invitations.inviteeGoneCard(reader, 'Ben Okafor')),
    card('privacy: in place of an outdated message', privacy.outdatedCard(reader)),
  ];
}

function card(name: string, content: Card | Words): GalleryEntry {
  return { name, card: asCard(content) };
}

function form(name: string, content: Form): GalleryEntry {
  return { name, form: content };
}

function monday(pairs: readonly Pair[]): nudges.Monday {
  return {
    questions: sample.questions,
    pairs,
    checkedIn: new Set(),
    notedToday: new Set(),
    laters: ['evening', 'shift', 'tomorrow', 'thursday'],
  };
}

function rolesOf(reader: Reader) {
  return {
    member: { reader, roles: new Set<Role>() },
    administrator: { reader, roles: new Set<Role>(['administrator']) },
  };
}

function asking(who: Pick<help.Asking, 'reader' | 'roles'>, pairs: readonly Pair[]): help.Asking {
  return { ...who, member: null, pairs, now };
}
