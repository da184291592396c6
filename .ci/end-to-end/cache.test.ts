import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionsCache } from '../../src/store/actions-cache.ts';
import { fileJournal } from '../../src/store/journal.ts';
import type { SecondLevel } from '../../src/store/second-level.ts';
import { makeStudyFolder, studyFolder } from '../../src/store/study-folder.ts';
import type { StudyFolder } from '../../src/store/study-folder.ts';
import { cacheServer } from '../cache-server/server.ts';
import type { CacheServer } from '../cache-server/server.ts';
import { temporary } from './command.ts';

interface Ground extends AsyncDisposable {
  readonly cache: CacheServer;
  readonly level: SecondLevel;
  readonly workspace: string;
  /** The study on a machine, with so many events. */
  readonly study: (machine: string, events: number) => Promise<StudyFolder>;
}

const before = { directory: process.cwd(), env: { ...process.env } };

/** The real client reads where it is from the process. */
async function ground(): Promise<Ground> {
  const folder = temporary('cache');
  const workspace = join(folder.path, 'workspace');
  mkdirSync(workspace);
  const cache = await cacheServer();
  process.chdir(workspace);
  Object.assign(process.env, {
    GITHUB_WORKSPACE: process.cwd(),
    GITHUB_SERVER_URL: 'https://github.com',
    RUNNER_TEMP: folder.path,
    ACTIONS_RUNTIME_TOKEN: cache.token('refs/heads/main'),
    ACTIONS_RESULTS_URL: cache.url,
    ACTIONS_CACHE_SERVICE_V2: 'true',
  });
  const level = actionsCache(process.env, process.cwd());
  if (level === null) throw new Error('a cache was expected');
  return {
    cache,
    level,
    workspace,
    study: async (machine, events) => {
      const study = studyFolder(join(folder.path, machine), 'train-1a2b3c4d');
      await makeStudyFolder(study);
      writeFileSync(study.record, '{}');
      const journal = fileJournal(study.journal, { now: () => 0 });
      for (let trial = 1; trial <= events; trial += 1)
        await journal.append({ kind: 'trial-suggested', trial, values: {}, why: 'test', undoes: null });
      return study;
    },
    [Symbol.asyncDispose]: async () => {
      process.chdir(before.directory);
      process.env = { ...before.env };
      await cache[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

test('what was saved comes back elsewhere; the workspace is as clean as before', async () => {
  await using at = await ground();
  const first = await at.study('one', 3);
  expect(await at.level.save(first, { whole: true })).toMatchObject({ kind: 'saved', leftOut: [] });
  const second = await at.study('two', 0);
  expect(await at.level.restore(second)).toEqual({ kind: 'brought', events: 3 });
  expect(readFileSync(second.journal)).toEqual(readFileSync(first.journal));
  expect(readdirSync(at.workspace)).toEqual([]);
});

test('the same state is kept once, an older one does not come to stand over a newer one', async () => {
  await using at = await ground();
  const ahead = await at.study('one', 3);
  const behind = await at.study('two', 1);
  expect((await at.level.save(ahead, { whole: false })).kind).toBe('saved');
  expect((await at.level.save(ahead, { whole: false })).kind).toBe('kept-already');
  expect((await at.level.save(ahead, { whole: true })).kind).toBe('saved');
  expect((await at.level.save(ahead, { whole: true })).kind).toBe('kept-already');
  expect((await at.level.save(behind, { whole: true })).kind).toBe('kept-already');
  expect(await at.level.restore(behind)).toEqual({ kind: 'brought', events: 3 });
  expect(await at.level.restore(ahead)).toEqual({ kind: 'nothing-newer' });
});

test('a cache that takes nothing says so', async () => {
  await using at = await ground();
  at.cache.trouble.denyWrites = true;
  expect(await at.level.save(await at.study('one', 1), { whole: true })).toMatchObject({ kind: 'failed' });
});

test('a cache that does not answer is told apart from one that has nothing, and nothing is saved blindly', async () => {
  await using at = await ground();
  const first = await at.study('one', 2);
  expect(await at.level.restore(first)).toEqual({ kind: 'nothing-newer' });
  at.cache.trouble.denyLookups = true;
  expect(await at.level.restore(first)).toEqual({ kind: 'no-answer' });
  expect(await at.level.save(first, { whole: true })).toEqual({ kind: 'failed', why: 'the cache does not answer' });
  expect(at.cache.entries).toEqual([]);
});

test('an entry that does not arrive whole stops the command: it does not begin again in silence', async () => {
  await using at = await ground();
  await at.level.save(await at.study('one', 2), { whole: true });
  at.cache.trouble.spoilDownloads = true;
  const other = await at.study('two', 0);
  await expect(at.level.restore(other)).rejects.toMatchObject({ kind: 'machine' });
  expect(existsSync(other.journal)).toBe(false);
});
