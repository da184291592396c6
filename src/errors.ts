/** Where in the user's files an error is: lines from 1, columns from 0 in Unicode code points. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** Exit codes of every command (ARCHITECTURE.md, "Commands"). */
export const exitCodes = {
  done: 0,
  bug: 1,
  mistake: 2,
  belowTarget: 3,
  refused: 4,
  machine: 5,
} as const;

export type ErrorKind = 'mistake' | 'refused' | 'machine';

/**
 * Something the user can act on. The message says what happened, to what, and what was expected;
 * `help` says what to do. Shown without a stack; anything else that is thrown is a bug of ours.
 *
 * - `mistake`: in the settings or the script. Exit code 2.
 * - `refused`: we understood, and will not do it, for a reason. Exit code 4.
 * - `machine`: disk, network, interpreter, another process. Exit code 5.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly kind: ErrorKind;
  readonly code: string;
  readonly help: string | undefined;
  readonly place: Place | undefined;

  constructor(
    kind: ErrorKind,
    code: string,
    message: string,
    more: { help?: string | undefined; place?: Place | undefined; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.kind = kind;
    this.code = code;
    this.help = more.help;
    this.place = more.place;
  }
}

/** The exit code that belongs to anything thrown. */
export function exitCodeOf(anything: unknown): number {
  const thrown = firstOf(anything);
  return thrown instanceof UserError ? exitCodes[thrown.kind] : exitCodes.bug;
}

/** What the person at the terminal reads for anything thrown, also for throws that are no `Error`. */
export function describeError(anything: unknown): string {
  const thrown = firstOf(anything);
  if (thrown instanceof UserError) {
    const place = thrown.place === undefined ? '' : `${describePlace(thrown.place)}: `;
    return `${place}${thrown.message}${thrown.help === undefined ? '' : `\n  → ${thrown.help}`}`;
  }
  if (thrown instanceof Error) return `A bug in Retune: ${thrown.stack ?? thrown.message}${describeCause(thrown)}`;
  return `A bug in Retune: something other than an error was thrown: ${String(thrown)}`;
}

/** What went wrong first: cleaning up after it (`await using`) may have failed as well, of the same cause. */
function firstOf(thrown: unknown): unknown {
  return thrown instanceof Error && 'suppressed' in thrown ? firstOf(thrown.suppressed) : thrown;
}

function describePlace({ file, line, column }: Place): string {
  if (line === undefined) return file;
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column + 1}`;
}

function describeCause(error: Error): string {
  return error.cause instanceof Error ? `\nCaused by: ${error.cause.stack ?? error.cause.message}` : '';
}
