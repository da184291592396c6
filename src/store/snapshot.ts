import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { chmod, copyFile, mkdir, open, realpath, rename, rm, stat, truncate } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../errors.ts';
import { errorCode, namingFullDisk, syncFolder } from '../machine/write-durably.ts';
import { withoutOwnOutput } from './own-output.ts';
import { mostFiles, originOf, pathsUnder, resolveFiles, type SnapshotFile } from './snapshot-files.ts';

/** The pushed files as they were at one moment, read but not yet kept. */
export interface Snapshot {
  /** Absolute: the repository, or the script's folder where there is none. */
  readonly root: string;
  /** Relative to the root, with forward slashes. */
  readonly script: string;
  /** Of paths, modes and contents. */
  readonly hash: string;
  readonly bytes: number;
  readonly files: readonly (SnapshotFile & { readonly hash: string })[];
  readonly commit: string | null;
  readonly ref: string | null;
  readonly dirty: boolean;
  /** What could not come along, and why. */
  readonly leftOut: readonly { readonly path: string; readonly why: string }[];
}

export interface SnapshotQuestion {
  /** Absolute path. */
  readonly script: string;
  readonly limitBytes?: number;
  /** Files or folders that belong to it although git ignores them, relative to the root. */
  readonly also?: readonly string[];
  /** Absolute folders that never belong to it, such as our own home. */
  readonly without?: readonly string[];
}

/** Reads and hashes the files that belong to a script, so that an existing study is found without a copy. */
export async function readSnapshot(question: SnapshotQuestion): Promise<Snapshot> {
  const { script, limitBytes = 512 << 20, also = [], without = [] } = question;
  const own = await realpath(dirname(script));
  const origin = await originOf(own);
  const path = relative(origin.root, join(own, script.slice(dirname(script).length + 1))).replaceAll(sep, '/');
  const paths = [...new Set([...(await pathsUnder(origin)), path, ...also])];
  const excluded = without.map((folder) => folder + sep);
  const kept = paths.filter((one) => !excluded.some((folder) => join(origin.root, one).startsWith(folder)));
  const { files: found, leftOut } = await resolveFiles(origin.root, kept);
  const files = await withoutOwnOutput(found);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  refuseTooMuch(origin.root, files, bytes, limitBytes);

  const hashed = await inBatches(files, async (file) => ({ ...file, hash: await hashOf(file.real) }));
  const hash = createHash('sha256');
  for (const file of hashed) hash.update(`${JSON.stringify([file.path, file.executable, file.hash])}\n`);
  const { commit, ref, dirty } = origin.git ?? { commit: null, ref: null, dirty: false };
  return {
    root: origin.root,
    script: path,
    hash: hash.digest('hex'),
    bytes,
    files: hashed,
    commit,
    ref,
    dirty,
    leftOut,
  };
}

/**
 * Keeps a snapshot in a folder, read-only and without links, whole or not at all; harmless when it is
 * kept already. Refuses when a file is no longer as it was read.
 */
export async function keepSnapshot(snapshot: Snapshot, into: string): Promise<void> {
  if (await exists(into)) return;
  const temporary = `${into}.tmp-${process.pid}`;
  await namingFullDisk(into, async () => {
    try {
      const folders = new Set(snapshot.files.map(({ path }) => dirname(join(temporary, path))));
      for (const folder of [temporary, ...folders]) await mkdir(folder, { recursive: true });
      await inBatches(snapshot.files, (file) => keepFile(file, join(temporary, file.path)));
      for (const folder of folders) await syncFolder(folder);
      await rename(temporary, into);
      await syncFolder(dirname(into));
    } catch (error) {
      await rm(temporary, { recursive: true, force: true });
      throw error;
    }
  });
}

async function keepFile({ path, real, bytes, executable, hash }: Snapshot['files'][number], to: string): Promise<void> {
  // A clone where the file system can; never a link, which would follow the author's later edits.
  await copyFile(real, to, constants.COPYFILE_FICLONE);
  // The author's own copy may be read-only.
  await chmod(to, 0o644);
  // A log that grows meanwhile (`retune run … | tee log.txt`) is kept as it was read.
  if ((await stat(to)).size > bytes) await truncate(to, bytes);
  if ((await hashOf(to)) !== hash) {
    throw new UserError('machine', 'changed-while-read', `${path} was changed while it was being copied.`, {
      help: 'Run the command again when nothing writes into the folder.',
      place: { file: real },
    });
  }
  const file = await open(to, 'r+');
  await file.sync().finally(() => file.close());
  await chmod(to, executable ? 0o555 : 0o444);
}

function refuseTooMuch(root: string, files: readonly SnapshotFile[], bytes: number, limit: number): void {
  if (bytes <= limit && files.length <= mostFiles) return;
  const largest = [...files].sort((a, b) => b.bytes - a.bytes).slice(0, 5);
  const names = largest.map((file) => `${file.path} (${inWords(file.bytes)})`).join(', ');
  const much = files.length > mostFiles ? `more than ${mostFiles} files` : inWords(bytes);
  throw new UserError(
    'refused',
    'snapshot-too-large',
    `${root} holds ${much} beside the script; ${inWords(limit)} and ${mostFiles} files are allowed. Largest: ${names}.`,
    { help: 'Put data into .gitignore and give it with --data, or move the script into a repository of its own.' },
  );
}

function inWords(bytes: number): string {
  return bytes >= 1 << 20 ? `${Math.ceil(bytes / (1 << 20))} MB` : `${Math.ceil(bytes / 1024)} kB`;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** In order, some at a time: file handles are few. */
async function inBatches<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += 32) {
    results.push(...(await Promise.all(items.slice(at, at + 32).map(work))));
  }
  return results;
}
