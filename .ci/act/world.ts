import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { cacheServer } from '../cache-server/server.ts';
import { retune, root, shared, temporary } from '../end-to-end/command.ts';
import { pushedRepository, type PushedRepository } from '../end-to-end/repository.ts';
import { fakeGitHub, type FakeGitHub, type FakeGitHubOptions } from '../fake-github/server.ts';
import { act, pin, productFiles, type ActRun, type Trigger } from './act.ts';

/** A repository on a GitHub of our own, with a self-hosted runner that keeps its home. */
export interface World extends AsyncDisposable {
  readonly repository: PushedRepository;
  readonly fake: FakeGitHub;
  readonly home: string;
  /** Runs the workflow of the newest commit; `clone`: from another clone than the usual one. */
  readonly run: (push?: Partial<Trigger> & { readonly clone?: string }) => Promise<ActRun>;
  /** A clone without history, as actions/checkout makes it; answers with its folder. */
  readonly shallow: () => string;
  /** The journal of the only study. */
  readonly journal: () => readonly JournalEvent[];
  /** Lets the last heartbeat of the study be long ago. */
  readonly fallSilent: () => void;
}

export interface JournalEvent {
  readonly kind: string;
  readonly trial?: number;
  readonly purpose?: { readonly kind: string };
  readonly ending?: { readonly kind: string };
}

export interface WorldOptions {
  /** Arguments of `init`. */
  readonly init?: readonly string[];
  readonly github?: Partial<FakeGitHubOptions>;
}

/** A user's repository: files, `init`, commit, push. */
export async function world(
  files: Readonly<Record<string, string>>,
  { init = [], github = {} }: WorldOptions = {},
): Promise<World> {
  return await settle(files, 'retune.yml', github, async (clone) => {
    const args = ['init', '--action', pin, '--label', 'self-hosted', ...init];
    const made = await retune(init.includes('--runner') ? args : [...args, '--runner', 'local'], { cwd: clone });
    if (made.code !== 0) throw new Error(made.err);
  });
}

/** This repository as it is shipped, with its own workflows; only its examples are these. */
export async function ownWorld(examples: Readonly<Record<string, string>>): Promise<World> {
  return await settle(examples, 'on-push.yml', {}, (clone) => {
    for (const path of [...productFiles, '.github']) cpSync(join(root, path), join(clone, path), { recursive: true });
    return Promise.resolve();
  });
}

async function settle(
  files: Readonly<Record<string, string>>,
  workflow: string,
  github: Partial<FakeGitHubOptions>,
  equip: (clone: string) => Promise<void>,
): Promise<World> {
  const folder = temporary('act');
  const home = join(folder.path, 'home');
  mkdirSync(home);
  mkdirSync(shared, { recursive: true });
  symlinkSync(shared, join(home, 'environments'));
  const repository = pushedRepository(folder.path, files);
  await equip(repository.clone);
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
    run: ({ clone = repository.clone, ...push } = {}) => {
      const trigger = { workflow, commit: repository.git('rev-parse', 'HEAD'), ...push };
      return act(trigger, { clone, fake, cache, home, folder: folder.path });
    },
    shallow: () => {
      const clone = join(folder.path, 'shallow');
      repository.git('clone', '-q', '--depth', '1', `file://${repository.bare}`, clone);
      return clone;
    },
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

/** Trials that came to their end, in order. */
export const finished = (events: readonly JournalEvent[]): (number | undefined)[] =>
  events.filter(({ ending }) => ending?.kind === 'finished').map(({ trial }) => trial);

/** All its jobs succeeded; else the log says why not. */
export function green(run: ActRun): ActRun {
  expect({ code: run.code, log: run.code === 0 ? '' : run.log }).toEqual({ code: 0, log: '' });
  return run;
}
