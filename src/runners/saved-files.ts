import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { errorCode, namingFullDisk } from '../machine/write-durably.ts';

/** Where one attempt's script wrote, and where that is to be kept. */
export interface SavedFiles {
  /** The attempt's working copy. */
  readonly work: string;
  /** A file that was written after the working copy was made and before the script began. */
  readonly begun: string;
  /** Receives the files, at their places in the working copy. */
  readonly saved: string;
  /** Paths in `work` that are not the script's, though their inodes change: files shared with other attempts. */
  readonly shared: readonly string[];
}

/** A model and its plots fit; a checkpoint of every epoch does not have to. */
const mostBytes = 1 << 30;
const mostFiles = 1000;

/**
 * Moves what the script wrote new in its working copy to a place that lasts: `model.h5`, plots, logs. Links
 * and special files stay behind, so that nothing from outside comes along. The newest come first, because a
 * final model is written last; what does not fit is named in `left-out.txt`. Harmless when done twice.
 */
export async function keepSavedFiles(places: SavedFiles, most = { bytes: mostBytes, files: mostFiles }): Promise<void> {
  const written = await writtenFiles(places);
  let [bytes, files] = [0, 0];
  const leftOut: WrittenFile[] = [];
  for (const file of written) {
    if (files >= most.files || bytes + file.bytes > most.bytes) {
      leftOut.push(file);
      continue;
    }
    bytes += file.bytes;
    files += 1;
    await move(join(places.work, file.path), join(places.saved, file.path));
  }
  if (leftOut.length > 0) await nameLeftOut(places.saved, leftOut);
}

interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly changed: number;
}

/** Regular files that were created or changed since the script began, the newest first. */
async function writtenFiles({ work, begun, shared }: SavedFiles): Promise<readonly WrittenFile[]> {
  const since = await stat(begun).catch(() => null);
  if (since === null) return [];
  const entries = await readdir(work, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(work, join(entry.parentPath, entry.name)))
    .filter((path) => !byProducts.test(path) && !shared.includes(path));
  const files = await Promise.all(
    paths.map(async (path) => {
      const { size, ctimeMs } = await lstat(join(work, path));
      return { path, bytes: size, changed: ctimeMs };
    }),
  );
  // The change of the inode, not of the content: unpacked archives bring old dates along.
  return files.filter(({ changed }) => changed > since.ctimeMs).sort((a, b) => b.changed - a.changed);
}

/** Nobody means to save these. */
const byProducts = /(^|\/)(__pycache__|\.ipynb_checkpoints|\.pytest_cache|\.mypy_cache)\/|\.pyc$/;

async function move(from: string, to: string): Promise<void> {
  await namingFullDisk(to, async () => {
    await mkdir(dirname(to), { recursive: true });
    try {
      await rename(from, to);
    } catch (error) {
      // Out of a folder that the script made read-only.
      if (!['EACCES', 'EPERM', 'EXDEV'].includes(errorCode(error) ?? '')) throw error;
      await copyFile(from, to, constants.COPYFILE_FICLONE);
    }
  });
}

async function nameLeftOut(saved: string, files: readonly WrittenFile[]): Promise<void> {
  const lines = files.map(({ path, bytes }) => `${path}\t${bytes} bytes`);
  await mkdir(saved, { recursive: true });
  await writeFile(
    join(saved, 'left-out.txt'),
    `Written by the script, but too much to be kept:\n${lines.join('\n')}\n`,
  );
}
