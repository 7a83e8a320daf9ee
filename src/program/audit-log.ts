import { constants, existsSync, statSync } from 'node:fs';
import { access, appendFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { Database } from '../db/schema.ts';
import { logAudit, type WriteLines } from '../features/audit/log.ts';
import type { Job } from '../schedule/ticker.ts';

/** Puts the audit list where the hospital's log collector looks: `stdout`, or a file that only Buddy's user can read. */
export function auditLogJob(db: Database, target: string): Job {
  const write = target === 'stdout' ? toStandardOutput : toFile(target);
  return {
    name: 'write the audit log',
    everyMs: 0,
    async run(now) {
      await logAudit(db, write, now);
    },
  };
}

function toFile(path: string): WriteLines {
  return (lines) => appendFile(path, lines, { mode: 0o600 });
}

const toStandardOutput: WriteLines = promisify((lines: string, done: (error?: Error | null) => void) => {
  process.stdout.write(lines, done);
});

/** Whether it could be written now, in words for an operator; writes nothing. */
export async function auditLogFaults(target: string | null): Promise<string[]> {
  if (target === null || target === 'stdout') return [];
  const isThere = existsSync(target);
  if (isThere && statSync(target).isDirectory())
    return [`AUDIT_LOG: ${target} is a folder. Name a file in it.`];
  const place = isThere ? target : dirname(target);
  return access(place, constants.W_OK).then(
    () => [],
    ({ code }) => [
      `AUDIT_LOG: ${place} can't be written (${code}). Let the user who runs Buddy write there.`,
    ],
  );
}
