import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../errors.ts';

/**
 * Writes a file so that after a power cut or on a full disk it is the old one or the new one, whole:
 * temporary name, fsync, rename, fsync of the folder. Each step was measured to be needed.
 */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.tmp-${process.pid}`;
  await namingFullDisk(path, async () => {
    try {
      await writeSynced(temporary, content, 'w');
      await rename(temporary, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  });
}

/** Writes and fsyncs one file; `wx` refuses one that is there. */
export async function writeSynced(path: string, content: string | Uint8Array, flag: 'w' | 'wx'): Promise<void> {
  const file = await open(path, flag);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes names in a folder survive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Turns a full disk or an exceeded quota into an error that says which file and what to do. */
export async function namingFullDisk<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const full = fullDisk[errorCode(error) ?? ''];
    if (full === undefined) throw error;
    throw new UserError(
      'machine',
      'disk-full',
      `${path} could not be written: ${full}. What was there before is whole.`,
      {
        help: 'Make room (`prune` removes old studies), or put RETUNE_HOME on another disk; then run the same command again.',
        cause: error,
      },
    );
  }
}

const fullDisk: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
};

/** The system's name of an error, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  // No `instanceof`: an error of the system may come from another realm than ours.
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
