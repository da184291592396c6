import type { FileHandle } from 'node:fs/promises';

/** Up to here a file is read whole where its content is to be known; beyond it by samples. Bytes. */
export const wholeFile = 16 << 20;
const samples = 64;
const sampleBytes = 16 << 10;
/** What the samples of a file come to. Bytes. */
export const sampledBytes = samples * sampleBytes;

/** All of a file of so many bytes, or samples from its beginning to its end, as the runtime's `data_files.py` takes them. */
export async function* piecesOf(file: FileHandle, bytes: number, whole: boolean): AsyncGenerator<Uint8Array> {
  const length = whole ? bytes : sampleBytes;
  for (let number = 0; number < (whole ? 1 : samples); number += 1) {
    const position = whole ? 0 : Math.floor(((bytes - sampleBytes) * number) / (samples - 1));
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
    yield buffer.subarray(0, bytesRead);
  }
}
