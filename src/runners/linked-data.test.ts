import { lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkData } from './linked-data.ts';

const base = mkdtempSync(join(tmpdir(), 'linked-data-'));
afterAll(() => {
  rmSync(base, { recursive: true });
});

test('what a script writes beside its data stays in its own copy', async () => {
  const [host, place] = [join(base, 'given'), join(base, 'copy')];
  mkdirSync(join(host, 'deep', 'empty'), { recursive: true });
  writeFileSync(join(host, 'deep', 'x.csv'), 'rows');
  await linkData(host, place);
  expect(readFileSync(join(place, 'deep', 'x.csv'), 'utf8')).toBe('rows');
  writeFileSync(join(place, 'clean.csv'), 'new');
  writeFileSync(join(place, 'deep', 'empty', 'y.csv'), 'new');
  rmSync(join(place, 'deep', 'x.csv'));
  const left = readdirSync(host, { recursive: true }).map(String).sort();
  expect(left).toEqual(['deep', join('deep', 'empty'), join('deep', 'x.csv')]);
});

test('one file, and a folder of very many, are one link', async () => {
  const many = join(base, 'many');
  mkdirSync(many);
  for (let number = 0; number <= 5000; number += 1) writeFileSync(join(many, `${number}.txt`), '');
  await linkData(many, join(base, 'all'));
  expect(lstatSync(join(base, 'all')).isSymbolicLink()).toBe(true);
  await linkData(join(many, '7.txt'), join(base, 'seven.txt'));
  expect(lstatSync(join(base, 'seven.txt')).isSymbolicLink()).toBe(true);
});
