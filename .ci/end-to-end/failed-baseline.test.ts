import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyExample, homeIn, retune, temporary } from './command.ts';

test('a script that fails is trained again when somebody asks for it, not by what builds on it', async () => {
  using folder = temporary('failed-baseline');
  const env = homeIn(folder.path);
  const script = copyExample('sklearn-knn', join(folder.path, 'project'));
  writeFileSync(script, readFileSync(script, 'utf8').replace(/^model\.fit/m, '(1 / 0)\nmodel.fit'));
  const studies = join(env.RETUNE_HOME ?? '', 'studies');
  /** Sessions that trained it: each leaves one attempt, as a new one begins with an empty journal. */
  const begun = (): number => {
    const [study = ''] = readdirSync(studies).filter((name) => !name.startsWith('.'));
    const journal = readFileSync(join(studies, study, 'journal.jsonl'), 'utf8');
    return Number(/"at":(\d+)/.exec(journal)?.[1]);
  };
  const trained = await retune(['train', script], { env });
  expect(trained).toMatchObject({ code: 2, out: '' });
  expect(trained.err).toContain('ZeroDivisionError');
  const first = begun();
  for (const command of ['tweak', 'report']) {
    const { code, err } = await retune([command, script], { env });
    expect({ command, code }).toEqual({ command, code: 2 });
    expect(err).toContain('ZeroDivisionError');
    expect(err).toContain('was not trained again');
    expect(begun()).toBe(first);
  }
  for (const again of [
    ['train', script],
    ['tweak', script, '--fresh'],
  ]) {
    const before = begun();
    const { code, err } = await retune(again, { env });
    expect(code).toBe(2);
    expect(err).not.toContain('was not trained again');
    expect(begun()).toBeGreaterThan(before);
  }
});
