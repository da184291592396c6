import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttemptPlace } from '../study/order.ts';

/** Where everything of one study lies. Plain files: the folder alone is enough to go on. */
export interface StudyFolder {
  readonly id: string;
  readonly root: string;
  readonly record: string;
  /** The image in which it is trained, where it is a container's. */
  readonly image: string;
  readonly journal: string;
  readonly lease: string;
  readonly source: string;
  readonly trials: string;
  readonly winner: string;
  /** What the monitor did, and the output of what it started. */
  readonly restarts: string;
  readonly restartLog: string;
}

/** All studies of a home. */
export function studiesFolder(home: string): string {
  return join(home, 'studies');
}

export function studyFolder(home: string, id: string): StudyFolder {
  const root = join(studiesFolder(home), id);
  return {
    id,
    root,
    record: join(root, 'study.json'),
    image: join(root, 'image.json'),
    journal: join(root, 'journal.jsonl'),
    lease: join(root, 'lease.json'),
    source: join(root, 'source'),
    trials: join(root, 'trials'),
    winner: join(root, 'winner'),
    restarts: join(root, 'restarts.json'),
    restartLog: join(root, 'restart.log'),
  };
}

/** `trials/0007`: four digits, so that a listing is in order. */
export function trialFolder(study: StudyFolder, trial: number): string {
  return join(study.trials, String(trial).padStart(4, '0'));
}

/** The place of `trials/0007/attempts/2`, which a runner fills. */
export function attemptPlace(study: StudyFolder, trial: number, attempt: number): AttemptPlace {
  const folder = join(trialFolder(study, trial), 'attempts', String(attempt));
  return { study: study.id, trial, attempt, folder };
}

/** Makes the study's own folders; harmless when they are there. */
export async function makeStudyFolder(study: StudyFolder): Promise<void> {
  await mkdir(study.trials, { recursive: true });
}

/** Removes everything but the lease. */
export async function clearStudyFolder({ journal, record, image, trials, winner }: StudyFolder): Promise<void> {
  // The journal first: without it the rest is litter, with it a missing trial would be damage.
  for (const path of [journal, record, image, trials, winner]) await rm(path, { recursive: true, force: true });
}
