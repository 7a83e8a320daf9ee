import { sayInstant } from '../../calendar/say.ts';
import type { Button, Element, Words } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { quiet, strong, text } from '../../chat/say.ts';
import type { View } from '../../chat/view.ts';
import { saidIn } from '../../content/languages.ts';
import type { Resource } from '../../content/resources.ts';
import type { ReadyWords, SupportMaterial } from '../../content/support.ts';
import type { ReferralContent } from '../referrals/content.ts';
import type { Offer } from '../referrals/offer-store.ts';
import { outcomes } from '../referrals/rules.ts';
import type { Referral } from '../referrals/store.ts';
import { wordsFor } from './words.ts';

export interface ShownOffer {
  readonly offer: Offer;
  readonly referral: Referral;
  readonly content: ReferralContent;
  readonly support: Pick<SupportMaterial, 'choices' | 'readyWords'>;
}

/** Who it is and what to say, while it's theirs to look after. */
export function offerView(reader: Reader, shown: ShownOffer, said: string | null): View {
  const words = wordsFor(reader);
  const { offer, referral, content } = shown;
  return {
    id: `support.offer:${offer.id}`,
    title: words.title,
    elements: [
      ...(said === null ? [] : [strong(said)]),
      { type: 'fields', fields: fieldsOf(reader, shown) },
      ...(content.wishesGroup ? [text(words.group)] : []),
      ...(offer.state === 'waiting' ? [quiet(words.until(sayInstant(referral.deadlineAt, reader)))] : []),
      { type: 'divider' },
      quiet(words.youWrite),
      ...readyElements(reader, shown),
      { type: 'buttons', buttons: guideButtons(reader, content) },
    ],
    fields: [
      {
        type: 'choice',
        id: 'outcome',
        label: words.outcome,
        options: outcomes.map((outcome) => ({ value: outcome, label: words.outcomes[outcome] })),
      },
    ],
    submit: words.submit,
  };
}

/** Where it's needed: how to go about it. It takes the place of this view, which opens again from the message. */
function guideButtons(reader: Reader, { wishesGroup }: ReferralContent): readonly Button[] {
  const words = wordsFor(reader);
  return [
    { id: 'support.guide:session', label: words.howTo },
    ...(wishesGroup ? [{ id: 'support.guide:group', label: words.howToGroup }] : []),
  ];
}

function fieldsOf(reader: Reader, { referral, content, support }: ShownOffer) {
  const words = wordsFor(reader);
  const { person, name, contact, kind, askedBy, isForOneself } = content;
  const kindWords = support.choices.kinds.find(({ id }) => id === kind)?.words;
  const reach: Words[] = [
    ...(contact === null ? [] : [reachedBy(contact)]),
    ...(person === null
      ? []
      : [words.byChat(name, person.platform === reader.platform ? null : person.platform)]),
  ];
  const asked = isForOneself ? words.forOneself : askedBy;
  return [
    { label: words.name, words: person === null ? name : [{ person, name }] },
    ...reach.map((one) => ({ label: words.reach, words: one })),
    { label: words.kind, words: kindWords === undefined ? kind : saidIn(kindWords, reader.language) },
    { label: words.soon, words: words[referral.soon] },
    ...(asked === null ? [] : [{ label: words.askedBy, words: asked }]),
  ];
}

/** A plain number can be tapped. */
function reachedBy(contact: string): Words {
  return /^\+?[\d-]+$/.test(contact) ? [{ phone: contact }] : contact;
}

/** A first try, and from the third day on a second one; never a third. */
function readyElements(reader: Reader, { offer, support }: ShownOffer): readonly Element[] {
  const words = wordsFor(reader);
  const ready = (heading: string, which: keyof ReadyWords): readonly Element[] => [
    quiet(heading),
    text(saidIn(support.readyWords[which], reader.language)),
  ];
  if (offer.state === 'talking') return [];
  if (offer.state === 'no-answer') return ready(words.secondTry, 'second-try');
  return [...ready(words.firstTry, 'first-try'), ...ready(words.voicemail, 'voicemail')];
}

export function goneView(reader: Reader): View {
  const words = wordsFor(reader);
  return plainView(words.title, [text(words.gone)]);
}

export function cannotView(reader: Reader): View {
  const words = wordsFor(reader);
  return plainView(words.thanksTitle, [text(words.cannotThanks)]);
}

/** Reaching out was the help; what to say, and where else to turn. */
export function declinedView(
  reader: Reader,
  { readyWords }: Pick<SupportMaterial, 'readyWords'>,
  resources: readonly Resource[],
): View {
  const words = wordsFor(reader);
  const lines = resources.map((one) => {
    const { name, reach } = saidIn(one.words, reader.language);
    return text(`${name}: ${reach.join(' · ')}`);
  });
  return plainView(words.thanksTitle, [
    text(words.declinedThanks),
    quiet(words.afterNo),
    text(saidIn(readyWords['after-no'], reader.language)),
    quiet(words.passOn),
    ...lines,
  ]);
}

/** What a supporter may still say once it's closed. A group is asked about first, where one was offered. */
export type AskedAfter = 'group' | 'onward' | 'remind' | 'nothing';

/** `own`: the supporter's own supporter, by name. */
export function doneView(reader: Reader, own: string | null, asked: AskedAfter, said: string): View {
  const words = wordsFor(reader);
  return plainView(words.thanksTitle, [
    text(said),
    ...askElements(reader, asked),
    text(own === null ? words.howAreYou : `${words.howAreYou} ${words.yourSupporter(own)}`),
  ]);
}

function askElements(reader: Reader, asked: AskedAfter): readonly Element[] {
  const words = wordsFor(reader);
  const yesOrNo = (yes: string, no: string): Element => ({
    type: 'buttons',
    buttons: [
      { id: `support.after:${yes}`, label: words.onwardYes },
      { id: `support.after:${no}`, label: words.onwardNo },
    ],
  });
  switch (asked) {
    case 'group':
      return [text(words.groupQuestion), yesOrNo('group', 'no-group')];
    case 'onward':
      return [text(words.onwardQuestion), yesOrNo('onward', 'not-onward')];
    case 'remind':
      return [{ type: 'buttons', buttons: [{ id: 'support.after:remind', label: words.remind }] }];
    case 'nothing':
      return [];
    default:
      return asked satisfies never;
  }
}

function plainView(title: string, elements: readonly Element[]): View {
  return { id: 'support.offer', title, elements, fields: [], submit: null };
}
