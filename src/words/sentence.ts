import type { Command, Mention, Phone, Words } from '../chat/card.ts';

/** A sentence in a room's words: as it stands, or what makes it from what's filled in. */
export type Says = Words | ((...filledIn: readonly unknown[]) => unknown);

/** A sentence as a hospital writes it: what's filled in stands in braces, such as `{buddy}` or `{join CODE}`. */
export interface Written {
  readonly text: string;
  readonly blanks: ReadonlySet<string>;
}

type Piece = string | Mention | Command | Phone | Blank;

/** Stands for what is filled in, and writes itself as its name in braces. */
class Blank {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  toString(): string {
    return `{${this.name}}`;
  }
}

/**
 * How a sentence is written. Null for one that is worded by what's filled in (a plural, a platform, a date): no single
 * text can stand in its place.
 */
export function writtenOf(says: Says): Written | null {
  const pieces = piecesOf(says);
  if (pieces === null) return null;
  const text = pieces.map(written).join('');
  return { text, blanks: blanksIn(text) };
}

/** The names that stand in braces in a text. */
export function blanksIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name));
}

/** The same sentence in the hospital's own words. Its blanks have been checked to be those of `says`. */
export function saidInstead(says: Says, text: string): Says {
  if (typeof says !== 'function') return fill(text, says, namesOf(says), new Map());
  const names = namesOf(piecesOf(says) ?? []);
  const parameters = parametersOf(says) ?? [];
  return (...filledIn) => {
    const shipped = says(...filledIn) as Words;
    return fill(
      text,
      shipped,
      names,
      new Map(parameters.map((name, place) => [name, String(filledIn[place])])),
    );
  };
}

/** `names`: what the pieces of `shipped` are called in the text, null for plain words. */
function fill(
  text: string,
  shipped: Words,
  names: readonly (string | null)[],
  filledIn: ReadonlyMap<string, string>,
): Words {
  const pieceOf = (name: string) => {
    const place = names.indexOf(name);
    return place < 0 ? filledIn.get(name) : shipped[place];
  };
  // Every second part is a name.
  const parts = text
    .split(/\{([^{}]*)\}/)
    .map((part, place) => (place % 2 === 0 ? part : (pieceOf(part) ?? '')));
  const said = parts.filter((part) => part !== '');
  return typeof shipped === 'string' ? said.join('') : said;
}

function namesOf(pieces: string | readonly Piece[]): readonly (string | null)[] {
  return typeof pieces === 'string'
    ? []
    : pieces.map((piece) => (typeof piece === 'string' ? null : nameOf(piece)));
}

function nameOf(piece: Exclude<Piece, string>): string {
  if (piece instanceof Blank) return piece.name;
  if ('command' in piece) return piece.command.replaceAll(/[{}]/g, '');
  return 'phone' in piece ? piece.phone : piece.name;
}

function written(piece: Piece): string {
  return typeof piece === 'string' ? piece : `{${nameOf(piece)}}`;
}

/** What a sentence is put together from, with a blank for all that's filled in; null where one wording doesn't do. */
function piecesOf(says: Says): readonly Piece[] | null {
  if (typeof says === 'string') return [says];
  if (typeof says !== 'function') return says;
  const names = parametersOf(says);
  if (names === null) return null;
  const blanks = names.map((name) => new Blank(name));
  const pieces = saidWith(says, blanks);
  if (pieces === null) return null;
  const plain = plainly(pieces);
  const isWordedAlike = blanks.every((blank, place) => {
    if (!plain.includes(String(blank))) return false;
    return probes.every((probe) => {
      const said = saidWith(says, blanks.with(place, probe as never));
      return said !== null && plainly(said) === plain.replaceAll(String(blank), String(probe));
    });
  });
  return isWordedAlike ? pieces : null;
}

/** One of these finds a sentence that looks at what it's given. */
const probes = [null, '', 'x', '2026-W48', 0, 1, 2, true, false];

function saidWith(
  says: (...filledIn: readonly unknown[]) => unknown,
  filledIn: readonly unknown[],
): readonly Piece[] | null {
  try {
    const said = says(...filledIn);
    if (typeof said === 'string') return [said];
    return Array.isArray(said) ? said : null;
  } catch {
    // It asked what it was given for something that a blank doesn't have.
    return null;
  }
}

function plainly(pieces: readonly unknown[]): string {
  return pieces
    .map((piece) =>
      isCommand(piece) ? `{${piece.command}}` : isPhone(piece) ? `{${piece.phone}}` : String(piece),
    )
    .join('');
}

function isCommand(piece: unknown): piece is Command {
  return typeof piece === 'object' && piece !== null && 'command' in piece;
}

function isPhone(piece: unknown): piece is Phone {
  return typeof piece === 'object' && piece !== null && 'phone' in piece;
}

/** What a function calls what it's given, read from its source: what runs is what was written. Null where one has no name. */
function parametersOf(says: (...filledIn: readonly unknown[]) => unknown): readonly string[] | null {
  const list = /^(?:function\s*\w*\s*)?(?:\(([^()]*)\)|(\w+))/.exec(String(says));
  const names = (list?.[1] ?? list?.[2] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length === says.length && names.every((name) => /^\w+$/.test(name)) ? names : null;
}
