import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { retune, root, temporary } from './command.ts';

/**
 * A clean clone, and a PATH with nothing but `node` and `python3` on it: no git, no uv, no environment made
 * before, no setting of ours.
 */
test('on a bare machine the README commands run: venv and pip do without uv', async () => {
  using folder = temporary('newcomer');
  const clone = join(folder.path, 'retune');
  execFileSync('git', ['clone', '-q', root, clone]);
  const bin = join(folder.path, 'bin');
  mkdirSync(bin);
  const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();
  symlinkSync(process.execPath, join(bin, 'node'));
  symlinkSync(python, join(bin, 'python3'));
  const call = {
    cwd: clone,
    cli: join(clone, 'dist', 'cli.js'),
    env: { PATH: bin, HOME: folder.path, RETUNE_HOME: '' },
  };
  const doctor = await retune(['doctor'], call);
  expect(doctor).toMatchObject({ code: 0, err: '' });
  expect(doctor.out).toMatch(/uv +not on PATH/);
  const { code, out, err } = await retune(['run', 'examples/sklearn-knn/train.py', '--target', '0.98'], call);
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  expect(err).toMatch(/with venv and pip|with pip/);
  expect(out).toMatch(/Target reached: accuracy 93\.5 % → 98/);
  expect(execFileSync('git', ['status', '--porcelain'], { cwd: clone, encoding: 'utf8' })).toBe('');
});
