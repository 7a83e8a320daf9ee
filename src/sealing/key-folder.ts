import { access, constants, lstat, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { addKeyFile, destroyFile, readKeyFile, syncFolder } from './key-file.ts';
import { isKeyId, type Keys, KeysFault, keysFault } from './keys.ts';

const keyName = /^(\d{4}-\d{2})\.key$/;
/** What's left of a key that was being made when the process ended. It may be the same file under another name. */
const leftName = /^\.(\d{4}-\d{2})\.[\da-f-]+\.new$/;

/**
 * Keys in a folder of their own, one file a month: `2026-11.key`, 32 bytes from the system's random source. Several
 * processes, and hosts, may share it.
 */
export function createKeyFolder(folder: string): Keys {
  const fileOf = (id: string) => join(folder, `${id}.key`);

  const names = async (): Promise<readonly string[]> => {
    if (!(await isUsable(folder))) return [];
    return readdir(folder).catch((error) => fail(folder, error));
  };
  const ids = async () => {
    const months = (await names()).flatMap((name) => (keyName.exec(name) ?? leftName.exec(name))?.[1] ?? []);
    return [...new Set(months)].filter(isKeyId);
  };

  const read = async (id: string) =>
    (await isUsable(folder)) ? readKeyFile(fileOf(id)).catch((error) => fail(fileOf(id), error)) : null;

  return {
    async made(id) {
      const there = await read(id);
      if (there !== null) return there;
      await makeFolder(folder);
      await addKeyFile(folder, id, fileOf(id)).catch((error) => fail(fileOf(id), error));
      const key = await read(id);
      if (key === null)
        throw keysFault(fileOf(id), 'is not a key: it was destroyed, or overwritten with zeros');
      return key;
    },
    read,
    ids,
    async destroy(id) {
      const left = (await names()).filter((name) => leftName.exec(name)?.[1] === id);
      try {
        for (const name of left) await destroyFile(join(folder, name));
        const gone = await destroyFile(fileOf(id));
        await syncFolder(folder);
        return gone;
      } catch (error) {
        return fail(fileOf(id), error);
      }
    },
    async trouble() {
      try {
        for (const id of await ids()) (await read(id))?.fill(0);
        const place = await nearestThatIs(folder);
        await access(place, constants.R_OK | constants.W_OK | constants.X_OK).catch((error) =>
          fail(place, error),
        );
        return null;
      } catch (error) {
        if (error instanceof KeysFault) return error.message;
        throw error;
      }
    },
  };
}

/** False where there's no folder yet. Throws where there's one that others could read. */
async function isUsable(folder: string): Promise<boolean> {
  const found = await stat(folder).catch((error) => {
    if (error.code === 'ENOENT') return null;
    return fail(folder, error);
  });
  if (found === null) return false;
  if (!found.isDirectory()) throw keysFault(folder, 'is not a folder');
  if ((found.mode & 0o077) !== 0)
    throw keysFault(folder, 'can be used by others than the user who runs Buddy: chmod 700 it');
  return true;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    const first = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (first !== undefined) await syncFolder(dirname(first));
  } catch (error) {
    fail(folder, error);
  }
}

/** The folder itself, or the one above it in which it would be made. */
async function nearestThatIs(folder: string): Promise<string> {
  const above = dirname(resolve(folder));
  const isThere = await lstat(folder).then(
    () => true,
    (error) => error.code !== 'ENOENT',
  );
  return isThere || above === resolve(folder) ? folder : nearestThatIs(above);
}

/** An error of the file system becomes a sentence; a fault that is one already stays. */
function fail(place: string, error: unknown): never {
  if (error instanceof KeysFault) throw error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  throw keysFault(
    place,
    `can't be used (${code}): Buddy must be able to read and write there, or nobody can be referred`,
  );
}
