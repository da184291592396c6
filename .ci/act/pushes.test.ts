import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../end-to-end/command.ts';
import { green, world } from './world.ts';

const knn = readFileSync(join(root, 'examples', 'sklearn-knn', 'train.py'), 'utf8');
const reachable = { init: ['--target', '0.9'] };

test('a push that changes no training script ends green and says so', async () => {
  await using at = await world({ 'train.py': knn, 'plot.py': 'print("no training")\n' }, reachable);
  const before = at.repository.git('rev-parse', 'HEAD');
  writeFileSync(join(at.repository.clone, 'plot.py'), 'print("still none")\n');
  at.repository.push('Plot');
  const run = green(await at.run({ before }));
  expect(run.of('pull')).toMatch(
    /No training script changed: 1 file changed since [0-9a-f]{12}\. There is nothing to do/,
  );
  for (const job of ['detect', 'train', 'tweak', 'report']) expect(run.of(job)).toBe('');
});

test('the first push of a repository: every training script counts, nothing else', async () => {
  await using at = await world({ 'a/train.py': knn, 'b/plot.py': 'print("no training")\n' }, reachable);
  // One commit without a parent, as of a repository that was made a minute ago.
  at.repository.git('checkout', '-q', '--orphan', 'fresh');
  at.repository.git('commit', '-q', '-m', 'Begin');
  at.repository.git('branch', '-M', 'main');
  expect(at.repository.git('rev-list', '--count', 'HEAD')).toBe('1');
  const run = green(await at.run());
  expect(run.of('pull')).toMatch(/1 training script to look at; all scripts count/);
  expect(run.of('report a/train.py')).toMatch(/Target reached/);
});

test('a clone without history: the commit before is fetched, and only what changed since is trained', async () => {
  await using at = await world({ 'a/train.py': knn, 'b/train.py': knn }, reachable);
  at.repository.git('--git-dir', at.repository.bare, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  const before = at.repository.git('rev-parse', 'HEAD');
  for (const [file, text] of [
    ['a/train.py', `# Digits.\n${knn}`],
    ['readme.md', 'Digits\n'],
  ] as const) {
    writeFileSync(join(at.repository.clone, file), text);
    at.repository.push(`Write ${file}`);
  }
  const clone = at.shallow();
  expect(at.repository.git('-C', clone, 'rev-list', '--count', 'HEAD')).toBe('1');
  const run = green(await at.run({ before, clone }));
  expect(run.of('pull')).toMatch(/1 training script to look at; 2 files changed since/);
  expect(run.of('report a/train.py')).toMatch(/Target reached/);
  expect(run.of('train b/train.py')).toBe('');
});

test('a force push is compared with what the branch was, which is in no branch any more', async () => {
  await using at = await world({ 'train.py': knn, 'other.py': 'print("no training")\n' }, reachable);
  const before = at.repository.git('rev-parse', 'HEAD');
  writeFileSync(join(at.repository.clone, 'other.py'), 'print("still none")\n');
  at.repository.git('add', '-A');
  at.repository.git('commit', '-q', '--amend', '-m', 'Another history');
  at.repository.push('On top');
  const { log, of } = green(await at.run({ before }));
  expect(log).toMatch(/No training script changed/);
  expect(of('detect')).toBe('');
});

test('a push to a branch of ours starts nothing; were its triggers changed, it would find nothing to do', async () => {
  await using at = await world({ 'train.py': knn }, reachable);
  at.repository.git('checkout', '-q', '-b', 'retune/train-1a2b3c4d');
  writeFileSync(join(at.repository.clone, 'train.py'), `# Edited.\n${knn}`);
  at.repository.push('Edit');
  const file = join(at.repository.clone, '.github', 'workflows', 'retune.yml');
  const guarded = readFileSync(file, 'utf8');
  writeFileSync(file, guarded.replace(/^ +branches-ignore: .*\n/m, ''));
  expect(readFileSync(file, 'utf8')).not.toBe(guarded);
  const run = green(await at.run({ branch: 'retune/train-1a2b3c4d' }));
  expect(run.of('pull')).toMatch(/No training script changed/);
  expect(run.of('detect')).toBe('');
});

test('started by hand for one script, it is trained whether it was changed or not', async () => {
  await using at = await world({ 'a/train.py': knn, 'b/train.py': knn }, reachable);
  const run = green(await at.run({ event: 'workflow_dispatch', inputs: { script: 'b/*.py', target: '0.91' } }));
  expect(run.of('train b/train.py')).toMatch(/target 91 %|≥ 91 %/);
  expect(run.of('report b/train.py')).toMatch(/Target reached/);
  expect(run.of('train a/train.py')).toBe('');
});
