import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { packStudy, unpackStudy } from './study-archive.ts';
import { studyFolder } from './study-folder.ts';
import type { StudyFolder } from './study-folder.ts';

const base = mkdtempSync(join(tmpdir(), 'retune-archive-'));
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

let homes = 0;
function study(files: Readonly<Record<string, string>>, id = 'train-1a2b3c4d'): StudyFolder {
  homes += 1;
  const folder = studyFolder(join(base, String(homes)), id);
  for (const [path, text] of Object.entries(files)) put(join(folder.root, path), text);
  return folder;
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function emptyPack(): string {
  homes += 1;
  const folder = join(base, `pack-${homes}`);
  mkdirSync(folder);
  return folder;
}

const files = {
  'study.json': '{}',
  'journal.jsonl': 'one\ntwo\n',
  'lease.json': '{}',
  'source/train.py': 'x = 1',
  'trials/0000/attempts/1/events.jsonl': '{}\n',
  'trials/0000/attempts/1/claim.json': '{}',
  'trials/0000/attempts/1/work/train.py': 'x = 1',
  'trials/0000/attempts/1/work/.env': 'TOKEN=secret',
  'trials/0000/attempts/1/model/weights.bin': 'w'.repeat(5000),
  '.env': 'TOKEN=secret',
};
const plenty = { whole: true, most: 1 << 20 };

test('what belongs to a study comes to another machine; leases, copies and strange files do not', async () => {
  const pack = emptyPack();
  const { leftOut } = await packStudy(study(files), pack, plenty);
  expect(leftOut).toEqual([]);
  const other = study({ 'lease.json': 'own' });
  expect(await unpackStudy(pack, other)).toBe('brought');
  expect(readFileSync(other.journal, 'utf8')).toBe('one\ntwo\n');
  expect(readFileSync(join(other.trials, '0000/attempts/1/model/weights.bin'), 'utf8')).toHaveLength(5000);
  expect(readFileSync(other.lease, 'utf8')).toBe('own');
  for (const path of ['source', '.env', 'trials/0000/attempts/1/work', 'trials/0000/attempts/1/claim.json'])
    expect([path, existsSync(join(other.root, path))]).toEqual([path, false]);
});

test('a training that makes and removes files meanwhile does not spoil it', async () => {
  const here = study(files);
  const work = join(here.root, 'trials/0001/attempts/1/work');
  const over = new AbortController();
  const training = (async () => {
    while (!over.signal.aborted) {
      for (let at = 0; at < 20; at += 1) put(join(work, `a${at}/b/c`), '');
      await new Promise((done) => setImmediate(done));
      rmSync(work, { recursive: true });
      await new Promise((done) => setImmediate(done));
    }
  })();
  try {
    for (let time = 0; time < 5; time += 1) await packStudy(here, emptyPack(), plenty);
  } finally {
    over.abort();
    await training;
  }
});

test('models stay out where they were not asked for or where there is no room', async () => {
  const small = emptyPack();
  await packStudy(study(files), small, { whole: false, most: 1 << 20 });
  expect(existsSync(join(small, 'trials/0000/attempts/1/model'))).toBe(false);
  const tight = emptyPack();
  const { leftOut, bytes } = await packStudy(study(files), tight, { whole: true, most: 1000 });
  expect(leftOut).toEqual(['trials/0000/attempts/1/model/weights.bin']);
  expect(bytes).toBeLessThan(1000);
  expect(await unpackStudy(tight, study({}))).toBe('brought');
});

test('an older state of the same study goes on, also with a torn last line; another history stays', async () => {
  const pack = emptyPack();
  await packStudy(study(files), pack, plenty);
  const older = study({ 'journal.jsonl': 'one\ntw' });
  expect(await unpackStudy(pack, older)).toBe('brought');
  expect(readFileSync(older.journal, 'utf8')).toBe('one\ntwo\n');
  const other = study({ 'journal.jsonl': 'one\nthree\n' });
  expect(await unpackStudy(pack, other)).toBe('other-history');
  expect(readFileSync(other.journal, 'utf8')).toBe('one\nthree\n');
});

test.each([
  [
    'a changed file',
    (pack: string) => {
      put(join(pack, 'trials/0000/attempts/1/events.jsonl'), '{"x":1}\n');
    },
    /not what was kept/,
  ],
  [
    'a missing file',
    (pack: string) => {
      rmSync(join(pack, 'study.json'));
    },
    /not what was kept/,
  ],
  [
    'no manifest',
    (pack: string) => {
      rmSync(join(pack, 'manifest.json'));
    },
    /list of files/,
  ],
  [
    'a path that leads out',
    (pack: string) => {
      edit(pack, 'study.json', '../../study.json');
    },
    /does not belong/,
  ],
  [
    'a file of no study',
    (pack: string) => {
      edit(pack, 'study.json', 'lease.json');
    },
    /does not belong/,
  ],
  [
    'another study',
    (pack: string) => {
      edit(pack, 'train-1a2b3c4d', 'train-ffffffff');
    },
    /another study/,
  ],
])('%s: nothing is used', async (_, spoil, why) => {
  const pack = emptyPack();
  await packStudy(study(files), pack, plenty);
  spoil(pack);
  const other = study({});
  await expect(unpackStudy(pack, other)).rejects.toThrow(UserError);
  await expect(unpackStudy(pack, other)).rejects.toThrow(why);
  expect(existsSync(other.journal)).toBe(false);
});

function edit(pack: string, from: string, to: string): void {
  const manifest = join(pack, 'manifest.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(from, to));
}
