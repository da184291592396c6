import { constants } from 'node:fs';
import { chmod, copyFile, link, mkdir, readdir, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { errorCode, namingFullDisk } from '../machine/write-durably.ts';
import type { SourceFile } from '../python/source.ts';
import type { DataMount } from '../settings/settings.ts';
import { linkData } from './linked-data.ts';

export interface WorkingCopy {
  /** The study's read-only snapshot. */
  readonly source: string;
  /** Where the copy goes; must not exist yet. */
  readonly work: string;
  readonly edited: readonly SourceFile[];
  readonly data: readonly DataMount[];
  /** Working directory of the script, relative to `work`. */
  readonly directory: string;
}

/** A file that the copy shares with the snapshot, and how the snapshot's looked. */
export interface SharedFile {
  readonly path: string;
  readonly bytes: number;
  readonly changed: number;
}

/**
 * Makes the private, writable copy that one attempt runs in: the snapshot, the edited files over it, the
 * data mounts in it. Large files are shared, read-only; they are returned, to be checked afterwards.
 */
export async function makeWorkingCopy(copy: WorkingCopy): Promise<readonly SharedFile[]> {
  return await namingFullDisk(copy.work, async () => {
    // Not recursive: of two starts of one attempt the second fails here.
    await mkdir(copy.work);
    const shared = await copySnapshot(copy);
    for (const file of copy.edited) await placeEdited(copy.work, file);
    for (const mount of copy.data) await placeData(copy, mount);
    return shared;
  });
}

/**
 * Up to here a file is copied always, and larger ones while the sum stays small: scripts that save a
 * model over one that is in the repository are common, and must find it writable.
 */
const smallFile = 1 << 20;
const mostCopied = 64 << 20;

async function copySnapshot({ source, work }: WorkingCopy): Promise<readonly SharedFile[]> {
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  const pathOf = (entry: (typeof entries)[number]): string => relative(source, join(entry.parentPath, entry.name));
  const folders = entries.filter((entry) => entry.isDirectory()).map(pathOf);
  for (const folder of folders.sort()) await mkdir(join(work, folder));

  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(pathOf)
      .map(async (path) => ({ path, ...pick(await stat(join(source, path))) })),
  );
  let copied = 0;
  const shared: SharedFile[] = [];
  const pending: Promise<void>[] = [];
  for (const file of files.sort((a, b) => a.bytes - b.bytes)) {
    copied += file.bytes;
    const small = file.bytes <= smallFile || copied <= mostCopied;
    if (!small) shared.push({ path: file.path, bytes: file.bytes, changed: file.changed });
    const place = small ? copyWritable : share;
    pending.push(place(join(source, file.path), join(work, file.path), file.mode));
    if (pending.length >= 32) await Promise.all(pending.splice(0));
  }
  await Promise.all(pending);
  return shared;
}

async function copyWritable(from: string, to: string, mode: number): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  await chmod(to, mode | 0o600);
}

async function share(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP'].includes(errorCode(error) ?? '')) throw error;
    await symlink(from, to);
  }
}

/** Never through a link: what stands there is removed first. */
async function placeEdited(work: string, { path, text }: SourceFile): Promise<void> {
  const place = inside(work, path);
  if (place === null) throw new Error(`An edited file lies outside the working copy: ${path}`);
  const mode = await stat(place).then(
    (found) => found.mode | 0o600,
    () => 0o644,
  );
  await mkdir(dirname(place), { recursive: true });
  await rm(place, { force: true });
  await writeFile(place, text, { flag: 'wx', mode });
}

async function placeData({ work, directory }: WorkingCopy, mount: DataMount): Promise<void> {
  const wanted = mount.inside ?? basename(mount.host);
  if (isAbsolute(wanted)) {
    await expectSame(mount.host, wanted);
    return;
  }
  const place = inside(work, join(directory, wanted));
  if (place === null) throw outside(mount.host, wanted);
  await mkdir(dirname(place), { recursive: true });
  await rm(place, { recursive: true, force: true });
  await linkData(mount.host, place);
}

/** An absolute place is the machine's own: without a container it must already show the data. */
async function expectSame(host: string, wanted: string): Promise<void> {
  const [one, other] = await Promise.all([realpath(host), realpath(wanted).catch(() => null)]);
  if (one !== other) throw outside(host, wanted);
}

function outside(host: string, wanted: string): UserError {
  return new UserError(
    'refused',
    'data-outside',
    `--data ${host}:${wanted} would have to change this machine outside the working copy, which the local runner does not do.`,
    { help: `Give a place relative to the script's working directory, as in --data ${host}:${basename(wanted)}.` },
  );
}

function inside(work: string, path: string): string | null {
  const place = resolve(work, path);
  return place.startsWith(`${work}/`) ? place : null;
}

function pick({ size, mtimeMs, mode }: { size: number; mtimeMs: number; mode: number }) {
  return { bytes: size, changed: mtimeMs, mode: mode & 0o777 };
}
