import { readFile } from 'node:fs/promises';
import { type Decoder, decodeJson, fields, integer, list, nullable, oneOf, text, truth } from '../decode.ts';
import { UserError } from '../errors.ts';
import { errorCode, writeDurably } from '../machine/write-durably.ts';
import type { StudyFolder } from './study-folder.ts';
import type { StudyIdentity } from './study-identity.ts';

/** `study.json`: what is tuned; written once, last of all that a new study needs. */
export interface StudyRecord extends StudyIdentity {
  readonly v: 1;
  readonly id: string;
  /** Absolute: the repository, or the script's folder where there is none. */
  readonly root: string;
  readonly commit: string | null;
  /** Branch or tag. */
  readonly ref: string | null;
  /** Whether the snapshot held changes that the commit does not. */
  readonly dirty: boolean;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

const words = list(text(10_000));
const recordDecoder: Decoder<StudyRecord> = fields({
  v: oneOf(1),
  id: text(200),
  script: text(4096),
  snapshotHash: text(200),
  directory: text(4096),
  arguments: words,
  data: list(fields({ host: text(4096), inside: nullable(text(4096)) })),
  // Not in records of earlier versions.
  dataContent: (value, path) => nullable(text(200))(value ?? null, path),
  environmentHash: text(200),
  metric: fields({ name: nullable(text(200)), direction: nullable(oneOf('maximise', 'minimise')) }),
  tune: words,
  keep: words,
  root: text(4096),
  commit: nullable(text(200)),
  ref: nullable(text(1000)),
  dirty: truth,
  createdAt: integer(0),
});

/** The study's record, or `null` when there is no (complete) study in the folder. */
export async function readStudy({ record: path }: StudyFolder): Promise<StudyRecord | null> {
  let json: string;
  try {
    json = await readFile(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return null;
    throw error;
  }
  const decoded = decodeJson(recordDecoder, json);
  if (decoded.ok) return decoded.value;
  throw new UserError('machine', 'study-damaged', `The record of a study cannot be read: ${decoded.problem}.`, {
    help: 'Start it again with --fresh, or remove it with `prune`.',
    place: { file: path },
  });
}

/** Writes the record; from then on the study exists. */
export async function writeStudy({ record: path }: StudyFolder, record: StudyRecord): Promise<void> {
  await writeDurably(path, `${JSON.stringify(record, null, 2)}\n`);
}
