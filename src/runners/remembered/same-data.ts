import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { piecesOf, wholeFile } from '../../machine/file-samples.ts';
import type { DataFile, DataRead } from '../../study/data-file.ts';

/** As in the runtime's `data_files.py`: files are read whole while the sum of all lasts. */
const wholeTogether = 64 << 20;

/** Whether a run told all that it read as data: nothing of it came from elsewhere, or is missing in the list. */
export function isTold({ files, count, remote }: DataRead): boolean {
  return remote === false && files.length === count;
}

/** Whether the files hold now what they held when a run read them. */
export async function isSameData(files: readonly DataFile[]): Promise<boolean> {
  let left = wholeTogether;
  for (const { path, bytes, digest } of files) {
    const whole = bytes <= Math.min(wholeFile, left);
    left -= whole ? bytes : 0;
    if ((await digestOf(path, bytes, whole)) !== digest) return false;
  }
  return true;
}

/** `null`: it cannot be read, or has another size. */
async function digestOf(path: string, bytes: number, whole: boolean): Promise<string | null> {
  const file = await open(path).catch(() => null);
  if (file === null) return null;
  try {
    if ((await file.stat()).size !== bytes) return null;
    const hash = createHash('sha256');
    for await (const piece of piecesOf(file, bytes, whole)) hash.update(piece);
    return hash.digest('hex').slice(0, 32);
  } finally {
    await file.close();
  }
}
