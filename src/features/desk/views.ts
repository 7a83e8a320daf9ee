import { sayDate, sayInstant } from '../../calendar/say.ts';
import type { Button, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { View } from '../../chat/view.ts';
import { saidIn } from '../../content/languages.ts';
import type { SupportMaterial } from '../../content/support.ts';
import { isReached } from '../referrals/rules.ts';
import type { Suggested, Suggestions } from '../referrals/suggest.ts';
import type { Supporter } from '../supporters/store.ts';
import { sumLines } from '../tallies/lines.ts';
import type { Released } from '../tallies/rules.ts';
import { wordsFor as sumWordsFor } from '../tallies/words.ts';
import type { Visible } from './visible.ts';
import { wordsFor } from './words.ts';

export interface Desk {
  readonly open: readonly Visible[];
  readonly batches: readonly Released[];
  readonly said: string | null;
}

export function deskView(reader: Reader, { open, batches, said }: Desk): View {
  const words = wordsFor(reader);
  const shown = open.slice(0, mostShown);
  return {
    id: 'support.desk',
    title: words.title,
    elements: [
      ...(said === null ? [] : [strong(said)]),
      quiet(open.length === 0 ? words.nothing : words.intro),
      ...shown.flatMap((one) => rowElements(reader, one)),
      { type: 'divider' },
      ...sumElements(reader, batches),
      { type: 'buttons', buttons: [{ id: 'support.refer', label: words.refer }] },
    ],
    fields: [],
    submit: null,
  };
}

/** Two blocks each, in the hundred that a modal takes: https://docs.slack.dev/reference/block-kit/blocks */
const mostShown = 40;

function rowElements(reader: Reader, one: Visible): readonly Element[] {
  const words = wordsFor(reader);
  const { referral, content } = one;
  const since = words.since(sayDate(referral.openedAt, reader));
  return [
    text(`${content.name}: ${words[referral.soon]}. ${since}. ${stateOf(reader, one)}.`),
    {
      type: 'buttons',
      buttons: [
        {
          id: `support.assign:${referral.id}`,
          label: words.open,
          spoken: words.openOne(content.name),
        },
      ],
    },
  ];
}

function stateOf(reader: Reader, { referral, current }: Visible): string {
  const { states, someone } = wordsFor(reader);
  const by = sayInstant(referral.deadlineAt, reader);
  const name = current?.supporter.name ?? someone;
  switch (referral.state) {
    case 'waiting':
      // Their supporter has left, and the next tick passes it on.
      return referral.waitsFor === 'supporter' ? states.goesOn : states.waiting(by);
    case 'offered':
      return states.offered(name, by);
    default:
      return states[referral.state](name);
  }
}

/** The last batches. */
function sumElements(reader: Reader, batches: readonly Released[]): readonly Element[] {
  const words = sumWordsFor(reader);
  if (batches.length === 0) return [quiet(words.noSums)];
  return [quiet(words.sums), ...sumLines(reader, batches).slice(-4).map(text)];
}

/** `again`: it's with someone, and should go to someone else. */
export function assignView(
  reader: Reader,
  one: Visible,
  suggestions: Suggestions,
  {
    support,
    said,
    again,
  }: {
    readonly support: Pick<SupportMaterial, 'choices'>;
    readonly said: string | null;
    readonly again: boolean;
  },
): View {
  const words = wordsFor(reader);
  const { referral } = one;
  const isFree = referral.state === 'waiting' || again;
  const options = isFree ? optionsOf(suggestions) : [];
  return {
    id: idOf(one),
    title: words.oneTitle,
    elements: [
      ...(said === null ? [] : [strong(said)]),
      { type: 'fields', fields: fieldsOf(reader, one, support) },
      ...(isFree ? whoFits(reader, suggestions) : []),
      { type: 'buttons', buttons: buttonsOf(reader, one, isFree) },
    ],
    fields:
      options.length === 0 ? [] : [{ type: 'choice', id: 'supporter', label: words.supporter, options }],
    submit: options.length === 0 ? null : words.submit,
  };
}

/** Sent in for what was seen: while it waits, or while this very offer stands. */
function idOf({ referral, current }: Visible): string {
  return current === null
    ? `support.assign:${referral.id}`
    : `support.assign:${referral.id}/${current.offer.id}`;
}

function fieldsOf(reader: Reader, one: Visible, { choices }: Pick<SupportMaterial, 'choices'>) {
  const words = wordsFor(reader);
  const { name, contact, kind, askedBy, isForOneself, wishesOtherUnit, wishesGroup, person } = one.content;
  const kindWords = choices.kinds.find(({ id }) => id === kind)?.words;
  const wishes = [
    ...(wishesOtherUnit ? [words.wishOtherUnit] : []),
    ...(wishesGroup ? [words.wishGroup] : []),
  ];
  const asked = isForOneself ? words.forOneself : askedBy;
  return [
    { label: words.name, words: person === null ? name : [{ person, name }] },
    ...(contact === null ? [] : [{ label: words.contact, words: contact }]),
    { label: words.kind, words: kindWords === undefined ? kind : saidIn(kindWords, reader.language) },
    ...(wishes.length === 0 ? [] : [{ label: words.wishes, words: wishes.join(', ') }]),
    ...(asked === null ? [] : [{ label: words.askedBy, words: asked }]),
    { label: words.state, words: stateOf(reader, one) },
  ];
}

function whoFits(reader: Reader, { fitting, atLimit }: Suggestions): readonly Element[] {
  const words = wordsFor(reader);
  if (fitting.length > 0)
    return [quiet(words.fits), ...fitting.slice(0, mostExplained).map((one) => text(why(reader, one)))];
  return [text(words.nobodyFits), quiet(atLimit.length > 0 ? words.atLimit : words.nobodyAtAll)];
}

/** More reasons than a director reads on a phone. */
const mostExplained = 5;

function why(reader: Reader, { supporter, reasons, refresherDue }: Suggested): string {
  const words = wordsFor(reader);
  const said = reasons.map((reason) => words.reasons[reason]);
  return words.why(supporter.name, refresherDue ? [...said, words.refresherDue] : said);
}

function optionsOf({ fitting, atLimit }: Suggestions) {
  const option = ({ id, name }: Supporter) => ({ value: id, label: name });
  const all = fitting.length > 0 ? fitting.map(({ supporter }) => supporter) : atLimit;
  return all.slice(0, mostOffered).map(option);
}

/** Slack's lists take a hundred: https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
const mostOffered = 100;

function buttonsOf(reader: Reader, { referral, current }: Visible, isFree: boolean): readonly Button[] {
  const words = wordsFor(reader);
  const elsewhere =
    isFree || current === null || isReached(referral.state)
      ? []
      : [{ id: `support.assign:${referral.id}/${current.offer.id}`, label: words.offerElse }];
  return [
    ...elsewhere,
    { id: 'support.desk', label: words.back },
    { id: `support.end:${referral.id}`, label: words.end, style: 'danger' },
  ];
}

export function goneView(reader: Reader): View {
  const words = wordsFor(reader);
  return {
    id: 'support.assign',
    title: words.oneTitle,
    elements: [text(words.gone), { type: 'buttons', buttons: [{ id: 'support.desk', label: words.back }] }],
    fields: [],
    submit: null,
  };
}
