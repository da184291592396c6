import { linkSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLease } from './lease.ts';
import { earlierStudies, listStudies, removeStudy, sizeOnDisk } from './studies.ts';
import {
  attemptPlace,
  makeStudyFolder,
  studiesFolder,
  type StudyFolder,
  studyFolder,
  trialFolder,
} from './study-folder.ts';
import { type StudyIdentity, studyId } from './study-identity.ts';
import { readStudy, type StudyRecord, writeStudy } from './study-record.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const identity: StudyIdentity = {
  script: 'ml/train.py',
  snapshotHash: 'ab12',
  directory: 'ml',
  arguments: ['--epochs', '5'],
  data: [{ host: '/data/x.csv', inside: null }],
  dataContent: 'ef56',
  environmentHash: 'cd34',
  metric: { name: 'accuracy', direction: null },
  tune: ['b', 'a'],
  keep: [],
};
const record: StudyRecord = {
  ...identity,
  v: 1,
  id: studyId(identity),
  root: '/project',
  commit: null,
  ref: 'main',
  dirty: true,
  createdAt: 1_700_000_000_000,
};

async function study(id = record.id): Promise<StudyFolder> {
  const folder = studyFolder(home, id);
  await makeStudyFolder(folder);
  return folder;
}

test('a study lies where the design says', () => {
  const folder = studyFolder('/home', 'train-1');
  expect(trialFolder(folder, 7)).toBe('/home/studies/train-1/trials/0007');
  expect(attemptPlace(folder, 7, 2)).toEqual({
    study: 'train-1',
    trial: 7,
    attempt: 2,
    folder: '/home/studies/train-1/trials/0007/attempts/2',
  });
});

test('a study is named after its script; the same question has the same name, in any order of a set', () => {
  expect(record.id).toMatch(/^train-[0-9a-f]{8}$/);
  expect(studyId({ ...identity, tune: ['a', 'b'] })).toBe(record.id);
  expect(studyId({ ...identity, script: 'a/ä b😀.final.py' })).toMatch(/^b-final-[0-9a-f]{8}$/);
  expect(studyId({ ...identity, script: '…' })).toMatch(/^study-/);
});

test.each<[string, Partial<StudyIdentity>]>([
  ['script', { script: 'other/train.py' }],
  ['snapshot', { snapshotHash: 'x' }],
  ['directory', { directory: '' }],
  ['arguments', { arguments: ['5', '--epochs'] }],
  ['data', { data: [] }],
  ['content of the data', { dataContent: 'x' }],
  ['environment', { environmentHash: 'x' }],
  ['metric', { metric: { name: null, direction: null } }],
  ['direction', { metric: { name: 'accuracy', direction: 'minimise' } }],
  ['tune', { tune: ['a'] }],
  ['keep', { keep: ['a'] }],
  ['tune or keep', { tune: [], keep: ['a', 'b'] }],
])('another %s is another study', (_, change) => {
  expect(studyId({ ...identity, ...change })).not.toBe(record.id);
});

test('the record is read as it was written; without one there is no study', async () => {
  const folder = await study();
  expect(await readStudy(folder)).toBeNull();
  await writeStudy(folder, record);
  expect(await readStudy(folder)).toEqual(record);
});

test('a damaged record is named by field', async () => {
  const folder = await study();
  writeFileSync(folder.record, JSON.stringify({ ...record, arguments: [7] }));
  const reading = readStudy(folder);
  await expect(reading).rejects.toMatchObject({ code: 'study-damaged', place: { file: folder.record } });
  await expect(reading).rejects.toThrow('arguments[0]: expected a text, got 7');
});

test('studies are listed, complete or not, held or not', async () => {
  expect(await listStudies(home)).toEqual([]);
  await writeStudy(await study('a'), record);
  await study('b');
  writeFileSync((await study('c')).record, '{');
  writeFileSync(join(studiesFolder(home), 'a file'), '');
  const lease = await takeLease(studyFolder(home, 'a').lease, { study: 'a' });
  const [a, b, c, ...more] = await listStudies(home);
  expect(a).toMatchObject({
    record: { id: record.id },
    problem: null,
    holding: { kind: 'held', holder: { pid: process.pid } },
  });
  expect(b).toMatchObject({ record: null, problem: 'it was never completed', holding: { kind: 'free' } });
  expect(c).toMatchObject({ record: null, problem: expect.stringContaining('not JSON') as unknown });
  expect(more).toEqual([]);
  await lease.release();
});

test('a study in use is not removed; then it is, wholly', async () => {
  const folder = await study();
  const lease = await takeLease(folder.lease, { study: folder.id });
  await expect(removeStudy(folder)).rejects.toMatchObject({ code: 'study-held' });
  await lease.release();
  await removeStudy(folder);
  expect(readdirSync(studiesFolder(home))).toEqual([]);
});

test('size counts a file once, however many names it has, and links not at all', async () => {
  const folder = await study();
  const empty = await sizeOnDisk(folder.root);
  const file = join(folder.root, 'file');
  writeFileSync(file, Buffer.alloc(1 << 20));
  linkSync(file, join(folder.root, 'same'));
  symlinkSync('/usr', join(folder.root, 'link'));
  const grown = (await sizeOnDisk(folder.root)) - empty;
  expect(grown).toBeGreaterThanOrEqual(1 << 20);
  expect(grown).toBeLessThan((1 << 20) + 65_536);
});

test('of the earlier studies of a script, the three newest', async () => {
  const others = [0, 1, 2, 3, 4].map((age) => ({ ...record, id: `train-${age}`, createdAt: age }));
  const foreign = [
    { ...record, id: 'other-root', root: '/elsewhere' },
    { ...record, id: 'other-script', script: 'test.py' },
  ];
  for (const each of [record, ...others, ...foreign]) await writeStudy(await study(each.id), each);
  expect((await earlierStudies(home, record)).map(({ id }) => id)).toEqual(['train-4', 'train-3', 'train-2']);
});
