import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../end-to-end/command.ts';
import { world, type ActRun, type JournalEvent } from './world.ts';

const knn = readFileSync(join(root, 'examples', 'sklearn-knn', 'train.py'), 'utf8');
const silent = knn.replace(/^print\(.*$/m, '').replace(/model\.score\(|accuracy_score\(/g, 'str(');
/** All its jobs succeeded; else the log says why not. */
function green(run: ActRun): ActRun {
  expect({ code: run.code, log: run.code === 0 ? '' : run.log }).toEqual({ code: 0, log: '' });
  return run;
}

const finished = (events: readonly JournalEvent[]): (number | undefined)[] =>
  events.filter(({ ending }) => ending?.kind === 'finished').map(({ trial }) => trial);

test('a script below its target is trained and tweaked; a pull request holds the edits and nothing else', async () => {
  await using at = await world({ 'ml/train.py': knn, 'readme.md': 'Digits\n' }, ['--target', '97 %']);
  const { of } = green(await at.run());
  expect(of('train ')).toMatch(/accuracy 93\.5 %/);
  expect(of('report ')).toMatch(/Target reached: accuracy 93\.5 % → 9[789]/);
  expect(at.fake.state.pulls).toHaveLength(1);
  const { git } = at.fake.state.objects;
  const [pull] = at.fake.state.pulls;
  expect(git(['diff', '--name-only', 'main', pull!.head])).toBe('ml/train.py');
  expect(git(['diff', '--numstat', 'main', pull!.head])).toMatch(/^1\t1\t/);
  expect(at.fake.state.checks).toMatchObject([{ conclusion: 'success' }]);
  expect(at.fake.broken).toEqual([]);

  // Another machine, or a volume that was lost: the study comes from the cache, nothing is trained again.
  const trained = finished(at.journal());
  rmSync(join(at.home, 'studies'), { recursive: true });
  green(await at.run({ attempt: 2 }));
  expect(finished(at.journal())).toEqual(trained);
  expect(at.fake.state.pulls).toHaveLength(1);

  // What is pushed to our own branches does not start this workflow: it says so, and the branch is ours.
  expect(pull!.head).toMatch(/^retune\//);
  writeFileSync(join(at.repository.clone, 'readme.md'), 'Digits, told apart\n');
  const before = at.repository.git('rev-parse', 'HEAD');
  at.repository.push('Write');
  const second = green(await at.run({ before }));
  expect(second.log).toMatch(/No training script changed/);
  expect(second.of('train')).toBe('');
});

test('above its target nothing is changed; an impossible target ends green and says how far it came', async () => {
  await using above = await world({ 'train.py': knn }, ['--target', '0.9']);
  const reached = green(await above.run());
  expect(reached.of('report ')).toMatch(/Target reached/);
  expect(above.fake.state.pulls).toEqual([]);
  expect(new Set(finished(above.journal()))).toEqual(new Set([0]));

  await using impossible = await world({ 'train.py': knn }, ['--target', '0.9999']);
  writeFileSync(join(impossible.repository.clone, '.github', 'retune.yml'), 'target: 0.9999\ntrials: 2\n');
  impossible.repository.push('Ask for too much');
  const missed = green(await impossible.run());
  expect(missed.of('train ')).toMatch(/Target not reached/);
  expect(missed.of('report ')).toMatch(/not reached/i);
  expect(impossible.fake.state.pulls).toEqual([]);
});

test('a script that tells no metric: the job says what was looked for and what helps', async () => {
  await using at = await world({ 'train.py': silent });
  const { code, of } = await at.run();
  expect(code).toBe(1);
  expect(of('train ')).toMatch(/no accuracy|no metric/i);
  expect(at.fake.state.pulls).toEqual([]);
});

test('a runner killed in the middle of the search: the monitor has it run again, and the same study goes on', async () => {
  const reruns: number[] = [];
  await using at = await world({ 'train.py': knn }, ['--target', '97 %'], { rerun: ({ id }) => reruns.push(id) });
  const killed = await at.run({ killWhen: () => finished(at.journal()).includes(1) });
  expect(killed.code).toBeNull();
  const begun = at.journal();
  expect(begun.some(({ kind }) => kind === 'search-ended')).toBe(false);
  const now = new Date().toISOString();
  at.fake.state.runs.push({
    ...{ id: 77, name: 'Retune', path: '.github/workflows/retune.yml', event: 'push', head_branch: 'main' },
    ...{ head_sha: at.repository.git('rev-parse', 'HEAD'), run_attempt: 1, created_at: now, updated_at: now },
    ...{ status: 'completed', conclusion: 'failure' },
    jobs: [
      {
        ...{ id: 3, name: 'tweak train.py', status: 'completed', conclusion: 'failure' },
        ...{ started_at: now, completed_at: now },
        annotations: ['The self-hosted runner: gpu-1 lost communication with the server.'],
      },
    ],
  });
  at.fallSilent();
  const monitored = green(await at.run({ event: 'workflow_dispatch', workflow: 'retune-monitor.yml' }));
  expect(monitored.log).toMatch(/run 77 on main +started again +tweak train\.py lost its runner/);
  expect(reruns).toEqual([77]);

  green(await at.run({ attempt: 2 }));
  expect(at.journal().slice(0, begun.length)).toEqual(begun);
  expect(finished(at.journal()).filter((trial) => trial === 1)).toHaveLength(1);
  expect(at.fake.state.pulls).toHaveLength(1);
  expect(at.fake.broken).toEqual([]);
});

test('a force push is compared with what the branch was, which is in no branch any more', async () => {
  await using at = await world({ 'train.py': knn, 'other.py': 'print("no training")\n' }, ['--target', '0.9']);
  const before = at.repository.git('rev-parse', 'HEAD');
  writeFileSync(join(at.repository.clone, 'other.py'), 'print("still none")\n');
  at.repository.git('add', '-A');
  at.repository.git('commit', '-q', '--amend', '-m', 'Another history');
  at.repository.push('On top');
  const { log, of } = green(await at.run({ before }));
  expect(log).toMatch(/No training script changed/);
  expect(of('detect')).toBe('');
});
