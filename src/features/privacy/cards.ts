import type { Button, Card, Element } from '../../chat/card.ts';
import { asCard, quiet, text } from '../../chat/say.ts';
import { exportParts } from './export-text.ts';
import type { Held } from './held.ts';
import { heldFields } from './held-fields.ts';
import { isNothing } from './rules.ts';
import { words } from './words.en.ts';

/** Everything that is held, what is not, who can see it and for how long. */
export function privacyCard(held: Held, smallestGroup: number, defaultZone: string): Card {
  const nothing = isNothing(held);
  return {
    heading: words.heading,
    elements: [
      nothing ? text(words.nothing) : { type: 'fields', fields: heldFields(held, defaultZone) },
      title(words.notHeldTitle),
      text(words.notHeld),
      title(words.whoSeesTitle),
      text(words.administrators(smallestGroup)),
      text(words.operator),
      text(words.employer),
      title(words.howLongTitle),
      { type: 'fields', fields: words.howLong },
      ...(nothing ? [] : [ownButtons]),
    ],
  };
}

/** One part of the copy, counted from 1, and a button to the next. Most copies have one part only. */
export function copyCard(held: Held, now: number, part: number): Card {
  const parts = exportParts(held, now);
  const content = parts[part - 1] ?? parts[0];
  const file: Element = { type: 'file', name: words.copyName, content };
  if (parts.length === 1) return { elements: [text(words.copyIntro), file] };
  const next: Button = { id: `privacy.export:${part + 1}`, label: words.copyNext };
  return {
    elements: [
      text(words.copyIntro),
      text(words.copyPart(part, parts.length)),
      file,
      ...(part < parts.length ? [{ type: 'buttons', buttons: [next] } as const] : []),
    ],
  };
}

/** Asks once. */
export const eraseCard: Card = {
  elements: [
    text(words.eraseSure),
    { type: 'buttons', buttons: [{ id: 'privacy.forget:yes', label: words.eraseYes, style: 'danger' }] },
    quiet(words.keep),
  ],
};

export const erasedCard: Card = { elements: [text(words.erased), quiet(words.erasedChat)] };

/** For the inviter of somebody who is no longer here: by name only, since nothing of theirs is kept. */
export function invitationClosedCard(name: string): Card {
  const whomToAsk: Button = { id: 'pairing.choose', label: words.whomToAsk };
  return { elements: [text(words.invitationClosed(name)), { type: 'buttons', buttons: [whomToAsk] }] };
}

/** In place of a message about somebody who was erased while it was on its way. */
export const outdatedCard: Card = asCard(words.outdated);

const ownButtons: Element = {
  type: 'buttons',
  buttons: [
    { id: 'privacy.export', label: words.copy },
    { id: 'privacy.forget', label: words.erase, style: 'danger' },
  ],
};

function title(sentence: string): Element {
  return { type: 'text', tone: 'strong', words: sentence };
}
