import { setTimeout as pause } from 'node:timers/promises';
import type { UserError } from '../errors.ts';
import type { Ending } from '../study/ending.ts';
import type { Message } from '../study/messages.ts';
import { filesOf, lastLinesOf, markStopped, readLimit, readStopped } from './attempt-files.ts';
import { eventsFile } from './events-file.ts';
import { type Exit, howItEnded } from './how-it-ended.ts';
import { changedShares } from './shared-files.ts';

/** What a runner sees of an attempt's process or container. After anything but `alive` it never runs again. */
export type Sight =
  /** `since`: milliseconds since the epoch, of the claim; `null`: not claimed yet. */
  | { readonly kind: 'alive'; readonly since: number | null }
  /** `exit`: `null` when nobody told us. */
  | { readonly kind: 'dead'; readonly exit: Exit | null; readonly rebooted: boolean }
  /** Revoked, by us or by another command, or ended before it could claim. */
  | { readonly kind: 'never'; readonly exit: Exit | null };

/** The part of an attempt that lives, as its runner knows it; everything else is in the folder. */
export interface Body {
  /** Looks, and revokes an attempt that nobody has claimed and that is not ours to wait for. */
  look(): Promise<Sight>;
  /** Ends it with everything that it started: politely, then by force. */
  end(): Promise<void>;
  /** Resolves once `look` will see the end; `null`: there is nothing but looking again. Never rejects. */
  readonly over: Promise<void> | null;
  /** The error when it ended before anything of ours could run. */
  broken(code: number, lastLines: readonly string[]): UserError;
}

/** Follows one attempt to its end (`Runner.follow`). `overtime`: milliseconds beyond the order's limit. */
export async function followAttempt(
  folder: string,
  body: Body,
  see: (message: Message) => void,
  overtime: number,
): Promise<Ending> {
  const limit = await readLimit(folder);
  const overdue = overtimeWatch(limit, overtime);
  const events = eventsFile(filesOf(folder).events);
  let lastWord: Message | null = null;
  const hear = (message: Message): void => {
    if (isLastWord(message)) lastWord = message;
    see(message);
  };

  for (const begun = performance.now(); ;) {
    // Life first, messages second: so nothing that was said before the end is missed.
    const sight = await body.look();
    const problem = await events.readOn(hear);
    if (problem !== null) {
      if (sight.kind === 'alive' && sight.since !== null) await body.end();
      throw new Error(`${filesOf(folder).events}:${problem.line}: ${problem.problem}`);
    }
    if (sight.kind !== 'alive') return await endingOf(folder, body, sight, lastWord, limit);
    if (overdue(sight.since)) {
      await markStopped(folder, 'time-limit');
      await body.end();
      continue;
    }
    const nap = pause(performance.now() - begun < 60_000 ? 50 : 200);
    await (body.over === null ? nap : Promise.race([nap, body.over]));
  }
}

async function endingOf(
  folder: string,
  body: Body,
  sight: Exclude<Sight, { kind: 'alive' }>,
  lastWord: Message | null,
  limit: number | null,
): Promise<Ending> {
  const [stopped, lastLines] = await Promise.all([readStopped(folder), lastLinesOf(folder)]);
  const { exit } = sight;
  if (sight.kind === 'never') {
    if (stopped !== null) return { kind: 'stopped' };
    const code = exit?.code ?? notClaimed;
    if (code !== notClaimed) throw body.broken(code, lastLines);
    return { kind: 'never-started' };
  }
  if (exit?.code === runtimeBug) throw new Error(`The runtime failed in ${folder}:\n${lastLines.join('\n')}`);
  const changed = await changedShares(folder);
  if (changed !== null) throw changed;
  return howItEnded({ lastWord, exit, stopped, rebooted: sight.rebooted, limit, lastLines });
}

/** Exit codes of the runtime (PROTOCOL.md). */
const runtimeBug = 70;
const notClaimed = 75;

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
