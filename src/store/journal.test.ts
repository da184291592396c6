import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everyEvent, journalContract } from './journal.contract.ts';
import { fileJournal } from './journal.ts';

const folder = mkdtempSync(join(tmpdir(), 'journal-'));
let next = 0;
const newPath = (): string => join(folder, `${(next += 1)}.jsonl`);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

journalContract('a file', () => {
  const path = newPath();
  return { open: () => fileJournal(path) };
});

async function written(): Promise<{ path: string; whole: Buffer }> {
  const path = newPath();
  const journal = fileJournal(path, { now: () => 1_700_000_000_000 });
  for (const event of everyEvent) await journal.append(event);
  return { path, whole: readFileSync(path) };
}

/** A sequence that looks random and is always the same. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) yield (state = (state * 48271) % 2147483647);
}

test('a journal torn anywhere is its whole lines; reading changes nothing, appending goes on there', async () => {
  const { path, whole } = await written();
  const random = numbers(11);
  for (let round = 0; round < 200; round += 1) {
    const torn = whole.subarray(0, random.next().value % whole.length);
    writeFileSync(path, torn);
    const kept = torn.toString('latin1').split('\n').length - 1;
    const journal = fileJournal(path);
    expect((await journal.read()).map(({ event }) => event)).toEqual(everyEvent.slice(0, kept));
    expect(readFileSync(path).equals(torn)).toBe(true);
    for (const event of everyEvent.slice(kept)) await journal.append(event);
    expect((await fileJournal(path).read()).map(({ event }) => event)).toEqual(everyEvent);
  }
});

test('a last line with holes, as after a power cut, is torn too', async () => {
  const { path, whole } = await written();
  appendFileSync(path, `{"v":1,${'\0'.repeat(4096)}","sum":"0123456789abcdef"}\n`);
  expect(await fileJournal(path).read()).toHaveLength(everyEvent.length);
  await fileJournal(path).append(everyEvent[0]!);
  expect(readFileSync(path).subarray(0, whole.length).equals(whole)).toBe(true);
  expect(await fileJournal(path).read()).toHaveLength(everyEvent.length + 1);
});

test('any changed byte is found, named by line, and nothing is lost', async () => {
  const { path, whole } = await written();
  const random = numbers(12);
  for (let round = 0; round < 300; round += 1) {
    const at = random.next().value % (whole.length - 1);
    if (whole[at] === 10 || whole[at] === 11) continue;
    const damaged = Buffer.from(whole);
    damaged[at] = damaged[at]! ^ 1;
    writeFileSync(path, damaged);
    const line = damaged.subarray(0, at).toString('latin1').split('\n').length;
    const place = { file: path, line };
    await expect(fileJournal(path).read()).rejects.toMatchObject({ kind: 'machine', code: 'journal-damaged', place });
    await expect(fileJournal(path).append(everyEvent[0]!)).rejects.toMatchObject({ code: 'journal-damaged' });
    expect(readFileSync(path).equals(damaged)).toBe(true);
  }
});

test('a missing line is found', async () => {
  const { path, whole } = await written();
  const lines = whole.toString().split('\n');
  writeFileSync(path, lines.filter((_, index) => index !== 3).join('\n'));
  await expect(fileJournal(path).read()).rejects.toThrow(
    "Line 4 of a study's journal is damaged: it is event 4 where 3 should be.",
  );
});

test('on a full disk the append fails by name, the journal stays whole, and goes on when there is room', async () => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status === 0;
  try {
    const path = join(disk, 'journal.jsonl');
    const journal = fileJournal(path);
    const first = await journal.append(everyEvent[0]!);
    if (!mounted) return;
    writeFileSync(join(disk, 'rest'), Buffer.alloc(48 << 10));
    const long = { kind: 'trial-suggested', trial: 1, values: {}, why: 'x'.repeat(50_000), undoes: null } as const;
    const before = statSync(path).size;
    const failing = journal.append(long);
    await expect(failing).rejects.toMatchObject({ kind: 'machine', code: 'disk-full' });
    await expect(failing).rejects.toThrow(path);
    expect(statSync(path).size).toBe(before);
    expect(await fileJournal(path).read()).toEqual([first]);
    rmSync(join(disk, 'rest'));
    expect((await journal.append(long)).n).toBe(1);
  } finally {
    if (mounted) spawnSync('umount', [disk]);
  }
});
