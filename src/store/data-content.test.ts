import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentOf } from './data-content.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-'));
  mkdirSync(join(folder, 'data', 'images'), { recursive: true });
  writeFileSync(join(folder, 'data', 'train.csv'), 'a,b\n1,2\n');
  writeFileSync(join(folder, 'data', 'images', '1.png'), 'one');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const content = (name = 'data'): Promise<string | null> => contentOf([{ host: join(folder, name), inside: null }]);
const inData = (...parts: string[]): string => join(folder, 'data', ...parts);

test('no data has no content', async () => {
  expect(await contentOf([])).toBeNull();
});

test('a copy is the same data, whenever and wherever it was made', async () => {
  const before = await content();
  cpSync(inData(), join(folder, 'copy'), { recursive: true });
  utimesSync(join(folder, 'copy', 'train.csv'), 1e9, 1e9);
  expect(await content('copy')).toBe(before);
});

test.each<[string, () => void]>([
  [
    'another value',
    () => {
      writeFileSync(inData('train.csv'), 'a,b\n1,3\n');
    },
  ],
  [
    'a file more',
    () => {
      writeFileSync(inData('images', '2.png'), '');
    },
  ],
  [
    'a file less',
    () => {
      rmSync(inData('images', '1.png'));
    },
  ],
  [
    'another name',
    () => {
      renameSync(inData('images'), inData('pictures'));
    },
  ],
  [
    'nothing at all',
    () => {
      rmSync(inData(), { recursive: true });
    },
  ],
])('%s makes other data', async (_, change) => {
  const before = await content();
  change();
  expect(await content()).not.toBe(before);
});

test('what tools leave beside the data is none, and links in a circle are not followed', async () => {
  const before = await content();
  for (const name of ['.DS_Store', 'labels.cache', '.git']) writeFileSync(inData(name), 'x');
  symlinkSync(inData(), inData('images', 'again'));
  expect(await content()).toBe(before);
});

test('a large file counts from its beginning to its end', async () => {
  const large = join(folder, 'large.bin');
  writeFileSync(large, '');
  truncateSync(large, 20 << 20);
  const before = await content('large.bin');
  truncateSync(large, (20 << 20) - 1);
  writeFileSync(large, 'x', { flag: 'a' });
  expect(await content('large.bin')).not.toBe(before);
});
