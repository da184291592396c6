import { readdir } from 'node:fs/promises';
import { basename, join, posix } from 'node:path';
import type { DataMount } from '../settings/settings.ts';

/** Where a study's script finds files: its snapshot, and the data that was declared for it. */
export interface HeldPlaces {
  readonly source: string;
  /** The script's working directory, relative to the snapshot. */
  readonly directory: string;
  readonly data: readonly DataMount[];
}

/**
 * Whether a data set that a loader looks for in a folder of the script's is there already: by its name, as
 * `CIFAR10` is in `cifar-10-batches-py`.
 */
export async function holdsData(places: HeldPlaces, loader: string, folder: string): Promise<boolean> {
  const wanted = plain(loader.split('.').at(-1) ?? '');
  const names = await namesAt(places, folder);
  return names.some((name) => plain(name).startsWith(wanted));
}

async function namesAt({ source, directory, data }: HeldPlaces, folder: string): Promise<readonly string[]> {
  const wanted = posix.normalize(folder).replace(/\/$/, '');
  const mounts = data.map(async ({ host, inside }) => {
    const place = posix.normalize(inside ?? basename(host));
    if (`${wanted}/`.startsWith(`${place}/`)) return await namesIn(join(host, wanted.slice(place.length)));
    return place.startsWith(`${wanted}/`) ? [place.slice(wanted.length + 1)] : [];
  });
  const own = posix.isAbsolute(wanted) ? [] : await namesIn(join(source, directory, wanted));
  return [...own, ...(await Promise.all(mounts)).flat()];
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch(() => []);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
