import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, posix, relative } from 'node:path';
import { UserError } from '../../errors.ts';
import type { DataMount } from '../../settings/settings.ts';
import { filesOf } from '../attempt-files.ts';
import type { Mount } from './arguments.ts';

/** Where the attempt's working copy is, inside. */
const work = '/attempt/work';
/** What a container needs to be one, and what is ours. */
const reserved = /^\/($|(attempt|retune|opt\/retune|proc|sys|dev|tmp|bin|sbin|lib|lib64|usr|etc)(\/|$))/;

/** `--data` as read-only mounts, and in the working copy the places for them. */
export async function placeData(
  data: readonly DataMount[],
  folder: string,
  directory: string,
): Promise<readonly Mount[]> {
  const mounts = data.map(({ host, inside }) => ({
    host,
    inside: placeOf({ host, inside }, directory),
    writable: false,
  }));
  for (const { host, inside } of mounts)
    if (inside.startsWith(`${work}/`)) await makeMountPoint(host, join(filesOf(folder).work, relative(work, inside)));
  return mounts;
}

/** Relative to the script's working directory, or absolute: anywhere in the container that is not needed otherwise. */
export function placeOf({ host, inside }: DataMount, directory: string): string {
  const place = posix.resolve(work, directory, inside ?? basename(host));
  if (place.startsWith(`${work}/`) || !reserved.test(place)) return place;
  throw new UserError(
    'refused',
    'data-outside',
    `--data ${host}:${inside ?? ''} would cover ${place} of the container.`,
    {
      help: `Give another place, relative to the script's working directory: --data ${host}:${basename(host)}.`,
    },
  );
}

/** Made by us: the engine would make it as root. Never through a link: what stands there is removed first. */
async function makeMountPoint(host: string, place: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  await rm(place, { recursive: true, force: true });
  if ((await stat(host)).isDirectory()) await mkdir(place);
  else await writeFile(place, '');
}
