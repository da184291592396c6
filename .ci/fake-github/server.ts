import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { operationOf } from './description.ts';
import { gitObjects } from './git-objects.ts';
import { gitRoutes } from './git-routes.ts';
import { cacheRoutes } from './cache-routes.ts';
import { pullRoutes } from './pull-routes.ts';
import { runRoutes } from './run-routes.ts';
import { Refusal } from './state.ts';
import type { Allowed, Handler, Reply, State } from './state.ts';

/** A request as it was answered. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

export interface FakeGitHub extends AsyncDisposable {
  /** Address of the API, as `GITHUB_API_URL` names it. */
  readonly url: string;
  readonly state: State;
  readonly asked: readonly Asked[];
  /** Where the fake, or whoever asked it, broke GitHub's own description; a test expects none. */
  readonly broken: readonly string[];
}

export interface FakeGitHubOptions {
  /** Folder of a bare repository. */
  readonly repository: string;
  readonly owner?: string;
  readonly repo?: string;
  readonly defaultBranch?: string;
  readonly token?: string;
  readonly allowed?: Partial<Allowed>;
  readonly rerun?: State['rerun'];
  readonly dispatch?: State['dispatch'];
}

const everythingAllowed: Allowed = {
  permissions: { contents: 'write', 'pull-requests': 'write', checks: 'write', actions: 'write', issues: 'write' },
  createPullRequests: true,
};
const handlers: Readonly<Record<string, Handler>> = { ...gitRoutes, ...pullRoutes, ...runRoutes, ...cacheRoutes };

/**
 * GitHub's REST API, as far as we use it: it holds what it is told, knows permissions and GitHub's own words for
 * refusals, and checks every request and every answer of its own against GitHub's description.
 */
export async function fakeGitHub(options: FakeGitHubOptions): Promise<FakeGitHub> {
  const state: State = {
    owner: options.owner ?? 'ada',
    repo: options.repo ?? 'models',
    defaultBranch: options.defaultBranch ?? 'main',
    objects: gitObjects(options.repository),
    pulls: [],
    checks: [],
    issues: [],
    runs: [],
    dispatches: [],
    caches: [],
    allowed: { ...everythingAllowed, ...options.allowed },
    hiccups: 0,
    rerun: options.rerun ?? (() => undefined),
    dispatch: options.dispatch ?? (() => undefined),
  };
  const asked: Asked[] = [];
  const broken: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, state, options.token ?? 'token', broken, urlOf(server)).then((reply) => {
      asked.push({ method: request.method ?? '', path: request.url ?? '', status: reply.status });
      send(response, reply);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: urlOf(server),
    state,
    asked,
    broken,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}

function urlOf(server: { address: () => AddressInfo | string | null }): string {
  const address = server.address();
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
}

async function answer(
  request: IncomingMessage,
  state: State,
  token: string,
  broken: string[],
  url: string,
): Promise<Reply> {
  const { method = 'GET' } = request;
  const { pathname, searchParams: query } = new URL(request.url ?? '/', url);
  const text = await textOf(request);
  if (state.hiccups > 0) {
    state.hiccups -= 1;
    return { status: 502, body: { message: 'Server Error' } };
  }
  try {
    if (
      !/^(token|bearer) /i.test(request.headers.authorization ?? '') ||
      !request.headers.authorization?.endsWith(` ${token}`)
    )
      throw new Refusal(401, 'Bad credentials');
    const operation = operationOf(method, pathname);
    const handler = operation === null ? undefined : handlers[operation.id];
    if (operation === null || handler === undefined) {
      broken.push(`${method} ${pathname}: the fake does not serve this`);
      throw new Refusal(404, 'Not Found');
    }
    const { owner, repo } = operation.parameters;
    if (`${owner ?? ''}/${repo ?? ''}`.toLowerCase() !== `${state.owner}/${state.repo}`.toLowerCase())
      throw new Refusal(404, 'Not Found');
    insistOnPermission(operation.id, method, state.allowed);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const wrong = text === '' && method === 'GET' ? [] : operation.checkBody(body);
    if (wrong.length > 0) {
      broken.push(...wrong.map((sentence) => `${method} ${pathname}: request: ${sentence}`));
      throw new Refusal(422, `Invalid request.\n\n${wrong.join('\n')}`);
    }
    const reply = handler({
      state,
      parameters: operation.parameters,
      query,
      body: (body ?? {}) as Record<string, unknown>,
      url,
    });
    const whole = operation.complete(reply.status, reply.body);
    const untrue = reply.body === undefined ? [] : operation.checkAnswer(reply.status, whole);
    broken.push(...untrue.map((sentence) => `${method} ${pathname}: answer: ${sentence}`));
    return { status: reply.status, body: whole };
  } catch (error) {
    if (error instanceof Refusal)
      return { status: error.status, body: { message: error.message, status: String(error.status) } };
    broken.push(`${method} ${pathname}: ${String(error)}`);
    return { status: 500, body: { message: String(error) } };
  }
}

/** Which permission an operation needs, by the first word of its name. */
const needs: Readonly<Record<string, keyof Allowed['permissions']>> = {
  git: 'contents',
  pulls: 'pull-requests',
  checks: 'checks',
  actions: 'actions',
  issues: 'issues',
};

function insistOnPermission(id: string, method: string, { permissions }: Allowed): void {
  const needed = needs[id.split('/')[0] ?? ''];
  if (needed === undefined) return;
  const given = permissions[needed];
  if (given === 'write' || (given === 'read' && method === 'GET')) return;
  throw new Refusal(403, 'Resource not accessible by integration');
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, { status, body }: Reply): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, text === '' ? {} : { 'content-type': 'application/json; charset=utf-8' });
  response.end(text);
}
