import type { Ending } from '../study/ending.ts';
import type { Message } from '../study/messages.ts';

/** How a process or container ended, as its parent or engine learns it. */
export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
  /** Why it was ended, where an engine tells. */
  readonly cause?: string;
  /** It was forked warm and did nothing; we ended it. */
  readonly hung?: boolean;
}

/** Why we ended an attempt ourselves. */
export type StopReason = 'stop' | 'time-limit';

/** All that is known about an attempt that is over. */
export interface Evidence {
  /** The last word of the runtime: `finished`, `failed` or `timed-out`. */
  readonly lastWord: Message | null;
  /** `null` when the process was not our child: then nobody told us. */
  readonly exit: Exit | null;
  readonly stopped: StopReason | null;
  readonly rebooted: boolean;
  readonly limit: number | null;
  readonly lastLines: readonly string[];
}

/** The one way in which an attempt ended. What the runtime said counts most, then what we did. */
export function howItEnded(evidence: Evidence): Ending {
  const { lastWord, stopped, lastLines } = evidence;
  if (lastWord?.kind === 'finished') return exited(lastWord.exitCode, lastLines);
  if (lastWord?.kind === 'timed-out') return { kind: 'timed-out', limit: lastWord.limit, lastLines };
  if (stopped === 'time-limit') return { kind: 'timed-out', limit: evidence.limit ?? 0, lastLines };
  // Also when the script failed by our signal.
  if (stopped === 'stop') return { kind: 'stopped' };
  if (lastWord?.kind === 'failed') {
    const { exitCode, type, message, file, line } = lastWord;
    return { kind: 'failed', failure: { exitCode, type, message, file, line }, lastLines };
  }
  return withoutLastWord(evidence);
}

function withoutLastWord({ exit, rebooted, limit, lastLines }: Evidence): Ending {
  const lost = (why: string): Ending => ({ kind: 'lost', why, lastLines });
  if (rebooted) return lost('the machine was restarted');
  if (exit?.hung === true) return lost('it did nothing after a warm start; from now on trials start cold');
  if (exit === null || (exit.code === null && exit.signal === null))
    return lost('its process is gone; who or what ended it is not known');
  if (exit.cause !== undefined) return lost(exit.cause);
  if (exit.signal !== null) return lost(signals[exit.signal] ?? `ended by ${exit.signal}`);
  if (exit.code === killed) return lost(signals.SIGKILL ?? 'killed');
  if (exit.code === timedOut) return { kind: 'timed-out', limit: limit ?? 0, lastLines };
  return exited(exit.code ?? 0, lastLines);
}

/** The script ended the process by itself, past the runtime (`os._exit`), or with a code of its own. */
function exited(code: number, lastLines: readonly string[]): Ending {
  if (code === 0) return { kind: 'finished' };
  const message = `the script ended with exit code ${code}`;
  return {
    kind: 'failed',
    failure: { exitCode: code, type: 'SystemExit', message, file: null, line: null },
    lastLines,
  };
}

/** Exit codes of `128 + SIGKILL` by a shell or container in between, and of the runtime's own limit. */
const killed = 137;
const timedOut = 124;

const signals: Readonly<Record<string, string>> = {
  SIGKILL: 'killed by SIGKILL: out of memory most probably, or by someone',
  SIGSEGV: 'crashed with SIGSEGV, in native code',
  SIGABRT: 'aborted with SIGABRT, in native code',
  SIGBUS: 'crashed with SIGBUS: a mapped file was cut, or the disk or /dev/shm is full',
  SIGILL: 'crashed with SIGILL: a package was built for another processor',
  SIGTERM: 'ended by SIGTERM from outside',
  SIGINT: 'ended by SIGINT from outside',
  SIGHUP: 'ended by SIGHUP: its terminal or session was closed',
};
