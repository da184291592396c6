import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../end-to-end/command.ts';
import { green, ownWorld } from './world.ts';

const path = 'examples/sklearn-knn/train.py';
const knn = readFileSync(join(root, path), 'utf8');

test('our own workflows: a push to an example goes through pipeline.yml, called by on-push.yml', async () => {
  const settings = 'target: 97 %\nseed: 1\n';
  await using at = await ownWorld({ [path]: knn, '.github/retune.yml': settings, 'benchmarks/train.py': knn });
  const before = at.repository.git('rev-parse', 'HEAD');
  for (const file of [path, 'benchmarks/train.py'])
    writeFileSync(join(at.repository.clone, file), `# Digits, told apart.\n${knn}`);
  at.repository.push('Write');
  const run = green(await at.run({ before }));
  // Only examples are meant, not every script that trains here.
  expect(run.of('pull')).toMatch(/1 training script to look at; 2 files changed/);
  expect(run.of(`detect ${path}`)).toMatch(/scikit-learn/);
  expect(run.of(`train ${path}`)).toMatch(/Target not reached: accuracy 93\.5 %/);
  expect(run.of(`report ${path}`)).toMatch(/Target reached: accuracy 93\.5 % → 9[789]/);
  const [pull] = at.fake.state.pulls;
  expect(at.fake.state.objects.git(['diff', '--name-only', 'main', pull!.head])).toBe(path);
  expect(at.fake.broken).toEqual([]);
});

test('by hand: one script and another target, as the inputs of the workflow say', async () => {
  await using at = await ownWorld({ [path]: knn, 'examples/other/train.py': knn });
  const run = green(
    await at.run({ event: 'workflow_dispatch', workflow: 'pipeline.yml', inputs: { script: path, target: '0.9' } }),
  );
  expect(run.of(`report ${path}`)).toMatch(/Target reached: accuracy 93\.5 %, target 90 %/);
  expect(run.log).not.toContain('examples/other');
  expect(at.fake.state.pulls).toEqual([]);
});

test('our own monitor looks after the runs of on-push.yml', async () => {
  await using at = await ownWorld({ [path]: knn });
  const now = new Date().toISOString();
  const job = { id: 3, name: 'pipeline / tweak', status: 'completed', conclusion: 'failure' } as const;
  at.fake.state.runs.push({
    ...{ id: 77, name: 'Examples', path: '.github/workflows/on-push.yml', event: 'push', head_branch: 'main' },
    ...{ head_sha: at.repository.git('rev-parse', 'HEAD'), run_attempt: 1, created_at: now, updated_at: now },
    ...{ status: 'completed', conclusion: 'failure' },
    jobs: [{ ...job, started_at: now, completed_at: now, annotations: ['The runner has received a shutdown signal.'] }],
  });
  const run = green(await at.run({ event: 'workflow_dispatch', workflow: 'monitor.yml' }));
  expect(run.log).toMatch(/run 77 on main +started again +pipeline \/ tweak ended with its runner/);
  expect(at.fake.state.runs).toMatchObject([{ id: 77, run_attempt: 2, status: 'queued' }]);
  expect(at.fake.broken).toEqual([]);
});
