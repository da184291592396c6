import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdsData } from './held-data.ts';

const base = mkdtempSync(join(tmpdir(), 'retune-held-'));
afterAll(() => {
  rmSync(base, { recursive: true });
});
for (const folder of ['source/ml/data/cifar-10-batches-py', 'elsewhere/MNIST/raw'])
  mkdirSync(join(base, folder), { recursive: true });

test.each([
  ['in the repository', 'CIFAR10', './data', null, true],
  ['not another one beside it', 'CIFAR100', './data', null, false],
  ['nowhere', 'MNIST', 'data', null, false],
  ['declared', 'MNIST', 'data', 'data', true],
  ['declared above', 'MNIST', 'in/elsewhere', 'in', false],
  ['declared below', 'MNIST', 'data', 'data/MNIST', true],
])('a data set %s', async (_, name, folder, inside, expected) => {
  const data = inside === null ? [] : [{ host: join(base, 'elsewhere'), inside }];
  const places = { source: join(base, 'source'), directory: 'ml', data };
  expect(await holdsData(places, `torchvision.datasets.${name}`, folder)).toBe(expected);
});
