import { readFile } from 'node:fs/promises';
import { decodeJson, fields, integer, list, oneOf } from '../decode.ts';
import { errorCode, writeDurably } from '../machine/write-durably.ts';
import type { StudyFolder } from './study-folder.ts';

/** A time at which the monitor started a study again. */
export interface Restart {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Runs of the study that had ended by then. */
  readonly ended: number;
}

/** Beside the journal, not in it: a restart that dies before it can take the study must count too. */
export async function readRestarts({ restarts }: StudyFolder): Promise<readonly Restart[]> {
  try {
    const decoded = decodeJson(decoder, await readFile(restarts, 'utf8'));
    // It guards against restarting for ever; the study itself does not need it.
    return decoded.ok ? decoded.value.restarts : [];
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

export async function noteRestart(folder: StudyFolder, restart: Restart): Promise<void> {
  const restarts = [...(await readRestarts(folder)), restart].slice(-mostKept);
  await writeDurably(folder.restarts, `${JSON.stringify({ v: 1, restarts })}\n`);
}

const mostKept = 100;
const decoder = fields({ v: oneOf(1), restarts: list(fields({ at: integer(0), ended: integer(0) }), mostKept) });
