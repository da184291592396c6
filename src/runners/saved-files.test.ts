import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { keepSavedFiles } from './saved-files.ts';

let folder: string;
const write = (path: string, text = path): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const places = () => ({
  work: join(folder, 'work'),
  begun: join(folder, 'claim.json'),
  saved: join(folder, 'saved'),
  shared: ['big.bin'],
});
const kept = (): string[] => {
  const entries = readdirSync(join(folder, 'saved'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + '/saved/'.length))
    .sort();
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'retune-saved-'));
  for (const path of ['work/train.py', 'work/old.h5', 'work/rewritten.h5', 'work/big.bin']) write(path);
  // File times are as coarse as the kernel's tick.
  await pause(20);
  write('claim.json');
  await pause(20);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('what the script wrote is kept, at its place; what was there is not', async () => {
  write('work/out/model.h5', 'weights');
  write('work/rewritten.h5', 'new');
  write('work/__pycache__/net.cpython-311.pyc');
  write('work/big.bin', 'shared');
  write('work/unpacked.txt');
  utimesSync(join(folder, 'work/unpacked.txt'), 0, 0);
  await keepSavedFiles(places());
  expect(kept()).toEqual(['out/model.h5', 'rewritten.h5', 'unpacked.txt']);
  expect(readFileSync(join(folder, 'saved/out/model.h5'), 'utf8')).toBe('weights');
});

test('no link is followed, in files and in folders', async () => {
  write('elsewhere/secret');
  symlinkSync(join(folder, 'elsewhere/secret'), join(folder, 'work/link'));
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'work/linked'));
  write('work/mine');
  await keepSavedFiles(places());
  expect(kept()).toEqual(['mine']);
});

test('twice is harmless, also when the working copy is gone', async () => {
  write('work/model.h5');
  await keepSavedFiles(places());
  await keepSavedFiles(places());
  rmSync(join(folder, 'work'), { recursive: true });
  await keepSavedFiles(places());
  expect(kept()).toEqual(['model.h5']);
});

test('an attempt that never began has saved nothing', async () => {
  rmSync(join(folder, 'claim.json'));
  write('work/model.h5');
  await keepSavedFiles(places());
  expect(readdirSync(folder)).not.toContain('saved');
});

test('out of a folder that the script made read-only', async () => {
  write('work/closed/model.h5');
  chmodSync(join(folder, 'work/closed'), 0o500);
  await keepSavedFiles(places());
  chmodSync(join(folder, 'work/closed'), 0o700);
  expect(kept()).toEqual(['closed/model.h5']);
});

test('the newest first, and what does not fit is named', async () => {
  write('work/epoch-1.bin', '1'.repeat(60));
  await pause(20);
  write('work/epoch-2.bin', '2'.repeat(60));
  await keepSavedFiles(places(), { bytes: 100, files: 10 });
  expect(kept()).toEqual(['epoch-2.bin', 'left-out.txt']);
  expect(readFileSync(join(folder, 'saved/left-out.txt'), 'utf8')).toContain('epoch-1.bin\t60 bytes');
});
