import { type FileHandle, link, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { newId, newSecret } from '../system/ids.ts';
import { keyLength, keysFault } from './keys.ts';

/**
 * Writes a new key and gives it its name, unless another process was first: then theirs stays. Whenever this is cut off,
 * there's a whole key of that name or none.
 */
export async function addKeyFile(folder: string, id: string, file: string): Promise<void> {
  const passing = join(folder, `.${id}.${newId()}.new`);
  const key = newSecret(keyLength);
  try {
    await withFile(passing, 'wx', async (handle) => {
      await handle.write(key);
      await handle.sync();
    });
    await link(passing, file).catch(unless('EEXIST'));
  } finally {
    key.fill(0);
    await unlink(passing).catch(unless('ENOENT'));
  }
  await syncFolder(folder);
}

/** Null where there's no file, or only what a cut-off `destroyFile` left. */
export async function readKeyFile(file: string): Promise<Buffer | null> {
  const read = await withFile(file, 'r', async (handle) => {
    if (((await handle.stat()).mode & 0o077) !== 0)
      throw keysFault(file, 'can be used by others than the user who runs Buddy: chmod 600 it');
    const bytes = Buffer.alloc(keyLength + 1);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return { bytes, bytesRead };
  }).catch(unless('ENOENT'));
  if (read === undefined) return null;
  if (read.bytesRead !== keyLength) {
    read.bytes.fill(0);
    throw keysFault(file, 'is not a key of Buddy: put the right file there, or take it away');
  }
  const key = read.bytes.subarray(0, keyLength);
  return key.every((byte) => byte === 0) ? null : key;
}

/** Overwrites what's in the file before its name goes. False where there was none. */
export async function destroyFile(file: string): Promise<boolean> {
  const overwritten = await withFile(file, 'r+', async (handle) => {
    const { size } = await handle.stat();
    await handle.write(Buffer.alloc(size), 0, size, 0);
    await handle.sync();
    return true;
  }).catch(unless('ENOENT'));
  if (overwritten === undefined) return false;
  return unlink(file).then(
    () => true,
    (error) => unless('ENOENT')(error) ?? false,
  );
}

/** What was made, renamed or removed in a folder is there after a power cut, too. */
export async function syncFolder(folder: string): Promise<void> {
  await withFile(folder, 'r', (handle) => handle.sync());
}

async function withFile<T>(file: string, flags: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, flags, 0o600);
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

function unless(code: string): (error: NodeJS.ErrnoException) => undefined {
  return (error) => {
    if (error.code !== code) throw error;
  };
}
