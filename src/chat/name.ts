/** What takes no room, or turns the direction of what stands after it: in a name it would turn the sentence around. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Control characters, halves of characters, what no font draws, and every kind of space. */
const blank = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Z}\u2800]+/gu;

/** More marks on one letter than any script has cover the lines above and below. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;

const address = /(?:[a-z][a-z\d+.-]*:\/\/|(?:mailto|tel|sms|sip|data|javascript):|www\.)\S*/giu;

/** What platforms write mentions, links and emphasis with. */
const markup = /[<>[\]{}\\`*_~^@]+/gu;

/** A host's name, in which a client may see an address: `evil.example`, and `anna.smith` as well. */
const dotInside = /(?<=[\p{L}\p{N}])\.(?=\p{L}{2})/gu;

const openEnd = /^[\s,;:/|)!?.&]+|[\s,;:/|(&–—-]+$/gu;

const spaces = / {2,}/gu;

/** Something to be seen. */
const visible = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** Longer than Slack's names; some of Teams' are cut. */
const longest = 80;

/** Nothing is looked for in what is no name any more. */
const mostRead = 1_000;

/**
 * A name as it may stand in any sentence on any platform: on one line, in one direction, of a length that fits, and neither
 * a link, a mention nor markup. Null where nothing of it can be seen. What comes out goes in unchanged.
 */
export function cleanName(told: string): string | null {
  const seen = told.slice(0, mostRead).replace(unseen, '').replace(blank, ' ').normalize('NFC');
  const plain = seen.replace(address, ' ').replace(markup, ' ').replace(dotInside, ' ');
  const name = shortened(tidied(plain.replace(piledMarks, '$1')));
  return visible.test(name) ? name : null;
}

/** The first of several names that shows something; null where none does. */
export function firstName(told: readonly string[]): string | null {
  for (const one of told) {
    const name = cleanName(one);
    if (name !== null) return name;
  }
  return null;
}

function tidied(name: string): string {
  return name.replace(openEnd, '').replace(spaces, ' ');
}

function shortened(name: string): string {
  const characters = [...name];
  return characters.length <= longest ? name : `${tidied(characters.slice(0, longest - 1).join(''))}…`;
}
