import type { GalleryEntry } from '../../adapters/playground/backstage.ts';
import type { Card, Words } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
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
import * as privacy from '../features/privacy/cards.ts';
import * as questions from '../features/questions/cards.ts';
import * as questionForms from '../features/questions/forms.ts';
import * as resources from '../features/resources/cards.ts';
import * as settings from '../features/settings/cards.ts';
import * as sample from './gallery-samples.ts';
import { sentences } from './gallery-sentences.ts';

const { ana, ben, chidi, now, week, zone } = sample;

/** Every card and every form that Buddy can send, with made-up content, room by room. */
export function gallery(content: Content): readonly GalleryEntry[] {
  return [
    ...pairs(),
    ...mondays(),
    ...administration(),
    ...everyday(content),
    ...sentences().map(([name, words]) => card(name, words)),
  ];
}

function pairs(): readonly GalleryEntry[] {
  const prompts = ['Who made a hard shift easier for you?', 'With whom would you like to talk more often?'];
  return [
    card(
      'choosing: whom to ask',
      choosing.choosingCard({ questions: prompts, openPeople: [ben, chidi], amOpen: false }),
    ),
    card(
      'choosing: whom to ask, with nobody open yet',
      choosing.choosingCard({ questions: prompts, openPeople: [], amOpen: true }),
    ),
    card('choosing: open to an invitation', choosing.nowOpenCard(false)),
    card('choosing: open to an invitation while paused', choosing.nowOpenCard(true)),
    card('choosing: no longer shown', choosing.nowClosedCard),
    card('invitations: several of one name', invitations.namesakesCard(sample.namesakes)),
    form('invitations: invite a colleague', invitations.inviteForm),
    card('invitations: what the colleague gets', invitations.invitationCard(sample.toDana, ana, zone)),
    card('invitations: sent', invitations.sentCard(sample.toDana)),
    card('invitations: declined', invitations.wasDeclinedCard(sample.toDana)),
    card('codes: a code', codes.codeCard(sample.newCode)),
    card('codes: a sixth code', codes.codeCard({ ...sample.newCode, oldestStopped: true })),
    card(
      'codes: a code for a colleague on either platform',
      codes.codeCard({ ...sample.newCode, platforms: ['slack', 'teams'] }),
    ),
    card(
      'codes: for a colleague without the app',
      codes.passOnCard({ code: '7K3M-Q9XD', until: 'Monday 7 December', oldestStopped: false }),
    ),
    card('codes: join, without the code', codes.typeTheCodeCard),
    form('codes: join with a code', codes.joinForm),
    card('accounts: a code', accounts.linkCodeCard('7K3M-Q9XD', 'slack', ['teams'])),
    card('accounts: nothing to link yet', accounts.nothingYetCard(['teams'])),
    form('accounts: enter a code', accounts.linkForm),
    card('accounts: how to link, below a list of commands', {
      elements: accounts.linkElements(['slack', 'teams']),
    }),
    card('accounts: linked', accounts.linkedCard(ana, sample.linked)),
    card('accounts: to the one whose code was used', accounts.wasLinkedCard('teams')),
    card('pairing: new buddies', pairing.newBuddyCard(ana, ben, now)),
    card('pairing: stop with the one buddy', pairing.endCard([sample.withBen])),
    card('pairing: stop with which buddy', pairing.endCard([sample.withBen, sample.withChidi])),
    card('pairing: the other has stopped', pairing.otherEndedCard(ben)),
    card('pairing: the other has left', pairing.otherLeftCard(ben.name)),
  ];
}

function mondays(): readonly GalleryEntry[] {
  const nobody = new Set<string>();
  const { withAway, withBen, withChidi, benCheckedIn } = sample;
  return [
    card('nudges: Monday', nudges.nudgeCard(sample.questions, week, [withBen], nobody, now)),
    card(
      'nudges: Monday, checked in',
      nudges.nudgeCard(sample.questions, week, [withBen], benCheckedIn, now),
    ),
    card(
      'nudges: Monday with two buddies and a line above',
      nudges.nudgeCard(sample.posted, week, [withBen, withChidi], benCheckedIn, now),
    ),
    card(
      'nudges: Monday with a buddy who is away',
      nudges.nudgeCard(sample.questions, week, [withAway], nobody, now),
    ),
    card('nudges: Monday, the buddy has left', nudges.nudgeCard(sample.questions, week, [], nobody, now)),
    card('nudges: when to remind', nudges.laterCard('When shall I remind you?')),
    card('nudges: the reminder', nudges.reminderCard(sample.questions)),
    card('checkins: status', checkins.statusCard(sample.status, now)),
    card('checkins: status without a buddy', checkins.statusCard(sample.nobodysStatus, now)),
    card('checkins: status while paused', checkins.statusCard(sample.pausedStatus, now)),
    card('checkins: one buddy', { elements: checkins.buddyElements(withBen, week, false, now) }),
    card('checkins: ask whom', checkins.reachWhomCard([withBen, withChidi])),
    card('checkins: what the buddy gets', checkins.couldUseCard(ana)),
    card('checkins: asked', checkins.withLines(['I have told ', sample.benName, '.'])),
    card('settings: paused', settings.pausedCard),
    card('settings: paused until a day', settings.pausedUntilCard(now + 1_209_600_000, zone)),
    form('settings: pause until a day', settings.pauseForm),
    card('settings: as they are set', settings.settingsCard(ana, [])),
    card(
      'settings: as they are set, where there are two platforms',
      settings.settingsCard(ana, accounts.accountElements(ana, null, ['slack', 'teams'])),
    ),
    form('settings: time and rhythm', settings.settingsForm(ana)),
    card('settings: saved', settings.sayNext(ana, true, now)),
  ];
}

function administration(): readonly GalleryEntry[] {
  const { posted, noNudge } = sample;
  const bank = sample.questions;
  return [
    card('questions: this week', questions.thisWeekCard({ ...bank, frozenAt: now }, false)),
    card('questions: this week, for an administrator', questions.thisWeekCard(posted, true)),
    card('questions: a week without a nudge', questions.thisWeekCard(noNudge, false)),
    card('questions: the weeks ahead', questions.adminCard([bank, posted, noNudge], [week], week)),
    card('questions: not an administrator', questions.notAdministratorCard('playground:ana')),
    form('questions: post', questionForms.postForm([week], posted, sample.bankSet)),
    form('questions: post, with the bank below', questionForms.postForm([week], bank, sample.bankSet)),
    card('questions: saved', questions.savedCard(posted)),
    card('questions: too late to edit', questions.cannotEditCard('These questions are out already.')),
    card('questions: the preview', questions.previewCard(posted)),
    card('questions: the two of a week', { elements: questions.questionElements(posted) }),
    card(
      "questions: Monday's message before the buddies",
      questions.weeklyCard({ questions: posted, buddyElements: [], laterButtons: [] }),
    ),
    form('questions: leave a week out', questionForms.skipForm([bank, noNudge], week)),
    card('questions: nothing goes out', questions.skippedCard(week, false)),
    card('questions: goes out as usual', questions.skippedCard(week, true)),
    card('figures: the last Mondays', figures.figuresCard(sample.figures, 11)),
    card('figures: no Monday yet', figures.figuresCard([], 11)),
    card(
      'figures: one week in lines',
      sample.figures.flatMap((one) => figures.weekLines(one, 11)).join('\n'),
    ),
  ];
}

function everyday({ guides, resources: lines }: Content): readonly GalleryEntry[] {
  return [
    card('home: the page', home.homeCard(sample.status, false, now)),
    card(
      'home: the page of an administrator without a buddy',
      home.homeCard(sample.nobodysStatus, true, now),
    ),
    card('help: welcome', help.welcomeCard(false)),
    card('help: welcome, for an administrator', help.welcomeCard(true)),
    card('help: commands', help.helpCard(false, ['playground'])),
    card('help: commands, for an administrator', help.helpCard(true, ['slack', 'teams'])),
    card('help: to free words', help.unknownCard(true, lines)),
    card('help: to free words, without a buddy', help.unknownCard(false, lines)),
    card('resources: where to turn', resources.resourcesCard(lines)),
    card('resources: the crisis lines in short', { elements: resources.shortCrisisLines(lines) }),
    ...guides.map((guide) =>
      card(`resources: the guide "${guide.title}"`, resources.guideCard(guide, guides, lines)),
    ),
    card('privacy: what is held', privacy.privacyCard(sample.held, 11, zone)),
    card('privacy: nothing is held', privacy.privacyCard(sample.nothingHeld, 11, zone)),
    card('privacy: a copy', privacy.copyCard(sample.held, now, 1)),
    card('privacy: erase?', privacy.eraseCard),
    card('privacy: erased', privacy.erasedCard),
    card('privacy: the invited one is gone', privacy.invitationClosedCard('Ben Okafor')),
    card('privacy: in place of an outdated message', privacy.outdatedCard),
  ];
}

function card(name: string, content: Card | Words): GalleryEntry {
  return { name, card: asCard(content) };
}

function form(name: string, content: Form): GalleryEntry {
  return { name, form: content };
}
