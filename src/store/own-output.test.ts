import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutOwnOutput } from './own-output.ts';

test('where our own output goes is no part of what was pushed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'retune-output-'));
  const file = (path: string): { path: string; real: string; bytes: number; executable: boolean } => ({
    path,
    real: join(folder, path),
    bytes: 0,
    executable: false,
  });
  const [script, log] = [file('train.py'), file('log.txt')];
  writeFileSync(script.real, '');
  const descriptor = openSync(log.real, 'a');
  try {
    expect(await withoutOwnOutput([script, log], [descriptor])).toEqual([script]);
    expect(await withoutOwnOutput([script, log], [99_999])).toEqual([script, log]);
  } finally {
    closeSync(descriptor);
    rmSync(folder, { recursive: true });
  }
});
