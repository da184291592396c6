import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { filesOf } from '../attempt-files.ts';
import type { Exit } from '../how-it-ended.ts';

/** A process that this process of ours started; only of such a one do we learn how it ended. */
export interface OwnProcess {
  readonly pid: number;
  /** `null` while it runs. */
  exit(): Exit | null;
  /** Resolves when it has ended; never rejects. */
  readonly ended: Promise<void>;
}

/** Stands in the environment of everything an attempt starts, so that it can be found and ended. */
export function markOf(folder: string): string {
  return `${markName}=${folder}`;
}

const markName = 'RETUNE_ATTEMPT';

/** The same as a variable of an environment. */
export function markedAs(folder: string): Readonly<Record<string, string>> {
  return { [markName]: folder };
}

/**
 * Starts the runtime on an attempt's folder in a session of its own, so that it outlives us: no
 * terminal, no pipe, both outputs appended to `output.log` by the process itself.
 */
export async function startRuntime(
  folder: string,
  with_: { readonly python: string; readonly runtime: string; readonly environment: Readonly<Record<string, string>> },
): Promise<OwnProcess> {
  const output = await open(filesOf(folder).output, 'a');
  try {
    const child = spawn(with_.python, [join(with_.runtime, 'attempt.py'), folder], {
      cwd: folder,
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
      env: { ...with_.environment, ...markedAs(folder) },
    });
    await spawned(child, with_.python);
    return ownProcess(child);
  } finally {
    await output.close();
  }
}

function ownProcess(child: ChildProcess): OwnProcess {
  let exit: Exit | null = null;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      exit = { code, signal };
      resolve();
    });
  });
  // Our own end must not wait for the training; a follower's timer keeps us alive as long as it looks.
  child.unref();
  return { pid: child.pid ?? 0, exit: () => exit, ended };
}

async function spawned(child: ChildProcess, python: string): Promise<void> {
  try {
    await once(child, 'spawn');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError('machine', 'python-not-started', `The interpreter ${python} cannot be started: ${reason}.`, {
      help: 'Remove the environment with `prune`, so that it is made anew, or name another interpreter with --python.',
      cause,
    });
  }
}
