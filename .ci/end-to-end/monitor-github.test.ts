import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf } from '../../src/store/cache-entries.ts';
import { fakeGitHub } from '../fake-github/server.ts';
import type { FakeGitHub, FakeGitHubOptions } from '../fake-github/server.ts';
import { startStep } from '../runner-harness/step.ts';
import type { StepResult } from '../runner-harness/step.ts';
import { root, temporary } from './command.ts';
import { pushedRepository } from './repository.ts';

interface Ground extends AsyncDisposable {
  readonly fake: FakeGitHub;
  /** The monitor's step, as in its workflow. */
  readonly monitor: () => Promise<StepResult>;
}

async function ground(options: Partial<FakeGitHubOptions> = {}): Promise<Ground> {
  const folder = temporary('monitor-github');
  const repository = pushedRepository(join(folder.path, 'repository'), { 'readme.md': 'Models\n' });
  const fake = await fakeGitHub({ repository: repository.bare, ...options });
  const home = join(folder.path, 'home');
  mkdirSync(home);
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    RETUNE_HOME: home,
    GITHUB_REPOSITORY: 'ada/models',
    GITHUB_SHA: repository.git('rev-parse', 'HEAD'),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_RUN_ID: '8',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_API_URL: fake.url,
    RUNNER_TEMP: folder.path,
  };
  const inputs = { command: 'monitor', workflow: 'retune.yml' };
  const node = process.env.RETUNE_NODE24 ?? 'RETUNE_NODE24 is not set';
  return {
    fake,
    monitor: () =>
      startStep({
        ...{ action: root, workspace: repository.clone, temp: folder.path, inputs, env, token: 'token', node },
      }).result,
    [Symbol.asyncDispose]: async () => {
      await fake[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

function entry(
  id: number,
  study: string,
  hours: number,
  ref = 'refs/heads/main',
): FakeGitHub['state']['caches'][number] {
  const key = keyOf({ study, events: id, whole: true }, '0123abcd');
  return { id, key, ref, version: 'v', created_at: hoursAgo(hours), size_in_bytes: 40_000_000 };
}

test('states in the cache that newer ones stand over are deleted, nothing else', async () => {
  await using at = await ground();
  const { caches } = at.fake.state;
  caches.push(entry(1, 'train-1a2b3c4d', 30), entry(2, 'train-1a2b3c4d', 20), entry(3, 'train-1a2b3c4d', 10));
  caches.push(entry(4, 'other-1a2b3c4d', 30), entry(5, 'train-1a2b3c4d', 30, 'refs/heads/topic'));
  caches.push({ ...entry(6, 'x', 40), key: 'npm-linux-1' }, { ...entry(7, 'x', 30), key: 'npm-linux-2' });
  const { outcome, main } = await at.monitor();
  expect(outcome).toBe('success');
  expect(main.log).toMatch(/GitHub's cache +tidied up +2 older states of studies deleted, 80 MB/);
  expect(caches.map(({ id }) => id)).toEqual([3, 4, 5, 6, 7]);
  expect((await at.monitor()).main.log).not.toContain('tidied');
  expect(at.fake.broken).toEqual([]);
});

test('without the permission to delete the monitor says so and does the rest', async () => {
  const permissions = { contents: 'write', checks: 'read', actions: 'read' } as const;
  await using at = await ground({ allowed: { permissions } });
  at.fake.state.caches.push(entry(1, 'train-1a2b3c4d', 30), entry(2, 'train-1a2b3c4d', 20));
  const { outcome, main } = await at.monitor();
  expect(outcome).toBe('success');
  expect(main.log).toMatch(/GitHub's cache +left alone +GitHub did not let us delete an entry of the cache: 403/);
  expect(at.fake.state.caches).toHaveLength(2);
});
