import type { Button, Card, Element } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { asCard, quiet, strong, text } from '../../chat/say.ts';
import { exportParts } from './export-text.ts';
import { type Held, hasOpenOffer, isNothing, isNothingToErase } from './held.ts';
import { heldFields } from './held-fields.ts';
import { wordsFor } from './words.ts';

/** Everything that is held, what is not, who can see it and for how long. */
export function privacyCard(reader: Reader, held: Held, smallestGroup: number): Card {
  const words = wordsFor(reader);
  const nothing = isNothing(held);
  return {
    heading: words.heading,
    elements: [
      nothing ? text(words.nothing) : { type: 'fields', fields: heldFields(reader, held) },
      strong(words.notHeldTitle),
      text(words.notHeld),
      strong(words.whoSeesTitle),
      text(words.administrators(smallestGroup)),
      text(words.operator),
      text(words.employer),
      strong(words.howLongTitle),
      { type: 'fields', fields: words.howLong },
      ...(nothing ? [] : [ownButtons(reader, held)]),
    ],
  };
}

/** One part of the copy, counted from 1, and a button to the next. Most copies have one part only. */
export function copyCard(
  reader: Reader,
  held: Held,
  { now, part }: { readonly now: number; readonly part: number },
): Card {
  const words = wordsFor(reader);
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
export function eraseCard(reader: Reader): Card {
  const words = wordsFor(reader);
  return {
    elements: [
      text(words.eraseSure),
      { type: 'buttons', buttons: [{ id: 'privacy.forget:yes', label: words.eraseYes, style: 'danger' }] },
      quiet(words.keep),
    ],
  };
}

/** `left` is what's held afterwards. */
export function erasedCard(reader: Reader, left: Held): Card {
  const words = wordsFor(reader);
  return {
    elements: [
      ...(isNothing(left) ? [text(words.erased)] : [text(words.erasedNames), text(words.stays)]),
      quiet(words.erasedChat),
    ],
  };
}

/** In place of a message about someone who was erased while it was on its way. */
export function outdatedCard(reader: Reader): Card {
  return asCard(wordsFor(reader).outdated);
}

function ownButtons(reader: Reader, held: Held): Element {
  const words = wordsFor(reader);
  const copy: Button = { id: 'privacy.export', label: words.copy };
  const forget: Button = { id: 'privacy.forget', label: words.erase, style: 'danger' };
  const end: Button = { id: 'support.end', label: words.endOffer };
  const buttons = [...(hasOpenOffer(held) ? [end] : []), copy, ...(isNothingToErase(held) ? [] : [forget])];
  return { type: 'buttons', buttons };
}
