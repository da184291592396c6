import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheServer } from '../cache-server/server.ts';
import { fakeGitHub, type FakeGitHub, type FakeGitHubOptions } from '../fake-github/server.ts';
import { retune, root, shared, temporary } from '../end-to-end/command.ts';
import { pushedRepository, type PushedRepository } from '../end-to-end/repository.ts';

/** The commit that the workflows of the tests are pinned to; act takes this working tree for it. */
const pin = `ada/retune@${'0123456789'.repeat(4)}`;
const checkout = 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd';

/** Only what the action needs of this working tree: act copies it for every step. */
const product = mkdtempSync(join(tmpdir(), 'retune-action-'));
for (const path of ['action.yml', 'dist', 'images', 'package.json'])
  cpSync(join(root, path), join(product, path), { recursive: true });
afterAll(() => {
  rmSync(product, { recursive: true, force: true });
});

/** What a run of a workflow left behind. */
export interface ActRun {
  /** `null`: it was killed. */
  readonly code: number | null;
  readonly log: string;
  /** The log of one job alone. */
  readonly of: (job: string) => string;
}

export interface Push {
  readonly event?: 'push' | 'workflow_dispatch';
  readonly workflow?: string;
  /** The branch's commit before; zeros for a new branch. */
  readonly before?: string;
  readonly branch?: string;
  readonly attempt?: number;
  /** Kills the runner with everything it started, as soon as this holds. */
  readonly killWhen?: () => boolean;
}

/** A user's repository on a GitHub of our own, with a self-hosted runner that keeps its home. */
export interface World extends AsyncDisposable {
  readonly repository: PushedRepository;
  readonly fake: FakeGitHub;
  readonly home: string;
  readonly run: (push?: Push) => Promise<ActRun>;
  /** Kinds of the events in the journal of the only study, with the trial where there is one. */
  readonly journal: () => readonly JournalEvent[];
  /** Lets the last heartbeat of the study be long ago. */
  readonly fallSilent: () => void;
}

export interface JournalEvent {
  readonly kind: string;
  readonly trial?: number;
  readonly ending?: { readonly kind: string };
}

/** Makes the repository as a user would: `init`, commit, push. */
export async function world(
  files: Readonly<Record<string, string>>,
  init: readonly string[] = [],
  github: Partial<FakeGitHubOptions> = {},
): Promise<World> {
  const folder = temporary('act');
  const home = join(folder.path, 'home');
  mkdirSync(home);
  mkdirSync(shared, { recursive: true });
  symlinkSync(shared, join(home, 'environments'));
  const repository = pushedRepository(folder.path, files);
  const made = await retune(['init', '--action', pin, '--label', 'self-hosted', '--runner', 'local', ...init], {
    cwd: repository.clone,
  });
  if (made.code !== 0) throw new Error(made.err);
  repository.push('Use Retune');
  const fake = await fakeGitHub({ repository: repository.bare, ...github });
  const cache = await cacheServer();
  const study = (): string => {
    const [one = ''] = readdirSync(join(home, 'studies')).filter((name) => !name.startsWith('.'));
    return join(home, 'studies', one);
  };
  return {
    repository,
    fake,
    home,
    run: (push = {}) => act(push, { repository, fake, cache, home, folder: folder.path }),
    journal: () => eventsIn(join(study(), 'journal.jsonl')),
    fallSilent: () => {
      const then = Date.now() / 1000 - 600;
      utimesSync(join(study(), 'lease.json'), then, then);
    },
    [Symbol.asyncDispose]: async () => {
      await fake[Symbol.asyncDispose]();
      await cache[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

function eventsIn(journal: string): readonly JournalEvent[] {
  return readFileSync(journal, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { event: JournalEvent }).event);
}

interface Place extends Pick<World, 'repository' | 'fake' | 'home'> {
  readonly folder: string;
  readonly cache: Awaited<ReturnType<typeof cacheServer>>;
}

async function act(push: Push, { repository, fake, cache, home, folder }: Place): Promise<ActRun> {
  const { event = 'push', workflow = 'retune.yml', branch = 'main', attempt = 1, killWhen } = push;
  const commit = repository.git('rev-parse', 'HEAD');
  const payload = {
    ref: `refs/heads/${branch}`,
    before: push.before ?? '0'.repeat(40),
    after: commit,
    deleted: false,
    commits: [{ id: commit }],
    repository: { name: fake.state.repo, full_name: 'ada/models', default_branch: 'main', owner: { login: 'ada' } },
  };
  const eventFile = join(folder, 'event.json');
  writeFileSync(eventFile, JSON.stringify(payload));
  const environment = {
    RETUNE_HOME: home,
    GITHUB_API_URL: fake.url,
    // act would take it from the address of the remote, which is a folder here.
    GITHUB_REPOSITORY: 'ada/models',
    GITHUB_RUN_ID: '77',
    ACTIONS_RUNTIME_TOKEN: cache.token(`refs/heads/${branch}`),
    ACTIONS_RESULTS_URL: cache.url,
    ACTIONS_CACHE_SERVICE_V2: 'true',
    GITHUB_RUN_ATTEMPT: String(attempt),
  };
  const child = spawn(
    'act',
    [
      event,
      ...['-W', `.github/workflows/${workflow}`, '-e', eventFile, '-P', 'self-hosted=-self-hosted'],
      ...['--local-repository', `${checkout}=${join(import.meta.dirname, 'checkout')}`],
      ...['--local-repository', `${pin}=${product}`],
      ...['--action-cache-path', join(folder, 'act'), '--no-cache-server', '-s', 'GITHUB_TOKEN=token'],
      ...Object.entries(environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ],
    {
      cwd: repository.clone,
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
      .filter((line) => line.startsWith(`[Retune/${job}`))
      .join('\n');
  return { code, log, of };
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
