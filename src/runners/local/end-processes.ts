import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, processesOf, type ProcessIdentity } from '../../machine/process-identity.ts';
import { errorCode } from '../../machine/write-durably.ts';

/**
 * Ends a session leader and all that it started: SIGTERM, a grace, then SIGKILL until nothing is left.
 * A leader that is another process by now, or of another boot, is not touched.
 */
export async function endProcesses(leader: ProcessIdentity, mark: string, grace: number): Promise<void> {
  const deadline = performance.now() + grace;
  // The leader first: it may end its own children in good order.
  if (isAlive(leader)) {
    send(-leader.pid, 'SIGTERM');
    while (isAlive(leader) && performance.now() < deadline) await pause(10);
  }
  await endLeftOvers(leader, mark, Math.max(0, deadline - performance.now()));
}

/** The same for what is left when the leader is gone: worker processes, daemons, things in the background. */
export async function endLeftOvers(leader: ProcessIdentity, mark: string, grace: number): Promise<void> {
  const polite = performance.now() + grace;
  let left = processesOf(leader, mark);
  for (const pid of left) send(pid, 'SIGTERM');
  while (left.length > 0 && performance.now() < polite) {
    await pause(20);
    left = processesOf(leader, mark);
  }
  const hopeless = performance.now() + mostForce;
  while (left.length > 0) {
    for (const pid of left) send(pid, 'SIGKILL');
    await pause(10);
    left = processesOf(leader, mark);
    if (performance.now() > hopeless) {
      throw new Error(`Processes of an attempt do not end, even by force: ${left.join(', ')}`);
    }
  }
}

/** A process in an uninterruptible system call (a hanging network disk) survives SIGKILL for a while. */
const mostForce = 30_000;

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // Gone already.
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}
