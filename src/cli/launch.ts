import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { callersFolder } from '../config/callers-folder.ts';
import { readConfig } from '../config/config.ts';
import { codeOf } from '../db/failures.ts';
import { type KitFile, launchKit } from '../features/launch/kit.ts';
import { longestLink } from '../features/launch/way-in.ts';
import { loadPrompts } from '../program/prompts.ts';
import { OperatorError } from './operator-error.ts';

interface Options {
  readonly out: string;
  readonly hospital?: string;
  readonly link?: string;
}

const longestName = 80;

/** The launch kit, into a folder where nothing else is. Needs no database, and no platform that's set up. */
export async function writeLaunch(_what: string, options: Options): Promise<void> {
  const folder = resolve(callersFolder(), options.out);
  const hospital = nameOf(options.hospital);
  const given = linkOf(options.link);
  const { hospital: settings } = readConfig();
  const link = given ?? settings.link;
  const content = await loadPrompts();
  const files = launchKit(content, { hospital, wayIn: { platforms: settings.platforms, link } });
  write(folder, files);
  console.log(
    `Wrote ${files.length} pages to ${folder}. Open ${join(folder, 'index.html')} in a browser, and print from there.`,
  );
  if (link === null)
    console.log(
      'Note: they have no QR code, since nothing says what opens Buddy here. Give its address with --link, into another folder.',
    );
}

function nameOf(given: string | undefined): string | null {
  const name = given?.trim() ?? null;
  if (name === '' || (name?.length ?? 0) > longestName)
    throw new OperatorError(`--hospital must be 1 to ${longestName} characters long.`);
  return name;
}

function linkOf(given: string | undefined): string | null {
  if (given === undefined) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol !== 'https:' || url.href.length > longestLink)
    throw new OperatorError(
      `--link must be an address that begins with https:// and has at most ${longestLink} characters.`,
    );
  return url.href;
}

function write(folder: string, files: readonly KitFile[]): void {
  try {
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw new OperatorError(`${folder} has something in it. Name a new folder: a kit overwrites nothing.`);
    for (const { name, html } of files) {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, html, { flag: 'wx' });
    }
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`${folder} could not be written (${codeOf(error)}).`);
  }
}
