import { UserError } from '../errors.ts';
import { deleteCache, listCaches } from '../github/caches.ts';
import type { GitHub } from '../github/client.ts';
import type { MonitorLine } from '../report/monitor-text.ts';
import { count } from '../report/wording.ts';
import { keysBegin, superseded } from '../wiring.ts';

/**
 * Deletes from GitHub's cache what newer states of the same studies stand over, before GitHub has to make room by
 * itself and takes what is still needed. The monitor does it, as it has the permission anyway: the jobs that run
 * training code have none.
 */
export async function monitorCaches(github: GitHub): Promise<readonly MonitorLine[]> {
  const line = { study: "GitHub's cache", script: null } as const;
  try {
    const old = superseded(await listCaches(github, keysBegin), Date.now());
    for (const entry of old) await deleteCache(github, entry);
    if (old.length === 0) return [];
    const megabytes = Math.round(old.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6);
    const why = `${count(old.length, 'older state')} of studies deleted, ${megabytes} MB`;
    return [{ ...line, cause: 'superseded', done: 'tidied', why }];
  } catch (error) {
    // Room for later is not worth a failed monitor.
    if (!(error instanceof UserError)) throw error;
    return [{ ...line, cause: 'cache-not-reached', done: 'left-alone', why: error.message.replace(/\.$/, '') }];
  }
}
