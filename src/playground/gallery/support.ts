import type { GalleryEntry } from '../../../adapters/playground/backstage.ts';
import type { Reader } from '../../chat/reader.ts';
import type { Content } from '../../content/content.ts';
import * as administration from '../../features/administration/cards.ts';
import * as asking from '../../features/asking/views.ts';
import * as audit from '../../features/audit/cards.ts';
import * as desk from '../../features/desk/views.ts';
import { wordsFor as deskWordsFor } from '../../features/desk/words.ts';
import * as offers from '../../features/offers/views.ts';
import { wordsFor as offerWordsFor } from '../../features/offers/words.ts';
import * as program from '../../features/program/cards.ts';
import { hospitalForm } from '../../features/program/hospital-form.ts';
import * as referrals from '../../features/referrals/cards.ts';
import * as resources from '../../features/resources/cards.ts';
import * as support from '../../features/support/cards.ts';
import * as thanks from '../../features/thanks/cards.ts';
import { allRoles } from '../../people/roles/rules.ts';
import { card, form, view } from './entries.ts';
import { launchEntries } from './launch.ts';
import { now } from './samples.ts';
import * as sample from './support-samples.ts';

/** Formal peer support: its messages, which say nothing, and its views, which are kept nowhere. */
export function supportGallery(reader: Reader, content: Content): readonly GalleryEntry[] {
  return [
    ...waysIn(reader, content),
    ...messages(reader),
    ...theDesk(reader, content),
    ...theOffer(reader, content),
    ...theProgram(reader, content),
  ];
}

function waysIn(reader: Reader, content: Content): readonly GalleryEntry[] {
  const nobody = { isSupporter: false, isDirector: false, isOfProgram: false };
  const everyone = { isSupporter: true, isDirector: true, isOfProgram: true };
  return [
    card('support: the way in', support.supportCard(reader, content.resources, nobody)),
    card(
      'support: the way in, for a director who supports',
      support.supportCard(reader, content.resources, everyone),
    ),
    view('support: how it works', support.howView(reader, content.support.legal)),
    view('asking: for colleagues', asking.referView(reader, content)),
    view('asking: for someone who doesn’t have Buddy', asking.referView(reader, content, true)),
    view('asking: for oneself', asking.selfView(reader, content, [sample.gus, sample.dana], sample.gus.id)),
    view('asking: thanks', asking.thanksView(reader, 'thanks', 'support.refer')),
    view('asking: thanks, for oneself', asking.thanksView(reader, 'thanksSelf', 'support.self')),
    view('asking: nobody runs it yet', asking.thanksView(reader, 'noProgram', 'support.refer')),
  ];
}

function messages(reader: Reader): readonly GalleryEntry[] {
  return [
    card('referrals: to a supporter', referrals.offerCard(reader, 'offer-1')),
    card('referrals: how did it go', referrals.reminderCard(reader, 'offer-1')),
    card('referrals: to the director, one waits', referrals.deskCard(reader, 1)),
    card('referrals: to the director, several wait', referrals.deskCard(reader, 2)),
    card('referrals: waited too long, to a deputy', referrals.overdueCard(reader, now, true)),
    card('referrals: waited too long, to others', referrals.overdueCard(reader, now, false)),
    card('referrals: ended by itself', referrals.endedCard(reader, 'time', true)),
    card('referrals: its key is gone', referrals.endedCard(reader, 'unreadable', true)),
    card('referrals: asked the next one', referrals.endedCard(reader, 'unanswered', true)),
    card('referrals: nobody is there', referrals.nobodyThereCard(reader)),
    card('referrals: taken care of', referrals.takenCareOfCard(reader)),
    card('referrals: went on to someone else', referrals.wentOnCard(reader)),
  ];
}

function theDesk(reader: Reader, { support }: Content): readonly GalleryEntry[] {
  const words = deskWordsFor(reader);
  const shown = { support, said: null, again: false };
  return [
    view('desk: nobody waits', desk.deskView(reader, { open: [], batches: [], said: null })),
    view(
      'desk: some wait',
      desk.deskView(reader, {
        open: [sample.waiting, sample.offered, sample.talking],
        batches: [sample.batch],
        said: words.offered(sample.gus.name),
      }),
    ),
    view('desk: who fits', desk.assignView(reader, sample.waiting, sample.suggestions, shown)),
    view('desk: nobody fits', desk.assignView(reader, sample.waiting, sample.onlyAtLimit, shown)),
    view('desk: no supporter yet', desk.assignView(reader, sample.waiting, sample.noOne, shown)),
    view(
      'desk: offered meanwhile',
      desk.assignView(reader, sample.offered, sample.suggestions, {
        ...shown,
        said: words.meanwhile(sample.gus.name),
      }),
    ),
    view('desk: not open anymore', desk.goneView(reader)),
  ];
}

function theOffer(reader: Reader, { support, resources }: Content): readonly GalleryEntry[] {
  const words = offerWordsFor(reader);
  const { waiting, offered, talking } = sample;
  const shown = {
    offer: offered.current.offer,
    referral: offered.referral,
    content: offered.content,
    support,
  };
  const again = { ...shown, offer: { ...shown.offer, state: 'no-answer' as const } };
  return [
    view('offers: a colleague', offers.offerView(reader, shown, null)),
    view('offers: no answer yet', offers.offerView(reader, again, words.saved)),
    view(
      'offers: someone who is not on the chat',
      offers.offerView(
        reader,
        { ...shown, offer: talking.current.offer, content: waiting.content },
        words.saved,
      ),
    ),
    view('offers: not this time', offers.cannotView(reader)),
    view('offers: not now, and that’s fine', offers.declinedView(reader, support, resources)),
    view('offers: done', offers.doneView(reader, sample.dana.name, 'onward', words.closed)),
    view('offers: done, after a group', offers.doneView(reader, null, 'group', words.closed)),
    view('offers: remind me', offers.doneView(reader, null, 'remind', words.counted)),
    view('offers: will remind', offers.doneView(reader, null, 'nothing', words.willRemind)),
    view('offers: not open anymore', offers.goneView(reader)),
    card('offers: the word in four weeks', words.fourWeeks),
  ];
}

function theProgram(reader: Reader, content: Content): readonly GalleryEntry[] {
  return [
    card(
      'administration: the desk',
      administration.programDeskCard(
        reader,
        {
          next: 'posted',
          last: 'allOut',
          weeks: 4,
          appointed: 3,
          lines: resources.linesButton(reader, content.resources, now),
        },
        new Set(['administrator']),
      ),
    ),
    card(
      'administration: the desk of a question editor',
      administration.programDeskCard(
        reader,
        {
          next: 'bank',
          last: 'none',
          weeks: 0,
          appointed: 0,
          lines: resources.linesButton(reader, content.resources, now),
        },
        new Set(['editor']),
      ),
    ),
    ...launchEntries(reader, content),
    form(
      'program: settings of the hospital',
      hospitalForm(reader, sample.hospital, { fromChat: {}, asked: { profession: true, pulse: false } }),
    ),
    form(
      'program: settings of the hospital, some set from chat',
      hospitalForm(reader, sample.hospital, {
        fromChat: { timeZone: 'America/New_York', guestsWelcome: true },
        asked: { profession: true, pulse: false },
      }),
    ),
    form('program: roles', program.rolesForm(reader, sample.appointed, allRoles)),
    form('program: the first role', program.rolesForm(reader, [], allRoles)),
    card('program: who has what', program.rolesCard(reader, sample.appointedNow(reader), sample.appointed)),
    card('audit: who did what', audit.auditCard(reader, sample.deeds, '')),
    card('audit: nothing yet', audit.auditCard(reader, [], '')),
    card('thanks: before they go out', thanks.thankYouPreviewCard(reader)),
    card('thanks: to everyone who takes part', thanks.thankYouCard(reader)),
    card('thanks: on their way', thanks.onItsWayCard(reader)),
    card("thanks: this year's have gone out", thanks.alreadyThankedCard(reader, 2026)),
  ];
}
