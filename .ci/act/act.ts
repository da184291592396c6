import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CacheServer } from '../cache-server/server.ts';
import { root } from '../end-to-end/command.ts';
import type { FakeGitHub } from '../fake-github/server.ts';

/** The commit that a user's workflows are pinned to; act takes this working tree for it. */
export const pin = `ada/retune@${'0123456789'.repeat(4)}`;
const checkout = 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd';
/** What of this working tree is the action. */
export const productFiles = ['action.yml', 'dist', 'images', 'package.json'];

/** Only what the action needs of this working tree: act copies it for every step. */
const product = mkdtempSync(join(tmpdir(), 'retune-action-'));
for (const path of productFiles) cpSync(join(root, path), join(product, path), { recursive: true });
afterAll(() => {
  rmSync(product, { recursive: true, force: true });
});

/** Where workflows run: a clone on a machine with a home, and the services of GitHub around it. */
export interface Place {
  readonly clone: string;
  readonly home: string;
  readonly fake: FakeGitHub;
  readonly cache: CacheServer;
  /** For act's own files. */
  readonly folder: string;
}

/** What starts a workflow. */
export interface Trigger {
  readonly event?: 'push' | 'workflow_dispatch';
  readonly workflow: string;
  readonly commit: string;
  /** The branch's commit before; without one it is a new branch. */
  readonly before?: string | undefined;
  readonly branch?: string | undefined;
  readonly inputs?: Readonly<Record<string, string>> | undefined;
  readonly attempt?: number | undefined;
  /** Kills the runner with everything it started, as soon as this holds. */
  readonly killWhen?: (() => boolean) | undefined;
}

/** What a run of a workflow left behind. */
export interface ActRun {
  /** `null`: it was killed. */
  readonly code: number | null;
  readonly log: string;
  /** The log of one job alone, by the beginning of its name. */
  readonly of: (job: string) => string;
}

/** Lets act run a workflow file of the clone, on Node 24 as GitHub's runner does. */
export async function act(trigger: Trigger, { clone, home, fake, cache, folder }: Place): Promise<ActRun> {
  const { event = 'push', workflow, branch = 'main', attempt = 1, inputs = {}, killWhen } = trigger;
  const eventFile = join(folder, 'event.json');
  writeFileSync(eventFile, JSON.stringify({ ...payloadOf(trigger, branch), inputs }));
  const environment = {
    RETUNE_HOME: home,
    GITHUB_API_URL: fake.url,
    // act would take it from the address of the remote, which is a folder here.
    GITHUB_REPOSITORY: 'ada/models',
    GITHUB_RUN_ID: '77',
    GITHUB_RUN_ATTEMPT: String(attempt),
    ACTIONS_RUNTIME_TOKEN: cache.token(`refs/heads/${branch}`),
    ACTIONS_RESULTS_URL: cache.url,
    ACTIONS_CACHE_SERVICE_V2: 'true',
  };
  const child = spawn(
    'act',
    [
      event,
      ...['-W', `.github/workflows/${workflow}`, '-e', eventFile, '-P', 'self-hosted=-self-hosted'],
      ...['--local-repository', `${checkout}=${join(import.meta.dirname, 'checkout')}`],
      ...['--local-repository', `${pin}=${product}`],
      ...['--action-cache-path', join(folder, 'act'), '--no-cache-server', '-s', 'GITHUB_TOKEN=token'],
      ...Object.entries(inputs).flatMap(([name, value]) => ['--input', `${name}=${value}`]),
      ...Object.entries(environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ],
    {
      cwd: clone,
      env: { ...process.env, PATH: `${dirname(node24())}:${process.env.PATH ?? ''}` },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const life = { over: false };
  void ended.then(() => (life.over = true));
  while (killWhen !== undefined && !life.over) {
    if (holds(killWhen)) process.kill(-(child.pid ?? 0), 'SIGKILL');
    await pause(100);
  }
  const code = await ended;
  const log = Buffer.concat(chunks).toString();
  const of = (job: string): string =>
    log
      .split('\n')
      .filter((line) => line.replace(prefix, '').startsWith(job))
      .join('\n');
  return { code, log, of };
}

/** Before the name of a job act writes its workflow, and the job that called that. */
const prefix = /^\[(Retune|Retune monitor|Pipeline|pipeline\/Pipeline)\//;

/** The event, as far as GitHub's own says what we look at. */
function payloadOf({ commit, before = '0'.repeat(40) }: Trigger, branch: string): object {
  return {
    ref: `refs/heads/${branch}`,
    before,
    after: commit,
    created: /^0+$/.test(before),
    deleted: false,
    commits: [{ id: commit }],
    repository: { name: 'models', full_name: 'ada/models', default_branch: 'main', owner: { login: 'ada' } },
  };
}

/** What is looked at may not be there yet. */
function holds(condition: () => boolean): boolean {
  try {
    return condition();
  } catch {
    return false;
  }
}

function node24(): string {
  const path = process.env.RETUNE_NODE24;
  if (path === undefined) throw new Error('RETUNE_NODE24 has to name a Node 24: that is what runs actions.');
  return path;
}
