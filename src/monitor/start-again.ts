import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** What came of starting a command: it took its study, or ended before it could. */
export type Started =
  { readonly kind: 'running'; readonly pid: number } | { readonly kind: 'ended'; readonly code: number | null };

/**
 * Starts a command of ours that outlives this process and the job it is in, and waits until it has
 * taken its study (`taken` says so of its process number) or has ended. Its output goes to `log`.
 */
export async function startAgain(
  command: readonly string[],
  { log, taken, most = 60_000 }: { log: string; taken: (pid: number) => Promise<boolean>; most?: number },
): Promise<Started> {
  const output = await open(log, 'a');
  try {
    const [program = '', ...args] = command;
    const child = spawn(program, args, {
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
      env: ownEnvironment(process.env),
    });
    await once(child, 'spawn');
    child.unref();
    const pid = child.pid ?? 0;
    const ended = (): boolean => child.exitCode !== null || child.signalCode !== null;
    const deadline = performance.now() + most;
    while (performance.now() < deadline) {
      if (ended()) return { kind: 'ended', code: child.exitCode };
      if (await taken(pid)) return { kind: 'running', pid };
      await pause(100);
    }
    return ended() ? { kind: 'ended', code: child.exitCode } : { kind: 'running', pid };
  } finally {
    await output.close();
  }
}

/**
 * A job's inputs and tokens are not for what goes on after it; and a runner ends, with the job, every
 * process that carries its `RUNNER_TRACKING_ID`.
 */
function ownEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(GITHUB|ACTIONS|INPUT|RUNNER|STATE)_/.test(name)),
  );
}
