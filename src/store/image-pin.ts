import { readFile } from 'node:fs/promises';
import { decodeJson, fields, list, oneOf, text } from '../decode.ts';
import { errorCode, writeDurably } from '../machine/write-durably.ts';
import type { StudyFolder } from './study-folder.ts';

/** The image in which a study began, and in which it stays. */
export interface ImagePin {
  readonly id: string;
  /** What was resolved beyond the locks, `name==version`: enough to make the same image again. */
  readonly extra: readonly string[];
}

const pin = fields({ v: oneOf(1), id: text(200), extra: list(text(500), 10_000) });

/** The study's image; `null` before it had one. */
export async function readPin({ image: path }: StudyFolder): Promise<ImagePin | null> {
  try {
    const decoded = decodeJson(pin, await readFile(path, 'utf8'));
    if (!decoded.ok) throw new Error(`${path}: ${decoded.problem}`);
    return { id: decoded.value.id, extra: decoded.value.extra };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

export async function writePin({ image: path }: StudyFolder, { id, extra }: ImagePin): Promise<void> {
  await writeDurably(path, `${JSON.stringify({ v: 1, id, extra })}\n`);
}
