import { lstat, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { errorCode } from '../machine/write-durably.ts';
import { type Holding, holderOf, holdingOf } from './lease-record.ts';
import { studiesFolder, type StudyFolder, studyFolder } from './study-folder.ts';
import { readStudy, type StudyRecord } from './study-record.ts';

/** A study as `status` and `prune` list it. */
export interface StudyEntry {
  readonly folder: StudyFolder;
  /** `null` when it was never completed, or cannot be read: then `problem` says why. */
  readonly record: StudyRecord | null;
  readonly problem: string | null;
  readonly holding: Holding;
}

/** Earlier studies of a script that are looked at. */
const remembered = 3;

/** The problem of a study that was given up before it had a record. */
export const neverCompleted = 'it was never completed';

/** All studies under a home, by name. */
export async function listStudies(home: string): Promise<readonly StudyEntry[]> {
  const names = await namesIn(studiesFolder(home));
  return await Promise.all(names.map((id) => entryOf(studyFolder(home, id))));
}

/** The latest studies of the same script with another text, environment or choice; the newest first. */
export async function earlierStudies(
  home: string,
  { id, root, script }: Pick<StudyRecord, 'id' | 'root' | 'script'>,
): Promise<readonly StudyFolder[]> {
  const others = (await listStudies(home)).filter(
    ({ record }) => record !== null && record.id !== id && record.root === root && record.script === script,
  );
  return others
    .toSorted((a, b) => (b.record?.createdAt ?? 0) - (a.record?.createdAt ?? 0))
    .slice(0, remembered)
    .map(({ folder }) => folder);
}

/** One study by its name, whether it is there or not. */
export function studyNamed(home: string, id: string): Promise<StudyEntry> {
  if (!/^[A-Za-z0-9_-]+$/.test(id)) throw new UserError('mistake', 'no-study', `"${id}" is not the name of a study.`);
  return entryOf(studyFolder(home, id));
}

/** Bytes that a folder takes on the disk; a file with several names counts once, links count for nothing. */
export async function sizeOnDisk(path: string, seen = new Set<string>()): Promise<number> {
  const found = await lstat(path);
  const inode = `${found.dev}:${found.ino}`;
  if (seen.has(inode)) return 0;
  seen.add(inode);
  let bytes = found.blocks * 512;
  if (found.isDirectory()) for (const name of await readdir(path)) bytes += await sizeOnDisk(join(path, name), seen);
  return bytes;
}

/** Removes a study from the disk; refuses while somebody living holds it. Its attempts must be stopped before. */
export async function removeStudy(study: StudyFolder): Promise<void> {
  const holder = await holderOf(study.lease);
  if (holder !== null) {
    throw new UserError('machine', 'study-held', `Study ${study.id} is in use by process ${holder.pid}.`, {
      help: `Wait for it, or end it (kill ${holder.pid}).`,
    });
  }
  // Gone in one step; a crash in the middle of removing leaves no half study.
  const grave = join(study.root, '..', `.removed-${study.id}-${process.pid}`);
  await rename(study.root, grave);
  await rm(grave, { recursive: true, force: true });
}

async function entryOf(folder: StudyFolder): Promise<StudyEntry> {
  try {
    const [record, holding] = await Promise.all([readStudy(folder), holdingOf(folder.lease)]);
    return { folder, record, problem: record === null ? neverCompleted : null, holding };
  } catch (error) {
    if (error instanceof UserError) return { folder, record: null, problem: error.message, holding: { kind: 'free' } };
    throw error;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
