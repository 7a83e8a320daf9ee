import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync } from 'node:fs';

/** A file as text; `why` follows the file's name, and says nothing of what's in it. */
export type TextFile =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly missing: boolean; readonly why: string };

/**
 * Reads what people write in editors, in UTF-8. A byte-order mark and Windows' line ends mean nothing; bytes that aren't
 * UTF-8 are refused by line, where Node alone would put a replacement character in their place.
 */
export function readTextFile(path: string): TextFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code === 'ENOENT' && !isThere(path)) return { ok: false, missing: true, why: ': is missing' };
    return { ok: false, missing: false, why: `: cannot be read (${code})${advice[code] ?? ''}` };
  }
  const why = faultIn(bytes);
  if (why !== null) return { ok: false, missing: false, why };
  return { ok: true, text: new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n') };
}

const advice: Readonly<Record<string, string>> = {
  EACCES: ', since its owner or mode keeps out the user who runs Buddy',
  EISDIR: ', since it is a folder',
  ENOENT: ', since it is a link to nothing',
};

/** A link that leads nowhere is there, and can't be read. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function faultIn(bytes: Buffer): string | null {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff' || bytes.includes(0))
    return ': is in UTF-16, or is no text at all. Save it as UTF-8';
  const line = lines(bytes).findIndex((one) => !isUtf8(one) || one.includes(replacement));
  return line === -1 ? null : `, line ${line + 1}: has a character that isn't UTF-8. Save the file as UTF-8`;
}

/** What a program put where it couldn't read a character: it's lost already. */
const replacement = Buffer.from('\uFFFD');

function lines(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  let from = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
    found.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return [...found, bytes.subarray(from)];
}
