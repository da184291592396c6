import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyExample, homeIn, retune, root, temporary } from './command.ts';

test('a winner can be trained again without Retune, in a fresh environment', async () => {
  using folder = temporary('reproduce');
  const script = copyExample('sklearn-knn', join(folder.path, "it's a project"));
  const { code, out } = await retune(['run', script, '--target', '0.98', '--seed', '1', '--json'], {
    env: homeIn(folder.path),
  });
  expect(code).toBe(0);
  const outcome = JSON.parse(out) as { confirmation: { mean: number }; files: { reproduce: string } };
  const printed = execFileSync('bash', [outcome.files.reproduce], { cwd: folder.path, encoding: 'utf8' });
  const accuracy = Number(/accuracy\D*([\d.]+)/i.exec(printed)?.[1]);
  expect(Math.abs(accuracy - outcome.confirmation.mean)).toBeLessThan(0.0006);
  expect(printed).toContain(`Expected: test accuracy ${(outcome.confirmation.mean * 100).toFixed(1)} %`);
});

test('with --reproduce we train it again ourselves, and say what came out', async () => {
  using folder = temporary('reproduced');
  const script = copyExample('sklearn-knn', folder.path);
  const call = { env: homeIn(folder.path) };
  const ask = ['run', script, '--target', '0.98', '--seed', '1', '--reproduce'];
  const { code, out } = await retune([...ask, '--json'], call);
  expect(code).toBe(0);
  const { reproduction, files, confirmation } = JSON.parse(out) as Reproduced;
  expect(reproduction.kind).toBe('same');
  expect(Math.abs((reproduction.value ?? 0) - confirmation.mean)).toBeLessThan(0.0006);
  expect(readFileSync(files.summary, 'utf8')).toContain('by reproduce.sh, in a fresh environment, without Retune');
  // Nothing is left of the environment that was made for it.
  expect(readdirSync(join(files.study, 'winner')).sort()).toEqual(kept);
});

test('declared data is there, and what the script writes beside it does not reach it', async () => {
  using folder = temporary('data-reproduced');
  const data = join(folder.path, 'my data');
  mkdirSync(data);
  writeFileSync(join(data, 'rows.csv'), 'a\n1\n');
  const script = copyExample('sklearn-knn', folder.path);
  const read = 'open("my data/rows.csv").read(); open("my data/cache.txt", "w").write("x")';
  writeFileSync(script, `${read}\n${readFileSync(script, 'utf8')}`);
  const ask = ['run', script, '--target', '0.98', '--seed', '1', '--data', data, '--reproduce', '--json'];
  const { code, out } = await retune(ask, { env: homeIn(folder.path) });
  expect(code).toBe(0);
  expect((JSON.parse(out) as Reproduced).reproduction.kind).toBe('same');
  expect(readdirSync(data)).toEqual(['rows.csv']);
});

test('a notebook is trained again by its cells', async () => {
  using folder = temporary('notebook-reproduced');
  const notebook = join(folder.path, 'train.ipynb');
  copyFileSync(join(root, 'examples/sklearn-notebook/train.ipynb'), notebook);
  const ask = ['run', notebook, '--target', '0.95', '--seed', '1', '--reproduce', '--json'];
  const { code, out } = await retune(ask, { env: homeIn(folder.path) });
  expect(code).toBe(0);
  expect((JSON.parse(out) as Reproduced).reproduction.kind).toBe('same');
});

test('a model that does not come out again is not called ready', async () => {
  using folder = temporary('not-reproduced');
  const script = join(folder.path, 'train.py');
  // What only ever works where the first runs were: as with a file of somebody's home folder.
  writeFileSync(script, `${readFileSync(join(root, 'examples/sklearn-knn/train.py'), 'utf8')}\n${onlyInAttempts}\n`);
  const call = { env: homeIn(folder.path) };
  const { code, out } = await retune(['run', script, '--target', '0.98', '--seed', '1', '--reproduce'], call);
  expect(code).toBe(0);
  expect(out).toMatch(/reproduced +NO: reproduce\.sh fails in a fresh environment: .*only where attempts run/);
});

/** Python that fails outside of the folder of an attempt. */
const onlyInAttempts = 'import os\nif "attempts" not in os.getcwd(): raise RuntimeError("only where attempts run")';

interface Reproduced {
  readonly reproduction: { readonly kind: string; readonly value?: number };
  readonly confirmation: { readonly mean: number };
  readonly files: { readonly study: string; readonly summary: string };
}

const kept = ['changed', 'environment', 'model', 'reproduce.log', 'reproduce.sh', 'retune.diff', 'summary.md'];
