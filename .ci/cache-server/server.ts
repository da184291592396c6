import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An entry of the cache, as GitHub would list it. */
export interface CacheEntry {
  readonly id: number;
  readonly key: string;
  readonly version: string;
  /** The ref of the run that wrote it. */
  readonly scope: string;
  content: Buffer;
  /** Until then it cannot be found. */
  finalized: boolean;
}

export interface CacheServer extends AsyncDisposable {
  /** As `ACTIONS_RESULTS_URL` names it. */
  readonly url: string;
  readonly entries: readonly CacheEntry[];
  /** A runtime token: it writes under one ref, and reads this and others (the default branch, a base). */
  readonly token: (scope: string, alsoReads?: readonly string[]) => string;
  /** What goes wrong from now on. */
  readonly trouble: { denyWrites: boolean; denyLookups: boolean; spoilDownloads: boolean };
}

interface Rights {
  readonly scope: string;
  readonly reads: readonly string[];
}

interface Answer {
  readonly status: number;
  readonly body?: object | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The service behind GitHub's cache, second version: Twirp calls for entries, blob storage for contents, as the client
 * `@actions/cache` 6 speaks with them. A key is written once, found by prefix, newest first, own ref before others.
 */
export async function cacheServer(): Promise<CacheServer> {
  const entries: CacheEntry[] = [];
  const blocks = new Map<string, Buffer>();
  const trouble = { denyWrites: false, denyLookups: false, spoilDownloads: false };
  let url = '';

  const calls: Readonly<Record<string, (question: Question, rights: Rights) => Answer>> = {
    CreateCacheEntry: ({ key, version }, { scope }) => {
      if (trouble.denyWrites) return twirpError(403, 'permission_denied', 'cache write denied: token is read-only');
      if (entries.some((one) => one.key === key && one.version === version && one.scope === scope))
        return twirpError(409, 'already_exists', 'cache entry with the same key, version, and scope already exists');
      const id = entries.length + 1;
      entries.push({ id, key, version, scope, content: Buffer.alloc(0), finalized: false });
      return { status: 200, body: { ok: true, signed_upload_url: `${url}/blob/${id}?sig=x` } };
    },
    FinalizeCacheEntryUpload: ({ key, version, size_bytes: size }, { scope }) => {
      const entry = entries.find((one) => one.key === key && one.version === version && one.scope === scope);
      if (entry?.content.length !== Number(size)) return twirpError(400, 'invalid_argument', 'size does not match');
      entry.finalized = true;
      return { status: 200, body: { ok: true, entry_id: String(entry.id) } };
    },
    GetCacheEntryDownloadURL: ({ key, version, restore_keys: more = [] }, { scope, reads }) => {
      if (trouble.denyLookups) return twirpError(403, 'permission_denied', 'token expired');
      const refs = [scope, ...reads];
      const seen = entries.filter((one) => one.finalized && one.version === version).toReversed();
      const match = refs.flatMap((ref) => {
        const own = seen.filter((one) => one.scope === ref);
        return [
          own.find((one) => one.key === key),
          ...[key, ...more].map((prefix) => own.find((one) => one.key.startsWith(prefix))),
        ];
      });
      const entry = match.find((one) => one !== undefined);
      if (entry === undefined) return { status: 200, body: { ok: false } };
      const address = `${url}/blob/${entry.id}?sig=x`;
      return { status: 200, body: { ok: true, signed_download_url: address, matched_key: entry.key } };
    },
  };

  const server = createServer((request, response) => {
    void bytesOf(request).then((bytes) => {
      const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
      const [, call = ''] = /^\/twirp\/github\.actions\.results\.api\.v1\.CacheService\/(\w+)$/.exec(pathname) ?? [];
      const [, blob = ''] = /^\/blob\/(\d+)$/.exec(pathname) ?? [];
      const entry = entries.find(({ id }) => id === Number(blob));
      const answer: Answer =
        calls[call] !== undefined
          ? called(calls[call], bytes, request)
          : entry === undefined
            ? { status: 404, body: { message: `nothing at ${pathname}` } }
            : request.method === 'PUT'
              ? stored(entry, query, bytes, blocks)
              : loaded(entry, request, trouble.spoilDownloads);
      const { status, body = Buffer.alloc(0), headers = {} } = answer;
      const content = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
      response.writeHead(status, { 'content-type': 'application/json', 'content-length': content.length, ...headers });
      response.end(request.method === 'HEAD' ? undefined : content);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${url}/`,
    entries,
    trouble,
    token: (scope, alsoReads = []) =>
      Buffer.from(JSON.stringify({ scope, reads: alsoReads } satisfies Rights)).toString('base64url'),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}

interface Question {
  readonly key: string;
  readonly version: string;
  readonly size_bytes?: string;
  readonly restore_keys?: readonly string[];
}

function called(call: (question: Question, rights: Rights) => Answer, bytes: Buffer, request: IncomingMessage): Answer {
  const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  try {
    const rights = JSON.parse(Buffer.from(token, 'base64url').toString()) as Rights;
    return call(JSON.parse(bytes.toString('utf8')) as Question, rights);
  } catch {
    return twirpError(401, 'unauthenticated', 'invalid token');
  }
}

/** One request for a small content; for a large one blocks, then the list that says their order. */
function stored(entry: CacheEntry, query: URLSearchParams, bytes: Buffer, blocks: Map<string, Buffer>): Answer {
  const nameOf = (block: string): string => `${entry.id}/${block}`;
  const part = query.get('comp');
  if (part === 'block') blocks.set(nameOf(query.get('blockid') ?? ''), bytes);
  else if (part === 'blocklist') {
    const ids = [...bytes.toString('utf8').matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)].map(
      ([, id = '']) => id,
    );
    entry.content = Buffer.concat(ids.map((id) => blocks.get(nameOf(id)) ?? Buffer.alloc(0)));
  } else entry.content = bytes;
  const headers = { etag: `"${entry.id}"`, 'last-modified': new Date().toUTCString(), 'x-ms-request-id': 'x' };
  return { status: 201, headers: { ...headers, 'x-ms-request-server-encrypted': 'true' } };
}

function loaded({ content }: CacheEntry, request: IncomingMessage, spoilt: boolean): Answer {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const whole = spoilt
    ? Buffer.from(content.map((byte, at) => (at === content.length >> 1 ? byte ^ 0xff : byte)))
    : content;
  if (from === undefined) return { status: 200, body: whole, headers: { 'content-type': 'application/octet-stream' } };
  const end = to === undefined || to === '' ? whole.length - 1 : Math.min(Number(to), whole.length - 1);
  const range = `bytes ${from}-${end}/${whole.length}`;
  return { status: 206, body: whole.subarray(Number(from), end + 1), headers: { 'content-range': range } };
}

function twirpError(status: number, code: string, message: string): Answer {
  return { status, body: { code, msg: message } };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
