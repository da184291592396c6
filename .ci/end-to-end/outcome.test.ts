import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyExample, homeIn, retune, temporary } from './command.ts';

test('what the script saves itself comes along, from the run whose diff it is', async () => {
  using folder = temporary('saved');
  const script = copyExample('sklearn-knn', join(folder.path, 'project'));
  const saving = `
import os, pathlib
os.makedirs("out", exist_ok=True)
pathlib.Path("out/model.txt").write_text("n_neighbors=%d" % model[-1].n_neighbors)
os.symlink("/etc/passwd", "out/link")
`;
  writeFileSync(script, readFileSync(script, 'utf8') + saving);
  const { code, out, err } = await retune(['run', script, '--target', '0.98', '--seed', '1', '--json'], {
    env: homeIn(folder.path),
  });
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  const { files, diff } = JSON.parse(out) as {
    diff: string;
    files: { saved: { folder: string; files: string[] } };
  };
  expect(files.saved.files).toEqual(['out/model.txt']);
  const [, value] = /^\+.*n_neighbors=(\d+)/m.exec(diff) ?? [];
  expect(readFileSync(join(files.saved.folder, 'out/model.txt'), 'utf8')).toBe(`n_neighbors=${value ?? '?'}`);
  expect(existsSync(join(folder.path, 'project', 'out'))).toBe(false);
});
