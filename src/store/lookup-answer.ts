import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/**
 * Asks GitHub's cache through its client, and says whether the cache has answered: the client gives back nothing both
 * where nothing is kept and where nobody could be asked (https://github.com/actions/toolkit/issues/658). So we watch its requests go by.
 */
export async function withAnswer<T>(ask: () => Promise<T>): Promise<{ readonly said: T; readonly answered: boolean }> {
  let answered = false;
  const hear = (message: unknown): void => {
    answered ||= isAnswer(message as Heard);
  };
  subscribe(channel, hear);
  try {
    const said = await ask();
    return { said, answered };
  } finally {
    unsubscribe(channel, hear);
  }
}

/** Node tells there of every response that one of its HTTP clients has received. */
const channel = 'http.client.response.finish';

interface Heard {
  readonly request?: { readonly path?: string };
  readonly response?: { readonly statusCode?: number };
}

/** The second version of the service answers a lookup with 200 in any case, the first one with 204 where there is nothing. */
function isAnswer({ request, response }: Heard): boolean {
  const { statusCode = 0 } = response ?? {};
  return lookup.test(request?.path ?? '') && statusCode >= 200 && statusCode < 300;
}

const lookup = /CacheService\/GetCacheEntryDownloadURL$|_apis\/artifactcache\/cache\?/;
