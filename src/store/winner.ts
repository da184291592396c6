import { constants, existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { namingFullDisk, writeDurably } from '../machine/write-durably.ts';
import { attemptPlace } from './study-folder.ts';
import type { SourceFile } from '../python/source.ts';
import type { StudyFolder } from './study-folder.ts';

/** What an outcome leaves in `winner/`. */
export interface Keepsake {
  readonly diff: string;
  /** The attempt whose model is the one to take. */
  readonly model: { readonly trial: number; readonly attempt: number } | null;
  /** A shell script that trains it again, and the files that it takes: their place beside it → where they lie. */
  readonly reproduce: { readonly script: string; readonly files: ReadonlyMap<string, string> };
  /** The files that the diff changes, as it leaves them, and the folder beside the script that holds them. */
  readonly changed: { readonly folder: string; readonly files: readonly SourceFile[] };
  readonly summary: (files: KeptFiles) => string;
}

export interface KeptFiles {
  readonly study: string;
  readonly model: string | null;
  /** What the script itself saved, at its places in the working copy; paths relative to `folder`. */
  readonly saved: { readonly folder: string; readonly files: readonly string[] } | null;
  readonly diff: string | null;
  readonly summary: string | null;
  readonly reproduce: string | null;
}

/** Puts diff, summary, model, what the script saved and how to train it again into the study's `winner/`. */
export async function keepWinner(
  folder: StudyFolder,
  { diff, model, reproduce, changed, summary }: Keepsake,
): Promise<KeptFiles> {
  await mkdir(folder.winner, { recursive: true });
  const attempt = model === null ? null : attemptPlace(folder, model.trial, model.attempt).folder;
  const saved = await copyOver(attempt, folder.winner, 'saved');
  const kept: KeptFiles = {
    study: folder.root,
    model: await copyOver(attempt, folder.winner, 'model'),
    saved: saved === null ? null : { folder: saved, files: await filesIn(saved) },
    diff: diff === '' ? null : join(folder.winner, 'retune.diff'),
    summary: join(folder.winner, 'summary.md'),
    reproduce: join(folder.winner, 'reproduce.sh'),
  };
  await keepReproduction(folder.winner, reproduce);
  await keepChanged(join(folder.winner, changed.folder), changed.files);
  if (kept.diff !== null) await writeDurably(kept.diff, diff);
  await writeSummary(join(folder.winner, 'summary.md'), summary(kept));
  return kept;
}

export async function writeSummary(path: string, text: string): Promise<void> {
  await writeDurably(path, text);
}

async function keepReproduction(winner: string, { script, files }: Keepsake['reproduce']): Promise<void> {
  await rm(join(winner, 'environment'), { recursive: true, force: true });
  for (const [name, path] of files) {
    await mkdir(dirname(join(winner, name)), { recursive: true });
    await copyFile(path, join(winner, name));
  }
  await writeDurably(join(winner, 'reproduce.sh'), script);
}

async function keepChanged(folder: string, files: readonly SourceFile[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeDurably(join(folder, path), text);
  }
}

/** Replaces a folder of the winner by the attempt's, where that has one. */
async function copyOver(attempt: string | null, winner: string, name: string): Promise<string | null> {
  const to = join(winner, name);
  await rm(to, { recursive: true, force: true });
  const from = attempt === null ? null : join(attempt, name);
  if (from === null || !existsSync(from)) return null;
  await namingFullDisk(to, () => cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE }));
  return to;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
