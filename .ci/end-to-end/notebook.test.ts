import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeIn, retune, root, temporary } from './command.ts';

test('a notebook reaches its target; only the lines of the edited cell change', async () => {
  using folder = temporary('notebook');
  const script = join(folder.path, 'train.ipynb');
  cpSync(join(root, 'examples', 'sklearn-notebook', 'train.ipynb'), script);
  const before = readFileSync(script, 'utf8');
  const call = { env: homeIn(folder.path) };
  const ran = await retune(['run', script, '--target', '0.95', '--seed', '1', '--apply', '--json'], call);
  expect({ code: ran.code, err: ran.code === 0 ? '' : ran.err }).toEqual({ code: 0, err: '' });
  const outcome = JSON.parse(ran.out) as {
    verdict: string;
    baseline: { observation: { value: number } };
    confirmation: { mean: number };
  };
  expect(outcome.verdict).toBe('reached');
  expect(outcome.baseline.observation.value).toBeCloseTo(0.704, 2);
  expect(outcome.confirmation.mean).toBeGreaterThanOrEqual(0.95);
  // What IPython alone understands is said once, not for every run.
  expect(ran.err.split('is not run here')).toHaveLength(2);

  const after = readFileSync(script, 'utf8').split('\n');
  const lines = before.split('\n');
  expect(after).toHaveLength(lines.length);
  const changed = after.filter((line, index) => line !== lines[index]);
  expect(changed).toHaveLength(1);
  expect(changed[0]).toMatch(/^ {4}"model = RandomForestClassifier\(.*, random_state=0\)\\n",$/);
});
