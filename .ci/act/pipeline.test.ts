import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../end-to-end/command.ts';
import { finished, green, world } from './world.ts';

const knn = readFileSync(join(root, 'examples', 'sklearn-knn', 'train.py'), 'utf8');
const silent = knn.replace(/^print\(.*$/m, '').replace(/model\.score\(|accuracy_score\(/g, 'str(');
test('a script below its target is trained and tweaked; a pull request holds the edits and nothing else', async () => {
  await using at = await world({ 'ml/train.py': knn }, { init: ['--target', '97 %'] });
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
  const again = green(await at.run({ attempt: 2 }));
  expect(again.of('train ')).toMatch(/Brought from GitHub's cache: \d+ events/);
  expect(finished(at.journal())).toEqual(trained);
  expect(at.fake.state.pulls).toHaveLength(1);
});

test('above its target nothing is changed; an impossible target ends green and says how far it came', async () => {
  await using above = await world({ 'train.py': knn }, { init: ['--target', '0.9'] });
  const reached = green(await above.run());
  expect(reached.of('report ')).toMatch(/Target reached/);
  expect(above.fake.state.pulls).toEqual([]);
  expect(new Set(finished(above.journal()))).toEqual(new Set([0]));

  await using impossible = await world({ 'train.py': knn }, { init: ['--target', '0.9999'] });
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
  await using at = await world(
    { 'train.py': knn },
    { init: ['--target', '97 %'], github: { rerun: ({ id }) => reruns.push(id) } },
  );
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
  // What had ended is not trained again: the second run of trial 1 is its proof.
  const searched = at.journal().filter(({ trial, purpose }) => trial === 1 && purpose?.kind === 'search');
  expect(searched).toHaveLength(1);
  expect(at.fake.state.pulls).toHaveLength(1);
  expect(at.fake.broken).toEqual([]);
});
