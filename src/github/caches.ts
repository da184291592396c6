import type { GitHub } from './client.ts';
import { asking } from './problem.ts';

/** An entry of the repository's cache. */
export interface ListedCache {
  readonly id: number;
  readonly key: string;
  readonly ref: string;
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly bytes: number;
}

/** Entries of all branches whose keys begin so; of very many the newest thousand. */
export async function listCaches({ rest, at }: GitHub, prefix: string): Promise<readonly ListedCache[]> {
  const found: ListedCache[] = [];
  for (let page = 1; page <= 10; page += 1) {
    const { data } = await asking('list the entries of the cache', () =>
      rest.actions.getActionsCacheList({ ...at, key: prefix, sort: 'created_at', per_page: 100, page }),
    );
    for (const { id, key, ref, version, created_at: created, size_in_bytes: bytes = 0 } of data.actions_caches) {
      // What GitHub's description allows to be missing is not ours to judge.
      if (id === undefined || key === undefined || ref === undefined || created === undefined) continue;
      found.push({ id, key, ref, version: version ?? '', createdAt: Date.parse(created), bytes });
    }
    if (data.actions_caches.length < 100) break;
  }
  return found;
}

export async function deleteCache({ rest, at }: GitHub, { id }: ListedCache): Promise<void> {
  await asking('delete an entry of the cache', () => rest.actions.deleteActionsCacheById({ ...at, cache_id: id }));
}
