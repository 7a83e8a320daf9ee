import { Cloud } from './cloud.ts';
import type { Credentials } from './credentials.ts';
import { networkCode } from './error-code.ts';
import { sayTrouble, sayUnreachableKeys } from './trouble.ts';

export interface TeamsToCheck {
  /** Null: local mode, in which Microsoft is not asked for anything. */
  readonly credentials: Credentials | null;
  readonly now: () => number;
}

/**
 * Asks Microsoft for the bot's own token, and for the keys that its requests are signed with. One sentence for each
 * thing that is wrong, naming the variable and Microsoft's error code, never a secret.
 */
export async function checkTeams({ credentials, now }: TeamsToCheck): Promise<readonly string[]> {
  if (credentials === null) return [];
  const cloud = new Cloud(credentials, now);
  try {
    const faults = await Promise.all([
      faultOf(cloud.token('fresh'), (error) => sayTrouble('login', networkCode(error), credentials)),
      faultOf(cloud.signingKeys(), sayUnreachableKeys),
    ]);
    return faults.flat();
  } finally {
    cloud.close();
  }
}

async function faultOf(asked: Promise<void>, say: (error: unknown) => string): Promise<string[]> {
  try {
    await asked;
    return [];
  } catch (error) {
    return [say(error)];
  }
}
