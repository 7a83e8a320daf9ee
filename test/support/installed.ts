import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program of this machine is, also one that Debian keeps where only root looks; null where it isn't installed. */
export function installed(program: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/bin'];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path)) ?? null;
}

/** Why tests that need these programs can't run here, to follow `skipped: …, since`; null where they can. */
export function whyNotInstalled(...programs: readonly string[]): string | null {
  const missing = programs.filter((program) => installed(program) === null);
  return missing.length === 0 ? null : `not installed here: ${missing.join(', ')}`;
}
