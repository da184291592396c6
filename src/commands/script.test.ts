import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaults } from '../settings/settings.ts';
import { readScript } from './script.ts';

test('who names the metric may have a script that tells it by a way that nobody reads', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'script-'));
  try {
    const path = join(folder, 'train.py');
    writeFileSync(path, 'from sklearn.svm import SVC\nm = SVC(C=2.0).fit(X, y)\nX.check(m)\n');
    expect((await readScript(path, defaults)).program.refused?.code).toBe('no-metric');
    const named = await readScript(path, { ...defaults, metric: 'accuracy' });
    expect(named.program.refused).toBeNull();
    expect(named.hyperparameters).not.toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
