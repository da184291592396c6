import { createHash } from 'node:crypto';
import {
  both,
  byKind,
  decode,
  decodeJson,
  type Decoded,
  type Decoder,
  fields,
  finite,
  integer,
  list,
  nullable,
  oneOf,
  optional,
  record,
  text,
  truth,
} from '../decode.ts';
import type { Dimension } from '../search/space.ts';
import type { Ending } from '../study/ending.ts';
import type { Purpose, RecordedEvent, StudyEvent } from '../study/events.ts';
import {
  crossValidated,
  dataFiles,
  failure,
  observation,
  randomness,
  received,
  usage,
  value,
} from '../study/message-parts.ts';

/** The journal's lines: one event each, with a checksum over all that stands before it. */
export function lineOf(recorded: RecordedEvent): string {
  // What cannot be read back must never be written: JSON turns a NaN into null.
  const readable = decode(recordedDecoder, recorded);
  if (!readable.ok) throw new Error(`A study event cannot be recorded: ${readable.problem}`);
  const body = JSON.stringify({ v: 1, ...readable.value }).slice(0, -1);
  return `${body},"sum":"${sumOf(body)}"}\n`;
}

export interface JournalContent {
  readonly events: readonly RecordedEvent[];
  /** Length of the whole lines in bytes; what follows is a torn last line. */
  readonly bytes: number;
}

/** All whole lines of a journal, or the number of the first that is wrong and why. */
export function readJournal(content: Buffer): JournalContent | { readonly line: number; readonly problem: string } {
  const events: RecordedEvent[] = [];
  let start = 0;
  for (let end = content.indexOf(lineFeed); end >= 0; end = content.indexOf(lineFeed, start)) {
    const line = content.subarray(start, end);
    const last = content.indexOf(lineFeed, end + 1) < 0 && end === content.length - 1;
    // After a power cut a torn last line may have its end but holes of zeros before it.
    if (last && line.includes(0)) break;
    const read = eventOf(line.toString('utf8'), events.length);
    if (!read.ok) return { line: events.length + 1, problem: read.problem };
    events.push(read.value);
    start = end + 1;
  }
  return { events, bytes: start };
}

const lineFeed = 10;
const sumField = /^(.*),"sum":"([0-9a-f]{16})"\}$/su;

function eventOf(line: string, n: number): Decoded<RecordedEvent> {
  const [, body, sum] = sumField.exec(line) ?? [];
  if (body === undefined) return { ok: false, problem: 'it has no checksum' };
  if (sumOf(body) !== sum) return { ok: false, problem: 'its checksum does not fit' };
  const read = decodeJson(recordedDecoder, `${body}}`);
  if (read.ok && read.value.n !== n) return { ok: false, problem: `it is event ${read.value.n} where ${n} should be` };
  return read;
}

function sumOf(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 16);
}

const lines = list(text(4000), 1000);
const long = text(100_000);
const nothing = fields({});

const ending: Decoder<Ending> = byKind({
  finished: optional({ takenFrom: fields({ study: text(100), trial: integer(0), attempt: integer(0) }) }),
  failed: fields({ failure, lastLines: lines }),
  'timed-out': fields({ limit: finite, lastLines: lines }),
  stopped: nothing,
  lost: fields({ why: long, lastLines: lines }),
  'never-started': nothing,
});

const purpose: Decoder<Purpose> = byKind({
  baseline: nothing,
  search: nothing,
  'dry-build': nothing,
  confirmation: fields({ repeat: integer(0) }),
});

const axis = { low: finite, high: finite, scale: oneOf('linear', 'log'), start: finite };
const dimension: Decoder<Dimension> = both(
  both(fields({ id: long }), optional({ when: fields({ id: long, among: list(value) }) })),
  byKind({
    real: fields(axis),
    integer: fields(axis),
    choice: fields({ choices: list(value), start: value }),
  }),
);

const event: Decoder<StudyEvent> = byKind({
  'session-started': fields({
    command: text(100),
    decisions: list(fields({ name: text(100), texts: list(long), base: text(4096) })),
    partOf: nullable(
      fields({ repository: text(200), run: integer(1), attempt: integer(1), ref: text(1000), api: text(1000) }),
    ),
  }),
  'session-stopped': (told, path) => ({
    // Version 0.1.0 did not tell the place at first.
    ...{ host: '', boot: '' },
    ...both(fields({ signal: oneOf('SIGINT', 'SIGTERM') }), optional({ host: text(1000), boot: text(100) }))(
      told,
      path,
    ),
  }),
  'goal-set': fields({
    target: fields({
      metric: text(200),
      direction: oneOf('maximise', 'minimise'),
      value: nullable(finite),
      trainMetric: truth,
    }),
    budget: both(fields({ trials: integer(0), seconds: nullable(finite) }), optional({ epochs: integer(1) })),
    repeats: integer(0),
  }),
  'space-set': fields({
    space: fields({ dimensions: list(dimension) }),
    left: list(fields({ id: long, why: long })),
  }),
  'trial-suggested': fields({ trial: integer(0), values: record(value), why: long, undoes: nullable(integer(0)) }),
  'attempt-started': fields({ trial: integer(0), attempt: integer(0), purpose, seed: nullable(integer()) }),
  'attempt-ended': both(
    fields({
      trial: integer(0),
      attempt: integer(0),
      ending,
      seconds: finite,
      observations: list(observation, 1_000_000),
      received: list(received),
      randomness: nullable(randomness),
      mismatches: lines,
    }),
    optional({ data: dataFiles, usage, disagreement: long, epochs: integer(1), crossValidated }),
  ),
  'search-ended': fields({
    verdict: byKind({
      reached: fields({ winner: integer(0), minimal: truth }),
      'below-target': nothing,
      impossible: nothing,
      exhausted: nothing,
      'no-target': nothing,
      'no-metric': fields({ seen: lines }),
      'baseline-failed': nothing,
    }),
  }),
});

const recordedDecoder: Decoder<RecordedEvent> = fields({ n: integer(0), at: finite, event });
