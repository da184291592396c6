import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pointerKind } from './data-pointers.ts';
import { keepSnapshot, readSnapshot, type Snapshot } from './snapshot.ts';

let base: string;
let root: string;
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'snapshot-')));
  root = join(base, 'project');
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

function write(path: string, content: string | Buffer = path): string {
  const whole = join(root, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, content);
  return whole;
}

function git(...command: readonly string[]): string {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...command], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function repository(): string {
  const script = write('ml/train.py');
  write('ml/model.py');
  write('.gitignore', 'data/\n__pycache__/\n');
  write('data/big.csv', 'a,b\n');
  write('data/deep/more.csv', 'c,d\n');
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
  return script;
}

const pathsOf = ({ files }: Snapshot): string[] => files.map(({ path }) => path);

test('a repository: tracked and untracked files, not ignored ones; where it comes from', async () => {
  const script = repository();
  const clean = await readSnapshot({ script });
  expect(pathsOf(clean)).toEqual(['.gitignore', 'ml/model.py', 'ml/train.py']);
  expect(clean).toMatchObject({
    root,
    script: 'ml/train.py',
    ref: 'main',
    dirty: false,
    commit: git('rev-parse', 'HEAD').trim(),
  });
  write('new file.py');
  rmSync(join(root, 'ml/model.py'));
  const dirty = await readSnapshot({ script });
  expect(pathsOf(dirty)).toEqual(['.gitignore', 'ml/train.py', 'new file.py']);
  expect(dirty).toMatchObject({ dirty: true, leftOut: [] });
});

test('the hash is of paths, contents and modes, of nothing else', async () => {
  const script = repository();
  const { hash } = await readSnapshot({ script });
  write('ml/model.py');
  git('commit', '-q', '--allow-empty', '-m', 'second');
  expect((await readSnapshot({ script })).hash).toBe(hash);
  chmodSync(join(root, 'ml/model.py'), 0o755);
  const executable = (await readSnapshot({ script })).hash;
  write('ml/model.py', 'changed');
  expect(new Set([hash, executable, (await readSnapshot({ script })).hash]).size).toBe(3);
});

test('ignored files that the script names come along, and an ignored script too', async () => {
  const script = repository();
  expect(pathsOf(await readSnapshot({ script, also: ['data/big.csv'] }))).toContain('data/big.csv');
  expect(pathsOf(await readSnapshot({ script, also: ['data', 'no/such'] }))).toContain('data/deep/more.csv');
  expect((await readSnapshot({ script, also: ['../../etc'] })).leftOut).toEqual([]);
  expect(pathsOf(await readSnapshot({ script: join(root, 'data/big.csv') }))).toContain('data/big.csv');
});

test('without a repository: the folder of the script, without what tools make', async () => {
  const script = write('train.py');
  for (const folder of ['.venv', 'node_modules', '__pycache__', 'my-env']) write(`${folder}/x.py`);
  write('my-env/pyvenv.cfg');
  write('sub/module.py');
  const snapshot = await readSnapshot({ script });
  expect(pathsOf(snapshot)).toEqual(['sub/module.py', 'train.py']);
  expect(snapshot).toMatchObject({ root, script: 'train.py', commit: null, ref: null, dirty: false });
});

test('links inside become content; links out, in circles and to nothing are left out and named', async () => {
  const script = repository();
  writeFileSync(join(base, 'secret'), 'secret');
  symlinkSync('model.py', join(root, 'ml/alias.py'));
  symlinkSync('../ml', join(root, 'ml/self'));
  symlinkSync('../../secret', join(root, 'ml/out'));
  symlinkSync('/etc', join(root, 'ml/etc'));
  symlinkSync('nowhere', join(root, 'ml/broken'));
  write('a/a.py');
  write('b/b.py');
  symlinkSync('../b', join(root, 'a/to-b'));
  symlinkSync('../a', join(root, 'b/to-a'));
  execFileSync('mkfifo', [join(root, 'ml/pipe')]);
  const snapshot = await readSnapshot({ script });
  expect(pathsOf(snapshot)).toEqual(expect.arrayContaining(['ml/alias.py', 'ml/model.py', 'ml/train.py']));
  const left = Object.fromEntries(snapshot.leftOut.map(({ path, why }) => [path, why]));
  expect(left).toMatchObject({ 'ml/broken': 'a link to nothing', 'ml/etc': `it leads out of ${root}, to /etc` });
  expect(Object.keys(left)).toContain('ml/out');
  expect(left['ml/self']).toBe('a link in a circle');
  expect(left['a/to-b/to-a']).toBe('a link in a circle');
  expect(pathsOf(snapshot).filter((path) => path.includes('self') || path.includes('to-'))).toEqual([
    'a/to-b/b.py',
    'b/to-a/a.py',
  ]);
  const into = join(base, 'kept');
  await keepSnapshot(snapshot, into);
  expect(lstatSync(join(into, 'ml/alias.py')).isFile()).toBe(true);
  expect(readFileSync(join(into, 'ml/alias.py'), 'utf8')).toBe('ml/model.py');
});

test('nested repositories and submodules bring their own files', async () => {
  const script = repository();
  write('vendor/lib/code.py');
  write('vendor/lib/.gitignore', 'junk\n');
  write('vendor/lib/junk');
  execFileSync('git', ['init', '-q'], { cwd: join(root, 'vendor/lib') });
  expect(pathsOf(await readSnapshot({ script }))).toEqual(expect.arrayContaining(['vendor/lib/code.py']));
  expect(pathsOf(await readSnapshot({ script }))).not.toContain('vendor/lib/junk');
});

test('a kept snapshot is read-only and does not follow later edits', async () => {
  const script = repository();
  write('large.bin', Buffer.alloc(3 << 20, 7));
  const snapshot = await readSnapshot({ script });
  const into = join(base, 'kept');
  await keepSnapshot(snapshot, into);
  await keepSnapshot(snapshot, into);
  write('large.bin', 'changed');
  write('ml/train.py', 'changed');
  expect(readFileSync(join(into, 'ml/train.py'), 'utf8')).toBe('ml/train.py');
  expect(statSync(join(into, 'large.bin'))).toMatchObject({ size: 3 << 20, nlink: 1 });
  expect(statSync(join(into, 'ml/train.py')).mode & 0o777).toBe(0o444);
  expect((await readSnapshot({ script: join(into, 'ml/train.py') })).files).toHaveLength(2);
  expect(readdirSync(base).sort()).toEqual(['kept', 'project']);
});

test('a file that changes in between is said, and no half snapshot stays', async () => {
  const script = repository();
  const snapshot = await readSnapshot({ script });
  write('ml/model.py', 'changed');
  await expect(keepSnapshot(snapshot, join(base, 'kept'))).rejects.toMatchObject({ code: 'changed-while-read' });
  expect(readdirSync(base)).toEqual(['project']);
});

test('a log that grows in between is kept as it was read', async () => {
  write('train.py');
  const log = write('log.txt', 'first\n');
  const snapshot = await readSnapshot({ script: join(root, 'train.py') });
  appendFileSync(log, 'second\n');
  await keepSnapshot(snapshot, join(base, 'kept'));
  expect(readFileSync(join(base, 'kept', 'log.txt'), 'utf8')).toBe('first\n');
});

test('too much is refused, naming the largest files', async () => {
  const script = repository();
  write('huge.bin', Buffer.alloc(2 << 20));
  const refused = readSnapshot({ script, limitBytes: 1 << 20 });
  await expect(refused).rejects.toMatchObject({ kind: 'refused', code: 'snapshot-too-large' });
  await expect(refused).rejects.toThrow(/Largest: huge\.bin \(2 MB\)/);
});

test('our own home does not belong to it', async () => {
  const script = repository();
  write('home/studies/x/journal.jsonl');
  expect(pathsOf(await readSnapshot({ script, without: [join(root, 'home')] }))).toHaveLength(3);
});

test('a hard link of the author is copied like any file', async () => {
  const script = repository();
  linkSync(join(root, 'ml/model.py'), join(root, 'ml/same.py'));
  expect(pathsOf(await readSnapshot({ script }))).toContain('ml/same.py');
});

test.each([
  ['version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n', 'git-lfs'],
  ['outs:\n- md5: a304afb96060aad90176268345e10355\n  path: data.csv\n', 'dvc'],
  ['a,b\n1,2\n', null],
  ['x version https://git-lfs.github.com/spec/v1\n', null],
  ['', null],
])('a pointer where data should be: %j', (content, kind) => {
  expect(pointerKind(new TextEncoder().encode(content))).toBe(kind);
});
