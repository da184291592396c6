import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../../errors.ts';
import type { Ending } from '../../study/ending.ts';
import type { Message } from '../../study/messages.ts';
import { filesOf, lastLinesOf, markStopped, readLimit, readStopped } from './attempt-files.ts';
import { endLeftOvers, endProcesses } from './end-processes.ts';
import { eventsFile } from './events-file.ts';
import { type Exit, howItEnded } from './how-it-ended.ts';
import { type Life, lifeOf } from './life.ts';
import { markOf, type OwnProcess } from './own-processes.ts';
import { changedShares } from './shared-files.ts';

export interface Patience {
  /** Milliseconds between SIGTERM and SIGKILL. */
  readonly stop: number;
  /** Milliseconds that the runtime has, beyond the order's limit, to end the attempt by itself. */
  readonly overtime: number;
}

/** Follows one attempt to its end (`Runner.follow`). `own` is its process where we are the parent. */
export async function followAttempt(
  folder: string,
  own: OwnProcess | null,
  see: (message: Message) => void,
  patience: Patience,
): Promise<Ending> {
  const mark = markOf(folder);
  const limit = await readLimit(folder);
  const overdue = overtimeWatch(limit, patience.overtime);
  const events = eventsFile(filesOf(folder).events);
  let lastWord: Message | null = null;
  const hear = (message: Message): void => {
    if (isLastWord(message)) lastWord = message;
    see(message);
  };

  for (const begun = performance.now(); ;) {
    // Life first, messages second: so nothing that was said before the end is missed.
    const life = await lifeOf(folder, own);
    if (life.kind === 'dead' && life.leader !== null) await endLeftOvers(life.leader, mark, lingering);
    const problem = await events.readOn(hear);
    if (problem !== null) {
      if (life.kind === 'alive' && life.leader !== null) await endProcesses(life.leader, mark, patience.stop);
      throw new Error(`${filesOf(folder).events}:${problem.line}: ${problem.problem}`);
    }
    if (life.kind !== 'alive') return await endingOf(folder, life, own?.exit() ?? null, lastWord, limit);
    if (life.leader !== null && overdue(life.since)) {
      await markStopped(folder, 'time-limit');
      await endProcesses(life.leader, mark, patience.stop);
      continue;
    }
    const nap = pause(performance.now() - begun < 60_000 ? 50 : 200);
    await (own?.exit() === null ? Promise.race([nap, own.ended]) : nap);
  }
}

/** What a script started may finish its own tidying up: joblib's trackers, loggers. */
const lingering = 1000;

async function endingOf(
  folder: string,
  life: Life,
  exit: Exit | null,
  lastWord: Message | null,
  limit: number | null,
): Promise<Ending> {
  const [stopped, lastLines] = await Promise.all([readStopped(folder), lastLinesOf(folder)]);
  if (life.kind === 'never') {
    if (stopped !== null) return { kind: 'stopped' };
    const code = exit?.code ?? notClaimed;
    if (code !== notClaimed) throw pythonFailed(code, lastLines);
    return { kind: 'never-started' };
  }
  if (exit?.code === runtimeBug) throw new Error(`The runtime failed in ${folder}:\n${lastLines.join('\n')}`);
  const changed = await changedShares(folder);
  if (changed !== null) throw changed;
  const rebooted = life.kind === 'dead' && life.rebooted;
  return howItEnded({ lastWord, exit, stopped, rebooted, limit, lastLines });
}

/** Exit codes of the runtime (PROTOCOL.md). */
const runtimeBug = 70;
const notClaimed = 75;

function pythonFailed(code: number, lastLines: readonly string[]): UserError {
  const said = lastLines.length === 0 ? '' : `:\n${lastLines.join('\n')}`;
  const message = `The interpreter ended with exit code ${code} before it could run anything${said}`;
  return new UserError('machine', 'python-failed', message, {
    help: 'Remove the environment with `prune`, so that it is made anew.',
  });
}

function isLastWord({ kind }: Message): boolean {
  return kind === 'finished' || kind === 'failed' || kind === 'timed-out';
}

/** Tells when an attempt has run so long that its own runtime should have ended it. */
function overtimeWatch(limit: number | null, overtime: number): (since: number | null) => boolean {
  let deadline: number | undefined;
  return (since) => {
    if (limit === null || since === null) return false;
    // The wall clock is asked once only: it may be set meanwhile.
    deadline ??= performance.now() - Math.max(0, Date.now() - since) + limit * 1000 + overtime;
    return performance.now() > deadline;
  };
}
