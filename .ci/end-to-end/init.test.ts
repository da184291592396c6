import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { retune, temporary } from './command.ts';

const action = `ada/retune@${'0123456789'.repeat(4)}`;
const workflows = ['.github/workflows/retune.yml', '.github/workflows/retune-monitor.yml'];
const written = [...workflows, '.github/retune.yml'];

function fresh(folder: string): (...command: readonly string[]) => string {
  const git = (...command: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...command], { cwd: folder, encoding: 'utf8' });
  git('init', '-q', '-b', 'trunk');
  return git;
}

test('a fresh repository gets its workflows, asked nothing, and is told what to switch on; a second time nothing changes', async () => {
  using folder = temporary('init');
  const git = fresh(folder.path);
  mkdirSync(join(folder.path, 'deep'));
  const call = { cwd: join(folder.path, 'deep') };
  const first = await retune(['init', '--action', action, '--target', '97 %'], call);
  expect(first).toMatchObject({ code: 0, err: '' });
  for (const path of written) expect(first.out).toMatch(new RegExp(`^written +${path}$`, 'm'));
  for (const told of [
    /push them to trunk/,
    /Allow GitHub Actions to create and approve pull\s+requests/,
    /self-hosted runner with the labels self-hosted, docker/,
  ])
    expect(first.out).toMatch(told);
  expect(first.out).not.toContain('nothing was changed');
  git('add', '-A');
  expect(git('ls-files').trim().split('\n').sort()).toEqual([...written].sort());

  const second = await retune(['init', '--action', action, '--target', '97 %'], call);
  expect(second).toMatchObject({ code: 0, err: '' });
  expect(second.out).toContain('Everything is there already: nothing was changed.');
  expect(git('diff', '--stat')).toBe('');
});

test('what it wrote is pinned by a whole commit, and gives each job no more than it needs', async () => {
  using folder = temporary('init');
  fresh(folder.path);
  await retune(['init', '--action', action], { cwd: folder.path });
  const permissions = workflows.flatMap((path) => {
    const workflow = parse(readFileSync(join(folder.path, path), 'utf8')) as {
      permissions: object;
      jobs: Record<string, { permissions: object; steps: { uses: string }[] }>;
    };
    expect(workflow.permissions).toEqual({});
    for (const { uses } of Object.values(workflow.jobs).flatMap(({ steps }) => steps))
      expect(uses).toMatch(/^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/);
    return Object.entries(workflow.jobs).map(([job, { permissions: given }]) => [job, given]);
  });
  expect(Object.fromEntries(permissions)).toEqual({
    pull: { contents: 'read' },
    detect: { contents: 'read' },
    train: { contents: 'read' },
    tweak: { contents: 'read' },
    report: { checks: 'write', contents: 'write', 'pull-requests': 'write' },
    monitor: { actions: 'write', checks: 'read', contents: 'read' },
  });
});

test('a workflow that somebody changed is not overwritten unless that is said; settings never are', async () => {
  using folder = temporary('init');
  fresh(folder.path);
  const call = { cwd: folder.path };
  await retune(['init', '--action', action], call);
  for (const path of [workflows[0]!, '.github/retune.yml']) writeFileSync(join(folder.path, path), '# mine\n');
  const refused = await retune(['init', '--action', action], call);
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toMatch(/retune\.yml would be overwritten; nothing was written/);
  const forced = await retune(['init', '--action', action, '--force'], call);
  expect(forced).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(join(folder.path, workflows[0]!), 'utf8')).toContain('name: Retune');
  expect(readFileSync(join(folder.path, '.github/retune.yml'), 'utf8')).toBe('# mine\n');
});
