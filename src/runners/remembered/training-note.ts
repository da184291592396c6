import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeJson, fields, integer, nullable, oneOf, text } from '../../decode.ts';
import type { Decoder } from '../../decode.ts';
import { writeDurably } from '../../machine/write-durably.ts';
import type { TakenFrom } from '../../study/ending.ts';
import type { AttemptPlace } from '../../study/order.ts';

/** What an attempt trains, beside its order: `trained.json`. */
export interface TrainingNote {
  /** Of files, arguments, seed and surroundings. */
  readonly key: string;
  /** The attempt that stands in for this one; `null`: it runs itself. */
  readonly takenFrom: TakenFrom | null;
}

const noteDecoder: Decoder<TrainingNote> = (value, path) =>
  fields({
    v: oneOf(1),
    key: text(100),
    takenFrom: nullable(fields({ study: text(200), trial: integer(0), attempt: integer(1) })),
  })(value, path);

function noteIn(folder: string): string {
  return join(folder, 'trained.json');
}

export async function noteTraining(folder: string, note: TrainingNote): Promise<void> {
  await writeDurably(noteIn(folder), `${JSON.stringify({ v: 1, ...note })}\n`);
}

/** `null`: it is an attempt of which nothing is to be remembered. */
export async function noteOf(folder: string): Promise<TrainingNote | null> {
  const json = await readFile(noteIn(folder), 'utf8').catch(() => null);
  const decoded = json === null ? null : decodeJson(noteDecoder, json);
  return decoded?.ok === true ? decoded.value : null;
}

/** Whether it never ran, as another one stands in for it. */
export async function isTaken({ folder }: AttemptPlace): Promise<boolean> {
  const note = await noteOf(folder);
  return note !== null && note.takenFrom !== null;
}
