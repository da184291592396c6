import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/errors.ts';
import { showCheck } from '../../src/github/check-run.ts';
import { connect } from '../../src/github/client.ts';
import type { GitHub } from '../../src/github/client.ts';
import { propose } from '../../src/github/pull-request.ts';
import type { Proposal } from '../../src/github/pull-request.ts';
import { fakeGitHub } from '../fake-github/server.ts';
import type { FakeGitHub, FakeGitHubOptions } from '../fake-github/server.ts';
import { temporary } from './command.ts';
import { pushedRepository } from './repository.ts';
import type { PushedRepository } from './repository.ts';

const before = 'rate = 0.1\nname = "ü 😀"\n';
const after = 'rate = 0.03\nname = "ü 😀"\n';

interface Ground extends AsyncDisposable {
  readonly repository: PushedRepository;
  readonly fake: FakeGitHub;
  readonly github: GitHub;
  readonly proposal: Proposal;
}

async function ground(options: Partial<FakeGitHubOptions> & { readonly given?: string } = {}): Promise<Ground> {
  const folder = temporary('pull-request');
  const files = { 'models/deep/train.py': before, 'models/other.py': 'x = 1\n', 'readme.md': 'Hello\n' };
  const repository = pushedRepository(folder.path, files);
  chmodSync(join(repository.clone, 'models/deep/train.py'), 0o755);
  const parent = repository.push();
  const fake = await fakeGitHub({ repository: repository.bare, ...options });
  const { owner, repo } = fake.state;
  const run = { owner, repo, apiUrl: fake.url, serverUrl: fake.url, commit: parent, branch: 'main', url: fake.url };
  const proposal: Proposal = {
    parent,
    base: 'main',
    branch: 'retune/train-1a2b3c',
    study: 'train-1a2b3c',
    edits: [{ path: 'models/deep/train.py', before, after }],
    message: 'Tune train.py',
    title: 'Tune train.py',
    body: 'Better.',
  };
  return {
    repository,
    fake,
    github: await connect(run, options.given ?? 'token'),
    proposal,
    [Symbol.asyncDispose]: async () => {
      await fake[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

async function refusalOf(work: Promise<unknown>): Promise<UserError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('a refusal was expected');
}

const branches = (fake: FakeGitHub): string => fake.state.objects.git(['for-each-ref', '--format=%(refname)']);

test('the diff of the pull request is the edits and nothing else; the mode stays', async () => {
  await using at = await ground();
  const opened = await propose(at.github, at.proposal);
  expect(opened).toMatchObject({ number: 1, state: 'opened' });
  const { git } = at.fake.state.objects;
  const range = ['main', 'retune/train-1a2b3c'];
  expect(git(['diff', '--raw', '--abbrev=1', ...range]).split('\t')[1]).toBe('models/deep/train.py');
  expect(
    git(['diff', ...range, '--unified=0'])
      .split('\n')
      .slice(-2),
  ).toEqual(['-rate = 0.1', '+rate = 0.03']);
  expect(git(['ls-tree', 'retune/train-1a2b3c', 'models/deep/'])).toMatch(/^100755 /);
  expect(git(['rev-list', '--count', 'main..retune/train-1a2b3c'])).toBe('1');
  expect(at.fake.broken).toEqual([]);
});

test('done again nothing changes; with other edits the same pull request shows them', async () => {
  await using at = await ground();
  const { git } = at.fake.state.objects;
  await propose(at.github, at.proposal);
  const first = git(['rev-parse', 'retune/train-1a2b3c']);
  expect(await propose(at.github, at.proposal)).toMatchObject({ number: 1, state: 'updated' });
  expect(git(['rev-parse', 'retune/train-1a2b3c'])).toBe(first);
  const edits = [{ path: 'models/deep/train.py', before, after: before.replace('0.1', '0.5') }];
  await propose(at.github, { ...at.proposal, edits, title: 'Tune better' });
  expect(at.fake.state.pulls).toMatchObject([{ number: 1, title: 'Tune better' }]);
  expect(git(['show', 'retune/train-1a2b3c:models/deep/train.py'])).toContain('rate = 0.5');
  expect(git(['rev-list', '--count', 'main..retune/train-1a2b3c'])).toBe('1');
  expect(at.fake.broken).toEqual([]);
});

test('what a person decided or went on with is left alone', async () => {
  await using at = await ground();
  await propose(at.github, at.proposal);
  const [pull] = at.fake.state.pulls;
  pull!.state = 'closed';
  expect(await propose(at.github, at.proposal)).toMatchObject({ number: 1, state: 'declined' });
  pull!.merged = true;
  expect(await propose(at.github, at.proposal)).toMatchObject({ state: 'merged' });
  pull!.state = 'open';
  at.repository.git('fetch', '-q', 'origin', 'retune/train-1a2b3c');
  at.repository.git('checkout', '-q', '-b', 'retune/train-1a2b3c', 'FETCH_HEAD');
  writeFileSync(join(at.repository.clone, 'readme.md'), 'By hand\n');
  const byHand = at.repository.push('Go on by hand');
  expect((await refusalOf(propose(at.github, at.proposal))).code).toBe('branch-taken');
  expect(at.fake.state.objects.git(['rev-parse', 'retune/train-1a2b3c'])).toBe(byHand);
});

test('a file that was trained with another content than the pushed one is refused, and nothing is made', async () => {
  await using at = await ground();
  const edits = [{ path: 'models/deep/train.py', before: before.replaceAll('\n', '\r\n'), after }];
  const refusal = await refusalOf(propose(at.github, { ...at.proposal, edits }));
  expect(refusal).toMatchObject({ kind: 'refused', code: 'not-as-pushed' });
  const nowhere = [{ path: 'models/deep/gone.py', before, after }];
  expect((await refusalOf(propose(at.github, { ...at.proposal, edits: nowhere }))).code).toBe('not-in-commit');
  expect(branches(at.fake)).toBe('refs/heads/main');
});

test.each([
  ['the setting is off', { allowed: { createPullRequests: false } }, /Allow GitHub Actions to create and approve/],
  [
    'contents cannot be written',
    { allowed: { permissions: { contents: 'read', 'pull-requests': 'write' } } },
    /contents: write/,
  ],
  ['pull requests cannot be seen', { allowed: { permissions: { contents: 'write' } } }, /pull-requests: write/],
  ['the token is not valid', { given: 'old' }, /input token/],
] as const)('where %s, one sentence names the setting', async (_, options, help) => {
  await using at = await ground(options);
  const refusal = await refusalOf(propose(at.github, at.proposal));
  expect(refusal.kind).toBe('machine');
  expect(refusal.help).toMatch(help);
  expect(at.fake.state.pulls).toEqual([]);
});

test('a GitHub that has a bad moment is asked again', async () => {
  await using at = await ground();
  at.fake.state.hiccups = 2;
  expect(await propose(at.github, at.proposal)).toMatchObject({ number: 1, state: 'opened' });
  expect(at.fake.asked.filter(({ status }) => status === 502)).toHaveLength(2);
});

test('the result stands among the checks of the commit', async () => {
  await using at = await ground();
  const check = { commit: at.proposal.parent, name: 'retune: train.py', title: 'Best model ready', link: at.fake.url };
  await showCheck(at.github, { ...check, good: true, summary: 'x'.repeat(70_000) });
  await showCheck(at.github, { ...check, good: false, summary: 'missed' });
  expect(at.fake.state.checks).toMatchObject([
    { head_sha: at.proposal.parent, status: 'completed', conclusion: 'success' },
    { conclusion: 'neutral' },
  ]);
  expect(at.fake.broken).toEqual([]);
});

test('the fake refuses what GitHub refuses', async () => {
  await using at = await ground();
  const { rest, at: repository } = at.github;
  const create = { ...repository, base: 'main', title: 'x' };
  await expect(rest.pulls.create({ ...create, head: 'nothing' })).rejects.toThrow(/head/);
  await expect(rest.pulls.create({ ...create, head: 'main' })).rejects.toThrow(/No commits between/);
  const blob = { ...repository, content: 1 as unknown as string };
  await expect(rest.git.createBlob(blob)).rejects.toThrow(/must be string/);
  await expect(rest.git.createRef({ ...repository, ref: 'refs/heads/x', sha: 'f'.repeat(40) })).rejects.toThrow(
    /exist/,
  );
  await expect(rest.repos.get({ owner: 'eve', repo: 'models' })).rejects.toThrow(/Not Found/);
  expect(at.fake.broken).toHaveLength(1);
});
