import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyExample, homeIn, retune, temporary, root } from './command.ts';

/** Where the checks' PyTorch comes from: the CPU index is not reachable everywhere. */
const pytorch = process.env.RETUNE_PYTORCH ?? 'cpu';
const examples = ['sklearn-knn', 'linear-regression', 'xgboost', 'keras-cnn', 'pytorch-mlp'];

test.each(examples)('%s misses its target, and reaches it with a fixed seed', async (example) => {
  using folder = temporary(example);
  const readme = readFileSync(join(root, 'examples', example, 'README.md'), 'utf8');
  const target = /target: (0\.\d+)/.exec(readme)?.[1] ?? 'missing';
  const work = join(folder.path, 'project');
  const script = copyExample(example, work);
  const before = readFileSync(script, 'utf8');
  const { code, out, err } = await retune(
    ['run', script, '--target', target, '--seed', '1', '--pytorch', pytorch, '--json'],
    {
      env: homeIn(folder.path),
    },
  );
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  const outcome = JSON.parse(out) as {
    verdict: string;
    diff: string;
    baseline: { observation: { value: number } };
    confirmation: { mean: number };
    files: { model: string };
  };
  process.stderr.write(
    `${example}: ${String(outcome.baseline.observation.value)} → ${String(outcome.confirmation.mean)} (target ${target})\n`,
  );
  expect(outcome.verdict).toBe('reached');
  expect(outcome.baseline.observation.value).toBeLessThan(Number(target));
  expect(outcome.confirmation.mean).toBeGreaterThanOrEqual(Number(target));
  // Cross-validation leaves no trained model behind.
  if (example !== 'linear-regression') expect(existsSync(outcome.files.model)).toBe(true);
  expect(readFileSync(script, 'utf8')).toBe(before);
  appliesCleanly(outcome.diff, before, join(folder.path, 'applied'));
});

/** The diff is what `git apply` takes, and changes nothing but lines that hold a value. */
function appliesCleanly(diff: string, before: string, folder: string): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'train.py'), before);
  writeFileSync(join(folder, 'retune.diff'), diff);
  execFileSync('git', ['apply', 'retune.diff'], { cwd: folder });
  const after = readFileSync(join(folder, 'train.py'), 'utf8').split('\n');
  const lines = before.split('\n');
  expect(after).toHaveLength(lines.length);
  expect(after.filter((line, index) => line !== lines[index]).length).toBeGreaterThan(0);
  execFileSync('python3', ['-m', 'py_compile', 'train.py'], { cwd: folder });
}
