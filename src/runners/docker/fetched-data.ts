import { mkdir, readdir, symlink } from 'node:fs/promises';
import { basename, join, posix, relative } from 'node:path';
import { errorCode } from '../../machine/write-durably.ts';
import type { Mount } from './arguments.ts';

/** Data that was fetched for a script before it trains. */
export interface FetchedPlace {
  /** Absolute: what the library wrote, in a folder named by what it is. */
  readonly files: string;
  /** The library's variable for its cache. */
  readonly variable: string;
  /** Where the script wants it instead, as written; `null`: in the cache. */
  readonly folder: string | null;
}

export interface PlacedData {
  readonly mounts: readonly Mount[];
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Gives an attempt the data that was fetched. The files themselves are mounted read-only, since all scripts share
 * them; the libraries get folders of the attempt's own with links to them, because most want to write beside what
 * they read (locks, unpacked archives), and Keras even turns away from a cache that it may not write.
 */
export async function placeFetched(
  fetched: readonly FetchedPlace[],
  attempt: string,
  directory: string,
): Promise<PlacedData> {
  const mounts: Mount[] = [];
  const environment: Record<string, string> = {};
  for (const { files, variable, folder } of fetched) {
    const inside = `/retune/data/${basename(join(files, '..'))}`;
    mounts.push({ host: files, inside, writable: false });
    const place = folder === null ? `/attempt/cache/${variable}` : placeOf(folder, directory);
    if (folder === null) environment[variable] = place;
    if (place.startsWith('/attempt/')) await linkTree(files, inside, join(attempt, relative('/attempt', place)));
    else mounts.push({ host: files, inside: place, writable: false });
  }
  return { mounts: distinct(mounts), environment };
}

/** The same rules as in the container: `~` is `/tmp` there, everything else relative to the working directory. */
function placeOf(path: string, directory: string): string {
  return posix.resolve('/attempt/work', directory, path.replace(/^~(?=\/|$)/, '/tmp'));
}

/** Folders of our own, and in them a link for each file; what stands there already is the script's. */
async function linkTree(from: string, inside: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const target = join(to, entry.name);
    if (entry.isDirectory()) await linkTree(join(from, entry.name), `${inside}/${entry.name}`, target);
    else await linkTo(`${inside}/${entry.name}`, target);
  }
}

async function linkTo(inside: string, target: string): Promise<void> {
  try {
    await symlink(inside, target);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

function distinct(mounts: readonly Mount[]): readonly Mount[] {
  return mounts.filter((one, index) => mounts.findIndex(({ inside }) => inside === one.inside) === index);
}
