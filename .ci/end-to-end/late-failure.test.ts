import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyExample, homeIn, retune, temporary } from './command.ts';

test('a number that was told before the script fails counts; plan, progress and report say that it fails', async () => {
  using folder = temporary('late-failure');
  const env = homeIn(folder.path);
  const script = copyExample('sklearn-knn', join(folder.path, 'project'));
  const plotted = 'with open("/nowhere/plots/curve.png", "wb") as file:\n    file.write(b"")\n';
  writeFileSync(script, `${readFileSync(script, 'utf8')}\n${plotted}`);
  const failure = 'FileNotFoundError';

  expect((await retune(['plan', script], { env })).out).not.toContain(failure);
  expect((await retune(['train', script], { env })).code).toBe(0);
  const planned = (await retune(['plan', script], { env })).out;
  expect(planned).toMatch(/^ {2}fails late +FileNotFoundError: .*curve\.png/m);

  const { code, out, err } = await retune(['run', script, '--target', '0.98', '--seed', '1'], { env });
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/fails at the end +FileNotFoundError: /);
  expect(out).toContain('Target reached');
  expect(readFileSync(script, 'utf8')).toContain(plotted);
});
