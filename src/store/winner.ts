import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../machine/write-durably.ts';
import { attemptPlace } from './study-folder.ts';
import type { StudyFolder } from './study-folder.ts';

/** What an outcome leaves in `winner/`. */
export interface Keepsake {
  readonly diff: string;
  /** The attempt whose model is the one to take. */
  readonly model: { readonly trial: number; readonly attempt: number } | null;
  readonly summary: (files: KeptFiles) => string;
}

export interface KeptFiles {
  readonly study: string;
  readonly model: string | null;
  readonly diff: string | null;
  readonly summary: string | null;
}

/** Puts diff, summary and model of an outcome into the study's `winner/`. */
export async function keepWinner(folder: StudyFolder, { diff, model, summary }: Keepsake): Promise<KeptFiles> {
  await mkdir(folder.winner, { recursive: true });
  const source = model === null ? null : join(attemptPlace(folder, model.trial, model.attempt).folder, 'model');
  const kept: KeptFiles = {
    study: folder.root,
    model: source !== null && existsSync(source) ? join(folder.winner, 'model') : null,
    diff: diff === '' ? null : join(folder.winner, 'retune.diff'),
    summary: join(folder.winner, 'summary.md'),
  };
  await rm(join(folder.winner, 'model'), { recursive: true, force: true });
  if (kept.model !== null && source !== null) await cp(source, kept.model, { recursive: true });
  if (kept.diff !== null) await writeDurably(kept.diff, diff);
  await writeDurably(join(folder.winner, 'summary.md'), summary(kept));
  return kept;
}
