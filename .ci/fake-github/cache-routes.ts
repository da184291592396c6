import { found, type Handler } from './state.ts';

/** The entries of the cache as GitHub's REST API knows them: listed and deleted; they are written elsewhere. */
export const cacheRoutes: Readonly<Record<string, Handler>> = {
  'actions/get-actions-cache-list': ({ state, query }) => {
    const [prefix, ref] = [query.get('key') ?? '', query.get('ref')];
    const newestFirst = state.caches
      .filter(({ key }) => key.startsWith(prefix))
      .filter((entry) => ref === null || entry.ref === ref)
      .toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1));
    const size = Number(query.get('per_page') ?? 30);
    const start = (Number(query.get('page') ?? 1) - 1) * size;
    const page = newestFirst.slice(start, start + size);
    const actions_caches = page.map((entry) => ({ ...entry, last_accessed_at: entry.created_at }));
    return { status: 200, body: { total_count: newestFirst.length, actions_caches } };
  },
  'actions/delete-actions-cache-by-id': ({ state, parameters }) => {
    const entry = found(state.caches.find(({ id }) => id === Number(parameters.cache_id)));
    state.caches.splice(state.caches.indexOf(entry), 1);
    return { status: 204 };
  },
};
