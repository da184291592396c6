import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareAttempt } from './prepare-attempt.ts';
import { sampleOrder } from './sample-order.ts';

const base = realpathSync(mkdtempSync(join(tmpdir(), 'prepare-attempt-')));
const runtime = new URL('../../images/runtime/attempt.py', import.meta.url).pathname;
afterAll(() => {
  rmSync(base, { recursive: true });
});

const at = { study: 's', trial: 0, attempt: 1, fence: 1, script: 'train.py', directory: '', arguments: [] };
const order = sampleOrder(at);

test.each([
  ['through its link', 'given/x.csv', 0],
  ['by its own path', join(base, 'given/x.csv'), 1],
])('data that a script writes %s stays as it is', async (name, path, status) => {
  const [source, host, folder] = [join(base, 'source'), join(base, 'given'), join(base, name)];
  mkdirSync(source, { recursive: true });
  mkdirSync(host, { recursive: true });
  writeFileSync(join(host, 'x.csv'), 'rows');
  writeFileSync(join(source, 'train.py'), `open(${JSON.stringify(path)}, "w").write("clean")`);
  await prepareAttempt(folder, order, [], { source, data: [{ host, inside: null }] });
  const ran = spawnSync('python3', [runtime, folder], { encoding: 'utf8' });
  expect(ran.status).toBe(status);
  expect(ran.stderr.includes('--data is read-only')).toBe(status === 1);
  expect(readFileSync(join(host, 'x.csv'), 'utf8')).toBe('rows');
});
