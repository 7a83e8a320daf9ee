import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Config, readConfig } from '../config/config.ts';
import { takeWayOut } from '../config/way-out.ts';
import { erasedFile } from '../db/erased-file.ts';

/**
 * The service's settings. A command that root types goes on as the owner of the data: root would leave files
 * behind that the service can't open. Throws ConfigFault.
 */
export function commandConfig(): Config {
  const config = readConfig();
  takeWayOut(config.wayOut);
  becomeOwnerOf(dirname(erasedFile(config.databaseUrl)));
  return config;
}

function becomeOwnerOf(folder: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder, { throwIfNoEntry: false }) ?? { uid: 0, gid: 0 };
  if (uid === 0) return;
  process.setgroups?.([gid]);
  process.setgid?.(gid);
  process.setuid?.(uid);
}
