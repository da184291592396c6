import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeError } from '../errors.ts';
import { namingFullDisk, writeDurably, writeSynced } from './write-durably.ts';

const folder = mkdtempSync(join(tmpdir(), 'durable-'));
const path = join(folder, 'file.json');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the new content replaces the old, and nothing else is left', async () => {
  await writeDurably(path, 'old');
  await writeDurably(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['file.json']);
});

test('a write that fails leaves the old file and no other', async () => {
  writeFileSync(path, 'old');
  await expect(writeDurably(join(folder, 'not', 'there'), 'x')).rejects.toThrow('ENOENT');
  await expect(writeDurably(folder, 'x')).rejects.toThrow();
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['file.json']);
});

test('a full disk is named with what to do', async () => {
  const failing = namingFullDisk(path, () => writeSynced('/dev/full', 'x', 'w'));
  await expect(failing).rejects.toMatchObject({ kind: 'machine', code: 'disk-full' });
  const said = await failing.catch(describeError);
  expect(said).toContain(`${path} could not be written: the disk is full.`);
  expect(said).toContain('`prune` removes old studies');
});
