import { fstatSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { SnapshotFile } from './snapshot-files.ts';

/**
 * The files that are not where this process's own output goes: `retune run train.py > log.txt` writes beside the script, and
 * what it writes is no part of the script.
 */
export async function withoutOwnOutput(
  files: readonly SnapshotFile[],
  descriptors: readonly number[] = [1, 2],
): Promise<readonly SnapshotFile[]> {
  const own = descriptors.flatMap(identityOf);
  if (own.length === 0) return files;
  const kept = await Promise.all(
    files.map(async (file) => {
      const { dev, ino } = await stat(file.real);
      return own.includes(`${dev}:${ino}`) ? [] : [file];
    }),
  );
  return kept.flat();
}

/** Of a file only: a terminal or a pipe lies in no folder that could be pushed. */
function identityOf(descriptor: number): string[] {
  try {
    const found = fstatSync(descriptor);
    return found.isFile() ? [`${found.dev}:${found.ino}`] : [];
  } catch {
    // A closed descriptor writes nowhere.
    return [];
  }
}
