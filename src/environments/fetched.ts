import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { decodeJson, fields, integer, oneOf, text } from '../decode.ts';
import { sizeOfFiles } from '../machine/size-of-files.ts';
import { errorCode, writeDurably } from '../machine/write-durably.ts';
import type { Download } from '../program/program.ts';

/** Data that was fetched for scripts, kept for all of them in a folder of its own: `<home>/data/<name>/`. */
export interface KeptData {
  /** What loaded it and with what: `keras.datasets.mnist.load_data-1a2b3c4d`. */
  readonly name: string;
  readonly folder: string;
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly lastUsed: number;
}

/** The same call brings the same data, whichever script makes it and wherever it wants it. */
export function nameOf({ loader, arguments: given }: Download): string {
  const sorted = Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash('sha256')
    .update(JSON.stringify([loader, sorted]))
    .digest('hex');
  return `${loader}-${hash.slice(0, 8)}`;
}

export function folderOf(home: string, name: string): string {
  return join(resolve(home), 'data', name);
}

/** What the library wrote. */
export function filesIn(folder: string): string {
  return join(folder, 'files');
}

const marker = fields({ v: oneOf(1), loader: text(500), bytes: integer(0) });

/** Whether the data is there and whole; notes that it is used. */
export async function useData(folder: string): Promise<boolean> {
  if ((await readMarker(folder)) === null) return false;
  const now = new Date();
  await utimes(markerIn(folder), now, now);
  return true;
}

/** Says that a folder is whole: until then it is made again from nothing. */
export async function markFetched(folder: string, loader: string): Promise<number> {
  const bytes = await sizeOfFiles(filesIn(folder));
  await writeDurably(markerIn(folder), `${JSON.stringify({ v: 1, loader, bytes })}\n`);
  return bytes;
}

/** All that was fetched into a home, also what was not finished. */
export async function listData(home: string): Promise<readonly KeptData[]> {
  const names = await readdir(folderOf(home, '')).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  return await Promise.all(
    names.sort().map(async (name) => {
      const folder = folderOf(home, name);
      const whole = await readMarker(folder);
      const { mtimeMs: lastUsed } = await stat(whole === null ? folder : markerIn(folder));
      return { name, folder, bytes: whole?.bytes ?? (await sizeOfFiles(folder)), lastUsed };
    }),
  );
}

export async function removeData({ folder }: KeptData): Promise<void> {
  // The marker first: what is half removed must not pass for whole.
  await rm(markerIn(folder), { force: true });
  await rm(folder, { recursive: true, force: true });
}

function markerIn(folder: string): string {
  return join(folder, 'complete.json');
}

async function readMarker(folder: string) {
  const json = await readFile(markerIn(folder), 'utf8').catch(() => '');
  const decoded = decodeJson(marker, json);
  return decoded.ok ? decoded.value : null;
}
