import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookAtGpus } from './gpus.ts';

const folder = mkdtempSync(join(tmpdir(), 'gpus-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A driver's tool that answers so. */
function smi(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test.each([
  ['two', 'echo "NVIDIA L4"; echo "NVIDIA L4"', { kind: 'found', names: ['NVIDIA L4', 'NVIDIA L4'] }],
  ['no', 'exit 0', { kind: 'none' }],
  [
    'mismatch',
    'echo "Failed to initialize NVML: Driver/library version mismatch"; exit 18',
    { kind: 'broken', why: 'Failed to initialize NVML: Driver/library version mismatch' },
  ],
  ['silent', 'exit 9', { kind: 'broken', why: 'it does not answer' }],
])('%s', async (name, script, expected) => {
  expect(await lookAtGpus(smi(name, script))).toEqual(expected);
});

test('a machine without a driver has none', async () => {
  expect(await lookAtGpus(join(folder, 'absent'))).toEqual({ kind: 'none' });
});
