import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { piecesOf, sampledBytes, wholeFile } from '../machine/file-samples.ts';
import type { DataMount } from '../settings/settings.ts';

/** How much is looked at: whole files up to a size, while the sum of what is read lasts; then names and sizes alone. */
const readTogether = 256 << 20;
/** A folder with more files is known by the first of them, in the order of their names. */
const mostFiles = 50_000;
/** What tools and scripts leave beside the data. */
const noData = /^(\..*|__pycache__|.*\.(cache|lock|tmp))$/;

interface Found {
  readonly path: string;
  readonly bytes: number;
}

/**
 * The content of declared data, as a text that changes with it; `null`: none was declared. No times and no places are
 * in it: a copy is the same data.
 */
export async function contentOf(data: readonly DataMount[]): Promise<string | null> {
  if (data.length === 0) return null;
  const hash = createHash('sha256');
  let left = readTogether;
  for (const { host } of data) {
    const files = await filesBelow(host);
    hash.update(`${files.length}\n`);
    for (const { path, bytes } of files) {
      hash.update(JSON.stringify([path.slice(host.length), bytes]));
      const whole = bytes <= wholeFile;
      const cost = whole ? bytes : sampledBytes;
      if (cost > left) continue;
      left -= cost;
      await addContent(hash, path, bytes, whole);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** A file as it is; a folder's files, those of a subfolder where its name stands. Nothing there: none. */
async function filesBelow(root: string): Promise<readonly Found[]> {
  const found: Found[] = [];
  const walk = async (path: string): Promise<void> => {
    if (found.length >= mostFiles) return;
    const status = await stat(path).catch(() => null);
    if (status?.isFile()) found.push({ path, bytes: status.size });
    if (status?.isDirectory() !== true) return;
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    const names = entries.filter(({ name }) => !noData.test(name)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    // A link to a folder may lead in a circle; one to a file is as good as the file.
    for (const entry of names)
      if (!entry.isSymbolicLink() || (await isFile(join(path, entry.name)))) await walk(join(path, entry.name));
  };
  await walk(root);
  return found;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() === true;
}

/** All of a file, or samples from its beginning to its end. One that cannot be read is known by its name and size. */
async function addContent(hash: Hash, path: string, bytes: number, whole: boolean): Promise<void> {
  const file = await open(path).catch(() => null);
  if (file === null) return;
  try {
    for await (const piece of piecesOf(file, bytes, whole)) hash.update(piece);
  } finally {
    await file.close();
  }
}
