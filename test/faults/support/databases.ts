import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A database of a run's own, empty. */
export interface Fresh {
  readonly url: string;
  /** After every connection to it has been closed. */
  remove(): Promise<void>;
}

export interface Kind {
  readonly name: string;
  /** How many processes send at once while they are being killed. */
  readonly processes: readonly number[];
  fresh(): Promise<Fresh>;
}

/** On what the runs are made: another database joins by a line. */
export const databases: readonly Kind[] = [
  { name: 'SQLite', processes: [1, 3], fresh: async () => inAFile() },
];

function inAFile(): Fresh {
  const folder = mkdtempSync(join(tmpdir(), 'buddy-faults-'));
  return {
    url: `sqlite:${join(folder, 'buddy.db')}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}
