import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSnapshot } from './snapshot.ts';
import { readSources } from './sources.ts';

let folder: string;
const path = process.env.PATH;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'retune-sources-'));
  mkdirSync(join(folder, 'models/deep'), { recursive: true });
  for (const file of ['models/deep/train.py', 'models/deep/net.py', 'setup.py'])
    writeFileSync(join(folder, file), 'import net\n');
});
afterEach(() => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true, force: true });
});

/** The path of the script as both see it: what is edited must be what runs. */
async function seen(script: string): Promise<{ sources: string; snapshot: string; siblings: string[] }> {
  const { script: read, siblings } = await readSources(script, [], null);
  const snapshot = await readSnapshot({ script });
  return { sources: read.path, snapshot: snapshot.script, siblings: siblings.map((one) => one.path) };
}

test('in a repository both count from its root', async () => {
  execFileSync('git', ['init', '-q'], { cwd: folder });
  expect(await seen(join(folder, 'models/deep/train.py'))).toEqual({
    sources: 'models/deep/train.py',
    snapshot: 'models/deep/train.py',
    siblings: ['models/deep/net.py'],
  });
});

test('through a linked folder, too', async () => {
  execFileSync('git', ['init', '-q'], { cwd: folder });
  symlinkSync(join(folder, 'models/deep'), join(folder, 'linked'));
  expect(await seen(join(folder, 'linked/train.py'))).toMatchObject({
    sources: 'models/deep/train.py',
    snapshot: 'models/deep/train.py',
  });
});

test.each([
  ['without a repository', false],
  ['in a repository, but without git on PATH', true],
])('%s both count from the folder', async (_, repository) => {
  if (repository) execFileSync('git', ['init', '-q'], { cwd: folder });
  process.env.PATH = folder;
  expect(await seen(join(folder, 'models/deep/train.py'))).toEqual({
    sources: 'train.py',
    snapshot: 'train.py',
    siblings: ['net.py'],
  });
});

test('a package above the script is read, and what it imports too', async () => {
  execFileSync('git', ['init', '-q'], { cwd: folder });
  mkdirSync(join(folder, 'trainer'));
  mkdirSync(join(folder, 'nets'));
  mkdirSync(join(folder, 'unused'));
  writeFileSync(join(folder, 'models/deep/train.py'), 'from trainer.loop import Trainer\n');
  writeFileSync(join(folder, 'trainer/loop.py'), 'from nets.net import Net\nimport torch\n');
  writeFileSync(join(folder, 'nets/net.py'), 'import torch\n');
  writeFileSync(join(folder, 'unused/other.py'), 'import torch\n');
  const { siblings } = await seen(join(folder, 'models/deep/train.py'));
  expect(siblings.toSorted()).toEqual(['models/deep/net.py', 'nets/net.py', 'trainer/loop.py']);
});

test('a package that is installed from the repository lies in its src', async () => {
  execFileSync('git', ['init', '-q'], { cwd: folder });
  mkdirSync(join(folder, 'src/trainer'), { recursive: true });
  writeFileSync(join(folder, 'models/deep/train.py'), 'from trainer.loop import Trainer\n');
  writeFileSync(join(folder, 'src/trainer/loop.py'), 'import torch\n');
  const { siblings } = await seen(join(folder, 'models/deep/train.py'));
  expect(siblings).toContain('src/trainer/loop.py');
});
