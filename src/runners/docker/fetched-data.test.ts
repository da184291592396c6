import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeFetched } from './fetched-data.ts';

const base = mkdtempSync(join(tmpdir(), 'retune-fetched-'));
afterAll(() => {
  rmSync(base, { recursive: true });
});

function fetched(name: string, file: string): string {
  const files = join(base, 'data', name, 'files');
  mkdirSync(join(files, file, '..'), { recursive: true });
  writeFileSync(join(files, file), name);
  return files;
}

function attempt(name: string): string {
  mkdirSync(join(base, name, 'work', 'ml'), { recursive: true });
  return join(base, name);
}

const mnist = fetched('mnist-1', 'datasets/mnist.npz');
const cifar = fetched('cifar-2', 'datasets/cifar.tar');

test('caches are folders of the attempt, with links to files that nothing can write', async () => {
  const folder = attempt('cache');
  const places = [mnist, cifar].map((files) => ({ files, variable: 'KERAS_HOME', folder: null }));
  expect(await placeFetched(places, folder, '')).toEqual({
    mounts: [
      { host: mnist, inside: '/retune/data/mnist-1', writable: false },
      { host: cifar, inside: '/retune/data/cifar-2', writable: false },
    ],
    environment: { KERAS_HOME: '/attempt/cache/KERAS_HOME' },
  });
  const cache = join(folder, 'cache', 'KERAS_HOME', 'datasets');
  expect(lstatSync(cache).isDirectory()).toBe(true);
  expect(readlinkSync(join(cache, 'mnist.npz'))).toBe('/retune/data/mnist-1/datasets/mnist.npz');
  expect(readlinkSync(join(cache, 'cifar.tar'))).toBe('/retune/data/cifar-2/datasets/cifar.tar');
});

test.each([
  ['beside the script', 'data', 'work/ml/data'],
  ['above it', '../data', 'work/data'],
  ['above the repository', '../../data', 'data'],
])('a folder that the script names, %s', async (_, folder, place) => {
  const at = attempt(place.replaceAll('/', '-'));
  const { mounts, environment } = await placeFetched([{ files: mnist, variable: 'TORCH_HOME', folder }], at, 'ml');
  expect({ mounts: mounts.length, environment }).toEqual({ mounts: 1, environment: {} });
  expect(readlinkSync(join(at, place, 'datasets/mnist.npz'))).toBe('/retune/data/mnist-1/datasets/mnist.npz');
});

test.each([
  ['/data/mnist', '/data/mnist'],
  ['~/mnist', '/tmp/mnist'],
])('a place of another machine, %s, is a mount', async (folder, inside) => {
  const at = attempt(inside.slice(1).replaceAll('/', '-'));
  const { mounts } = await placeFetched([{ files: mnist, variable: 'TORCH_HOME', folder }], at, '');
  expect(mounts).toContainEqual({ host: mnist, inside, writable: false });
});

test('what the repository holds under the same name stays', async () => {
  const at = attempt('own');
  mkdirSync(join(at, 'work', 'data', 'datasets'), { recursive: true });
  writeFileSync(join(at, 'work', 'data', 'datasets', 'mnist.npz'), 'own');
  await placeFetched([{ files: mnist, variable: 'TORCH_HOME', folder: 'data' }], at, '');
  expect(readFileSync(join(at, 'work', 'data', 'datasets', 'mnist.npz'), 'utf8')).toBe('own');
  expect(existsSync(join(at, 'cache'))).toBe(false);
});
