import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheServer } from '../cache-server/server.ts';
import type { CacheServer } from '../cache-server/server.ts';
import { fakeGitHub } from '../fake-github/server.ts';
import type { FakeGitHub, FakeGitHubOptions } from '../fake-github/server.ts';
import { startStep } from '../runner-harness/step.ts';
import type { Phase, RunningStep, StepResult } from '../runner-harness/step.ts';
import { homeIn, root, temporary } from './command.ts';
import { pushedRepository } from './repository.ts';
import type { PushedRepository } from './repository.ts';

/** A push to a repository on GitHub, and machines that can run its jobs. */
interface Ground extends AsyncDisposable {
  readonly repository: PushedRepository;
  readonly fake: FakeGitHub;
  readonly cache: CacheServer;
  /** A step on a machine: each name has a home (a volume) of its own. */
  readonly start: (inputs: Readonly<Record<string, string>>, machine?: Machine) => RunningStep;
  readonly run: (inputs: Readonly<Record<string, string>>, machine?: Machine) => Promise<StepResult>;
}

interface Machine {
  readonly name?: string;
  readonly node?: string;
  readonly ref?: string;
}

/** What GitHub's runner starts us with (`using: node24`); everything here is tested on it. */
const node24 = process.env.RETUNE_NODE24 ?? 'RETUNE_NODE24 is not set';

async function ground(
  files: Readonly<Record<string, string>>,
  options: Partial<FakeGitHubOptions> = {},
): Promise<Ground> {
  const folder = temporary('action');
  const repository = pushedRepository(join(folder.path, 'repository'), files);
  const commit = repository.git('rev-parse', 'HEAD');
  const fake = await fakeGitHub({ repository: repository.bare, ...options });
  const cache = await cacheServer();
  const event = join(folder.path, 'event.json');
  writeFileSync(
    event,
    JSON.stringify({ before: '0'.repeat(40), after: commit, created: true, commits: [{ id: commit }] }),
  );
  const start: Ground['start'] = (inputs, { name = 'one', node = node24, ref = 'refs/heads/main' } = {}) => {
    const place = join(folder.path, name);
    mkdirSync(place, { recursive: true });
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ...homeIn(place),
      GITHUB_REPOSITORY: 'ada/models',
      GITHUB_SHA: commit,
      GITHUB_REF: ref,
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: event,
      GITHUB_RUN_ID: '7',
      GITHUB_API_URL: fake.url,
      GITHUB_SERVER_URL: 'https://github.com',
      RUNNER_TEMP: place,
      ACTIONS_RUNTIME_TOKEN: cache.token(ref, ['refs/heads/main']),
      ACTIONS_RESULTS_URL: cache.url,
      ACTIONS_CACHE_SERVICE_V2: 'true',
    };
    return startStep({ action: root, workspace: repository.clone, temp: place, inputs, env, token: 'token', node });
  };
  return {
    repository,
    fake,
    cache,
    start,
    run: (inputs, machine) => start(inputs, machine).result,
    [Symbol.asyncDispose]: async () => {
      await fake[Symbol.asyncDispose]();
      await cache[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

const knn = readFileSync(join(root, 'examples/sklearn-knn/train.py'), 'utf8');
/** The same, with time to interrupt it. */
const slow = `import time\n${knn.replace('model.fit(', 'time.sleep(4)\nmodel.fit(')}`;
const nodes = [
  ['this Node', process.execPath],
  ['Node 24', node24],
] as const;

describe.each(nodes)('on %s', (_, node) => {
  test('job by job: a missed baseline is no failure, the winner becomes a pull request of the edits alone', async () => {
    await using at = await ground({ 'models/train.py': knn, 'readme.md': 'Models\n' });
    const machine = { node };
    const pull = await at.run({ command: 'pull' }, machine);
    expect(pull).toMatchObject({ outcome: 'success', outputs: { scripts: '["models/train.py"]' } });
    const inputs = { script: 'models/train.py', target: '0.98', seed: '1' };
    const detect = await at.run({ command: 'detect', script: 'models/train.py' }, machine);
    expect(detect).toMatchObject({ outcome: 'success', outputs: { framework: 'scikit-learn', family: 'knn' } });
    const train = await at.run({ command: 'train', ...inputs }, machine);
    expect(train).toMatchObject({ outcome: 'success', outputs: { reached: 'false', verdict: 'below-target' } });
    expect(train.main.summary).toContain('Target not reached');
    const tweak = await at.run({ command: 'tweak', ...inputs }, machine);
    expect(tweak).toMatchObject({ outcome: 'success', outputs: { reached: 'true' } });
    expect(at.fake.state.pulls).toEqual([]);
    const report = await at.run({ command: 'report', ...inputs }, machine);
    expect(report).toMatchObject({
      outcome: 'success',
      outputs: { reached: 'true', 'pull-request': `${at.fake.url}/ada/models/pull/1` },
    });

    const { git } = at.fake.state.objects;
    const branch = at.fake.state.pulls[0]!.head;
    expect(git(['diff', '--name-only', 'main', branch])).toBe('models/train.py');
    const ours = readFileSync(report.outputs['diff-file']!, 'utf8')
      .split('\n')
      .filter((line) => /^[-+][^-+]/.test(line));
    const theirs = git(['diff', 'main', branch])
      .split('\n')
      .filter((line) => /^[-+][^-+]/.test(line));
    expect(theirs).toEqual(ours);
    expect(ours.length).toBeGreaterThan(1);
    expect(at.fake.state.checks.map(({ conclusion, output }) => [conclusion, output?.title.split(':')[0]])).toEqual([
      ['success', 'Best model ready'],
    ]);
    expect(report.main.heard.filter(({ command }) => command === 'notice')).toMatchObject([
      { properties: { title: 'Best model ready' } },
    ]);

    const again = await at.run({ command: 'report', ...inputs }, machine);
    expect([again.outcome, at.fake.state.pulls.length]).toEqual(['success', 1]);
    expect(at.fake.broken).toEqual([]);
  });
});

test('a target that is missed fails the step only where that was asked for', async () => {
  await using at = await ground({ 'train.py': knn });
  const inputs = { script: 'train.py', target: '0.9999', trials: '1', command: 'run' };
  expect(await at.run(inputs)).toMatchObject({ outcome: 'success', outputs: { reached: 'false' } });
  const strict = await at.run({ ...inputs, 'fail-below-target': 'true' });
  expect(strict).toMatchObject({ outcome: 'failure', main: { code: 3 } });
  expect(at.fake.state.pulls).toEqual([]);
});

/** What the toolkit's cache client tells the runner. */
const ofTheClient = ['debug', 'add-mask'];

test('what a script says stays text; its mistakes stand at their line', async () => {
  const hostile = [
    '::error::fake',
    '##[error]fake',
    '::add-mask::a',
    '::set-output name=reached::true',
    '::stop-commands::x',
  ];
  const prints = hostile.map((line) => `print(${JSON.stringify(line)}, flush=True)`).join('\n');
  // In a function, as nothing that follows a plain raise would be taken for training.
  const raises = `def give_up():\n    raise ValueError(${JSON.stringify(hostile.join('\n'))})\n`;
  await using at = await ground({
    'hostile.py': `${prints}\n${raises}\n${knn.replace('model.fit(', 'give_up()\nmodel.fit(')}`,
    'broken.py': 'from sklearn.svm import SVC\nmodel = SVC(C=1.0\nmodel.fit(x, y)\n',
  });
  const failed = await at.run({ command: 'train', script: 'hostile.py' });
  expect(failed).toMatchObject({ outcome: 'failure', main: { code: 2 } });
  const heard = failed.main.heard.filter(({ command }) => !ofTheClient.includes(command));
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject({ command: 'error', properties: { file: 'hostile.py' } });
  expect(Number(heard[0]!.properties.line)).toBeGreaterThan(hostile.length);
  const broken = await at.run({ command: 'detect', script: 'broken.py' });
  expect(broken.outcome).toBe('success');
  const refused = await at.run({ command: 'run', script: 'broken.py' });
  expect(refused.main.heard.filter(({ command }) => !ofTheClient.includes(command))).toMatchObject([
    { command: 'error', properties: { file: 'broken.py', line: '2' } },
  ]);
});

test('cancelled in the middle of a training: ended in time, told, and the next run goes on', async () => {
  await using at = await ground({ 'train.py': slow });
  const inputs = { command: 'run', script: 'train.py', target: '0.98', seed: '1' };
  const step = at.start(inputs);
  await step.shows(/trial 1 of/);
  const asked = Date.now();
  await step.cancel();
  const cancelled = await step.result;
  expect(Date.now() - asked).toBeLessThan(20_000);
  expect(cancelled.main.log).toContain('Everything so far is kept');
  expect(cancelled.post.code).toBe(0);
  expect(cancelled.post.summary).toContain('run the job again');
  const { study } = cancelled.outputs;
  const next = await at.run(inputs);
  expect(next).toMatchObject({ outcome: 'success', outputs: { study, reached: 'true' } });
  expect(next.main.log).toContain('goes on where it was');
  expect(next.main.log).not.toMatch(/^baseline starts/m);
});

test('a machine that is gone: another one, with an empty volume, goes on from the cache', async () => {
  await using at = await ground({ 'train.py': slow });
  const inputs = { command: 'run', script: 'train.py', target: '0.98', seed: '1' };
  const step = at.start(inputs, { name: 'one' });
  await step.shows(/trial 1 of/);
  for (let waited = 0; !at.cache.entries.some(({ finalized }) => finalized) && waited < 600; waited += 1)
    await new Promise((done) => setTimeout(done, 100));
  step.pullThePlug();
  await step.result;
  // What it was just packing may lie there still; the next checkout need not clean it away.
  mkdirSync(join(at.repository.clone, '.retune-cache', 'study'), { recursive: true });
  writeFileSync(join(at.repository.clone, '.retune-cache', 'study', 'journal.jsonl'), '');
  const other = await at.run(inputs, { name: 'two' });
  expect(other.main.log).toContain("Brought from GitHub's cache");
  expect(other.main.log).not.toMatch(/^baseline starts/m);
  expect(other).toMatchObject({ outcome: 'success', outputs: { reached: 'true' } });
  expect(at.fake.state.pulls).toHaveLength(1);
});

test('jobs on different machines hand the study on, and an older volume catches up', async () => {
  await using at = await ground({ 'train.py': knn });
  const inputs = { script: 'train.py', target: '0.98', seed: '1' };
  await at.run({ command: 'train', ...inputs }, { name: 'one' });
  const tweak = await at.run({ command: 'tweak', ...inputs }, { name: 'two' });
  expect(tweak.main.log).toContain("Brought from GitHub's cache");
  const report = await at.run({ command: 'report', ...inputs }, { name: 'one' });
  expect(report.main.log).toContain("Brought from GitHub's cache");
  expect(report).toMatchObject({ outcome: 'success', outputs: { reached: 'true' } });
  expect(at.cache.entries.every(({ key }) => key.startsWith(`retune-study-${report.outputs.study!}-`))).toBe(true);
  const text = at.cache.entries.map(({ content }) => content.toString('latin1')).join('');
  expect(text).not.toContain(at.cache.token('refs/heads/main', ['refs/heads/main']));
});

const warningsOf = ({ heard }: Phase): string =>
  heard.flatMap(({ command, message }) => (command === 'warning' ? [message] : [])).join('\n');

test('another branch does not see the entry; a cache that takes nothing is a warning, not a failure', async () => {
  await using at = await ground({ 'train.py': knn });
  const inputs = { command: 'train', script: 'train.py', target: '0.98' };
  await at.run(inputs, { name: 'one', ref: 'refs/heads/topic' });
  const other = await at.run(inputs, { name: 'two' });
  expect(other.main.log).not.toContain('Brought from');
  at.cache.trouble.denyLookups = true;
  const unheard = await at.run(inputs, { name: 'four' });
  expect(unheard.outcome).toBe('success');
  expect(warningsOf(unheard.main)).toContain('is not known: it goes on from what this machine has');
  Object.assign(at.cache.trouble, { denyLookups: false, denyWrites: true });
  // Another choice of what may be tuned is another study, of which nothing is kept yet.
  const denied = await at.run({ ...inputs, keep: 'p' }, { name: 'three' });
  expect(denied).toMatchObject({ outcome: 'success', post: { code: 0 } });
  expect(warningsOf(denied.post)).toContain('not kept in the cache');
});

test('a pull request that is not allowed is told with its setting; everything else is there', async () => {
  await using at = await ground({ 'train.py': knn }, { allowed: { createPullRequests: false } });
  const result = await at.run({ command: 'run', script: 'train.py', target: '0.98', seed: '1' });
  expect(result).toMatchObject({ outcome: 'failure', main: { code: 5 }, outputs: { reached: 'true' } });
  const [error] = result.main.heard.filter(({ command }) => command === 'error');
  expect(error!.message).toContain('Allow GitHub Actions to create and approve pull requests');
  expect(result.main.summary).toContain('Target reached');
  rmSync(join(at.repository.clone, '.retune-cache'), { recursive: true, force: true });
});
