import {
  both,
  byKind,
  decode,
  type Decoder,
  fields,
  finite,
  integer,
  list,
  oneOf,
  optional,
  record,
  text,
  truth,
} from '../decode.ts';
import {
  built,
  crossValidated,
  dataFiles,
  failure,
  observation,
  randomness,
  received,
  usage,
} from '../study/message-parts.ts';
import type { Message } from '../study/messages.ts';

/** What one line of `events.jsonl` is (images/runtime/PROTOCOL.md). */
export type Line =
  | { readonly kind: 'message'; readonly message: Message }
  /** Nothing to us, and nothing is wrong: a kind that a later runtime may write. */
  | { readonly kind: 'ignored'; readonly why: string }
  /** A bug of the runtime, with the path to the wrong field. */
  | { readonly kind: 'problem'; readonly problem: string };

const count = integer(0);
const variants = {
  started: fields({ pid: integer(1), python: text(), versions: record(text(), 1000), devices: list(text(), 1000) }),
  received,
  progress: both(
    fields({ phase: oneOf('import', 'data', 'train', 'validate', 'save') }),
    optional({ epoch: count, epochs: count, step: count, steps: count }),
  ),
  metric: observation,
  randomness,
  built,
  data: both(fields({ files: dataFiles, count, bytes: count }), optional({ remote: truth })),
  usage,
  'cross-validated': crossValidated,
  model: fields({ file: text(), bytes: count }),
  stopped: fields({ epoch: count }),
  warning: fields({ code: text(200), text: text() }),
  finished: fields({ exitCode: integer() }),
  failed: failure,
  'timed-out': fields({ limit: finite }),
};
const heading = fields({ v: oneOf(1), kind: text() });
const wholeMessage: Decoder<Message> = both(fields({ t: finite }), byKind(variants));

/** A complete line, without its line feed. */
export function readLine(line: string): Line {
  if (line.trim() === '') return { kind: 'ignored', why: 'empty line' };
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { kind: 'problem', problem: 'not JSON' };
  }
  const head = decode(heading, json);
  if (!head.ok) return { kind: 'problem', problem: head.problem };
  if (!Object.hasOwn(variants, head.value.kind)) return { kind: 'ignored', why: `unknown kind ${head.value.kind}` };
  const whole = decode(wholeMessage, json);
  return whole.ok ? { kind: 'message', message: whole.value } : { kind: 'problem', problem: whole.problem };
}

/** Longest line in bytes; what is longer is not kept in memory. */
export const longestLine = 16 * 1024;

/** Reads a growing `events.jsonl` piece by piece; numbers lines from 1. A torn last line is never seen. */
export interface MessageReader {
  push(chunk: Uint8Array): readonly (Line & { readonly line: number })[];
}

export function messageReader(): MessageReader {
  const lineFeed = 10;
  let rest: Uint8Array[] = [];
  let restBytes = 0;
  let line = 0;

  const keep = (piece: Uint8Array): void => {
    restBytes += piece.length;
    // A copy: `slice` of a Buffer is a view, and the caller reads the next piece into the same memory.
    if (restBytes <= longestLine) rest.push(new Uint8Array(piece));
  };
  const take = (): Line & { readonly line: number } => {
    line += 1;
    const found: Line =
      restBytes > longestLine
        ? { kind: 'problem', problem: `longer than ${longestLine} bytes` }
        : readLine(new TextDecoder().decode(joined(rest)));
    rest = [];
    restBytes = 0;
    return { ...found, line };
  };

  return {
    push(chunk) {
      const lines: (Line & { readonly line: number })[] = [];
      let from = 0;
      for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
        keep(chunk.subarray(from, end));
        lines.push(take());
        from = end + 1;
      }
      keep(chunk.subarray(from));
      return lines;
    },
  };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
