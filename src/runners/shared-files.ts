import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeJson, fields, finite, list, text } from '../decode.ts';
import { UserError } from '../errors.ts';
import { errorCode, writeDurably } from '../machine/write-durably.ts';
import { filesOf } from './attempt-files.ts';
import type { SharedFile } from './working-copy.ts';

const note = fields({
  source: text(4096),
  files: list(fields({ path: text(4096), bytes: finite, changed: finite }), 1_000_000),
});

/** Keeps how the large files looked that the attempt shares with the snapshot. */
export async function noteShares(folder: string, source: string, files: readonly SharedFile[]): Promise<void> {
  if (files.length > 0) await writeDurably(filesOf(folder).links, JSON.stringify({ source, files }));
}

/** The files that an attempt shares with the snapshot, and with all others. */
export async function readShares(
  folder: string,
): Promise<{ readonly source: string; readonly files: readonly SharedFile[] }> {
  const { links } = filesOf(folder);
  let json: string;
  try {
    json = await readFile(links, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { source: '', files: [] };
    throw error;
  }
  const decoded = decodeJson(note, json);
  if (!decoded.ok) throw new Error(`${links}: ${decoded.problem}`);
  return decoded.value;
}

/**
 * The error, when the script wrote into a shared file. Its mode forbids that, but root may all the same;
 * then every later trial would learn from other data than the baseline.
 */
export async function changedShares(folder: string): Promise<UserError | null> {
  const { source, files } = await readShares(folder);
  for (const { path, bytes, changed } of files) {
    const now = await stat(join(source, path)).catch(() => null);
    if (now?.size === bytes && now.mtimeMs === changed) continue;
    return new UserError(
      'mistake',
      'shared-file-changed',
      `The script changed ${path}, which all trials share because it is large.`,
      {
        help: 'Let the script write under another name; then start the study again with --fresh.',
        place: { file: path },
      },
    );
  }
  return null;
}
