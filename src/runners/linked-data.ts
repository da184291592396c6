import { mkdir, opendir, readdir, stat, symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** With more files than this, linking each of them before every trial would cost seconds. */
const mostLinks = 5000;

/**
 * Shows data at a place in the working copy: a folder as folders of our own with a link for each file, so that what
 * the script writes beside its data stays in the copy. One with very many files is one link.
 */
export async function linkData(host: string, place: string): Promise<void> {
  if (!(await stat(host)).isDirectory() || (await holdsMore(host, mostLinks))) {
    await symlink(host, place);
    return;
  }
  await mkdir(place);
  const entries = await readdir(host, { recursive: true, withFileTypes: true });
  const pathOf = (entry: (typeof entries)[number]): string => relative(host, join(entry.parentPath, entry.name));
  const folders = entries.filter((entry) => entry.isDirectory()).map(pathOf);
  for (const folder of folders.sort()) await mkdir(join(place, folder));
  for (const path of entries.filter((entry) => !entry.isDirectory()).map(pathOf))
    await symlink(join(host, path), join(place, path));
}

/** Reads no further than it has to: a folder of pictures may hold millions. */
async function holdsMore(folder: string, most: number): Promise<boolean> {
  const entries = await opendir(folder, { recursive: true });
  try {
    for (let seen = 0; seen <= most; seen += 1) if ((await entries.read()) === null) return false;
    return true;
  } finally {
    await entries.close();
  }
}
