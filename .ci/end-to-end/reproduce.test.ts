import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { copyExample, homeIn, retune, temporary } from './command.ts';

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
