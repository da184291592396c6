import { stat } from 'node:fs/promises';
import { currentBoot, isAlive, type ProcessIdentity } from '../../machine/process-identity.ts';
import { filesOf, readClaim, revoke } from '../attempt-files.ts';
import type { OwnProcess } from './own-processes.ts';

/** Whether an attempt lives; after `dead` and `never` nothing of it will ever run again. */
export type Life =
  | { readonly kind: 'alive'; readonly leader: ProcessIdentity | null; readonly since: number | null }
  | { readonly kind: 'dead'; readonly leader: ProcessIdentity | null; readonly rebooted: boolean }
  /** Revoked, by us or by another command. */
  | { readonly kind: 'never' };

/**
 * Looks at the claim, and revokes an attempt that nobody has claimed and that is not ours to wait for.
 * So that a process which is only slow to claim finds that it may not.
 */
export async function lifeOf(folder: string, own: OwnProcess | null): Promise<Life> {
  const starting = own !== null && own.exit() === null;
  const claim = await readClaim(folder);
  switch (claim?.by) {
    case undefined:
      if (starting) return { kind: 'alive', leader: null, since: null };
      return (await revoke(folder)) ? { kind: 'never' } : await lifeOf(folder, own);
    case 'command':
      return starting ? { kind: 'alive', leader: null, since: null } : { kind: 'never' };
    case 'unreadable':
      if (starting || !(await isSettled(folder))) return { kind: 'alive', leader: null, since: null };
      return { kind: 'dead', leader: null, rebooted: false };
    case 'runtime': {
      const { identity: leader, at: since } = claim;
      const alive = own?.pid === leader.pid ? own.exit() === null : isAlive(leader);
      return alive
        ? { kind: 'alive', leader, since }
        : { kind: 'dead', leader, rebooted: leader.boot !== currentBoot() };
    }
  }
}

/** A claim is created and filled in two steps, moments apart; one that stays empty lost its writer. */
async function isSettled(folder: string): Promise<boolean> {
  const { mtimeMs } = await stat(filesOf(folder).claim);
  return Math.abs(Date.now() - mtimeMs) > 2000;
}
