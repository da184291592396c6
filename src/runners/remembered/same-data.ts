import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { DataFile, DataRead } from '../../study/data-file.ts';

/** As in the runtime's `data_files.py`: whole up to here, and while the sum of all lasts; beyond by samples. */
const wholeFile = 16 << 20;
const wholeTogether = 64 << 20;
const samples = 64;
const sampleBytes = 16 << 10;

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
    const length = whole ? bytes : sampleBytes;
    for (let number = 0; number < (whole ? 1 : samples); number += 1) {
      const position = whole ? 0 : Math.floor(((bytes - sampleBytes) * number) / (samples - 1));
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
      hash.update(buffer.subarray(0, bytesRead));
    }
    return hash.digest('hex').slice(0, 32);
  } finally {
    await file.close();
  }
}
