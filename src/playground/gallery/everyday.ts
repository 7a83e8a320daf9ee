import type { GalleryEntry } from '../../../adapters/playground/backstage.ts';
import type { Reader } from '../../chat/reader.ts';
import type { Content } from '../../content/content.ts';
import * as help from '../../features/help/cards.ts';
import * as home from '../../features/home/cards.ts';
import * as invitations from '../../features/invitations/cards.ts';
import type { Pair } from '../../features/pairing/store.ts';
import * as privacy from '../../features/privacy/cards.ts';
import { lineForm } from '../../features/program/line-form.ts';
import { wordsFor } from '../../features/program/words.ts';
import * as resources from '../../features/resources/cards.ts';
import * as linesView from '../../features/resources/lines-view.ts';
import { asResource } from '../../features/resources/own-lines.ts';
import { card, form } from './entries.ts';
import { held, nothingHeld } from './held.ts';
import { chaplain, ownLines } from './line-samples.ts';
import { rolesOf } from './roles.ts';
import * as sample from './samples.ts';

const { now } = sample;

const shownLines = (lines: Content['resources']) => ({ lines, now, said: null, about: '' });

/** The home page, help, where to turn, and privacy. */
export function everyday(reader: Reader, content: Content): readonly GalleryEntry[] {
  const { guides, resources: lines } = content;
  const { member, administrator } = rolesOf(reader);
  const words = wordsFor(reader).line;
  const own = ownLines.map((line) => asResource(line, 'UTC'));
  const withOwn = [...lines, ...own];
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
    card('resources: where to turn', resources.resourcesCard(reader, lines, now)),
    card('help: did you mean', help.meantCard(reader, { id: 'members.pause', label: 'Pause' })),
    card('help: a word in passing', help.menuCard(asking(member, []), 'Hello.')),
    card('resources: which lines to look up', linesView.linesCard(reader, shownLines(lines))),
    card(
      'resources: lines, with those of the hospital',
      linesView.linesCard(reader, { ...shownLines(withOwn), said: words.removed('EAP') }),
    ),
    card(
      'resources: a line that was added',
      linesView.ownLineCard(reader, words.added(chaplain.name), asResource(chaplain, 'UTC')),
    ),
    form('program: a line to add', lineForm(reader, null)),
    form('program: a line to change', lineForm(reader, chaplain)),
    card(
      "resources: where to turn, with a hospital's own lines",
      resources.resourcesCard(reader, withOwn, now),
    ),
    card('resources: beside the crisis lines', { elements: resources.localLines(reader, withOwn) }),
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

function asking(who: Pick<help.Asking, 'reader' | 'roles'>, pairs: readonly Pair[]): help.Asking {
  return { ...who, member: null, pairs, now };
}
