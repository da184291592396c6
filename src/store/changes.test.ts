import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { changesSince } from './changes.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'retune-changes-'));
  folders.push(folder);
  return folder;
}

function git(folder: string, ...command: readonly string[]): string {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'init.defaultBranch=main'];
  return execFileSync('git', [...who, ...command], { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim();
}

function commit(folder: string, files: Readonly<Record<string, string | null>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (text === null) rmSync(join(folder, path));
    else writeFileSync(join(folder, path), text);
  }
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'change');
  return git(folder, 'rev-parse', 'HEAD');
}

/** A repository of three commits: begun, one file changed and one deleted, a name that needs care added. */
function repository(): { folder: string; commits: [string, string, string] } {
  const folder = temporary();
  git(folder, 'init', '-q');
  const first = commit(folder, { 'train.py': 'a', 'old.py': 'b', 'readme.md': 'c' });
  const second = commit(folder, { 'train.py': 'A', 'old.py': null });
  const third = commit(folder, { 'models/über "x".py': 'd' });
  return { folder, commits: [first, second, third] };
}

/** A clone as a runner has it: by network protocol, so that its depth counts. */
function clone(of: string, ...options: readonly string[]): string {
  const folder = temporary();
  git(of, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  git(folder, 'clone', '-q', ...options, `file://${of}`, 'clone');
  return join(folder, 'clone');
}

test('added and changed files since a commit; deleted ones are not among them', async () => {
  const { folder, commits } = repository();
  const [first] = commits;
  expect(await changesSince(folder, [first], null)).toEqual({
    since: first,
    paths: ['models/über "x".py', 'train.py'],
    missing: [],
  });
});

test('a shallow clone fetches the commit to compare with', async () => {
  const { folder, commits } = repository();
  const shallow = clone(folder, '--depth=1');
  expect(git(shallow, 'rev-list', '--count', 'HEAD')).toBe('1');
  expect((await changesSince(shallow, [commits[0]], null)).paths).toEqual(['models/über "x".py', 'train.py']);
});

test('in a shallow clone a parent is not taken for missing', async () => {
  const { folder, commits } = repository();
  const shallow = clone(folder, '--depth=1');
  expect(await changesSince(shallow, ['HEAD^'], null)).toMatchObject({
    since: commits[1],
    paths: ['models/über "x".py'],
  });
  const other = clone(folder, '--depth=1');
  expect(await changesSince(other, [`${commits[1]}^`], null)).toMatchObject({ since: commits[0], missing: [] });
});

test('after a force push the commit from before is fetched, though no branch has it', async () => {
  const { folder, commits } = repository();
  git(folder, 'reset', '-q', '--hard', commits[0]);
  commit(folder, { 'train.py': 'other' });
  for (const options of [[], ['--depth=1']]) {
    const changes = await changesSince(clone(folder, ...options), [commits[2]], null);
    expect(changes).toEqual({ since: commits[2], paths: ['old.py', 'train.py'], missing: [] });
  }
});

test('the first commit that can be had counts; without any, everything does', async () => {
  const { folder, commits } = repository();
  const lost = '1234567890123456789012345678901234567890';
  expect(await changesSince(folder, [lost, commits[1], 'everything'], null)).toMatchObject({
    since: commits[1],
    missing: [lost],
  });
  const none = { since: null, paths: [], missing: [`${commits[0]}^`] };
  expect(await changesSince(folder, [`${commits[0]}^`, 'everything'], null)).toEqual(none);
  expect(await changesSince(folder, ['--upload-pack=touch /tmp/x'], null)).toMatchObject({ since: null });
  expect(await changesSince(temporary(), ['HEAD^'], null)).toMatchObject({ since: null });
});
