import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Direction } from '../metrics.ts';
import type { DataMount } from '../settings/settings.ts';

/**
 * What makes two commands speak of the same study. Target, budget, runner and parallelism are not in
 * it: they may change and extend a study.
 */
export interface StudyIdentity {
  /** Relative to the snapshot's root. */
  readonly script: string;
  readonly snapshotHash: string;
  /** The script's working directory, relative to the snapshot's root. */
  readonly directory: string;
  readonly arguments: readonly string[];
  readonly data: readonly DataMount[];
  /** What the data holds (`contentOf`). */
  readonly dataContent: string | null;
  readonly environmentHash: string;
  readonly metric: { readonly name: string | null; readonly direction: Direction | null };
  readonly tune: readonly string[];
  readonly keep: readonly string[];
}

/** The study's name, `train-3f9c2a1b`: the script's base name and a short hash of its identity. */
export function studyId(identity: StudyIdentity): string {
  const hash = createHash('sha256').update(canonical(identity)).digest('hex').slice(0, 8);
  return `${wordOf(identity.script)}-${hash}`;
}

/** Sets are sorted; the order of arguments and mounts means something and stays. */
function canonical({
  script,
  snapshotHash,
  directory,
  data,
  dataContent,
  environmentHash,
  metric,
  ...of
}: StudyIdentity): string {
  const mounts = [...data.map(({ host, inside }) => [host, inside]), ...(dataContent === null ? [] : [dataContent])];
  const choice = [[...of.tune].sort(), [...of.keep].sort()];
  const { name, direction } = metric;
  return JSON.stringify([
    1,
    script,
    snapshotHash,
    directory,
    of.arguments,
    mounts,
    environmentHash,
    name,
    direction,
    choice,
  ]);
}

/** A folder name that is safe everywhere, whatever the script is called. */
function wordOf(script: string): string {
  const name = posix.basename(script).replace(/\.[^.]*$/, '');
  const word = name.replace(/[^A-Za-z0-9_]+/g, '-').replace(/^-+|-+$/g, '');
  return word === '' ? 'study' : word.slice(0, 40);
}
