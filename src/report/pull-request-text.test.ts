import type { Outcome } from './outcome.ts';
import { branchOf, gain, pullRequestText, readyText } from './pull-request-text.ts';
import { neighbours, outcome } from './sample-study.ts';

const run = 'https://github.com/ada/models/actions/runs/7';

test('title, commit and body say what was gained and how it was proven', () => {
  const { title, body, message } = pullRequestText(outcome, run);
  expect(title).toBe('Tune train.py: accuracy 94.0 % → 98.4 %');
  expect(message).toBe(title);
  expect(body).toContain('| confirmed by | 1 complete run: 98.4 %');
  expect(body).toContain('| `n_neighbors` | `25` | `3` | `train.py:12` |');
  expect(body).toContain(`[this run](${run})`);
  expect(body).not.toContain('/home/ada');
});

test('numbers that differ and a failure after the metric stand in the body', () => {
  const lateFailure = { exitCode: 1, type: 'FileNotFoundError', message: 'plots/', file: 'train.py', line: 20 };
  const disagreement = 'accuracy: the script says 0.99 (accuracy: 0.99), the framework 0.94 (test)';
  const { body } = pullRequestText({ ...outcome, lateFailure, disagreement }, run);
  expect(body).toMatch(/^\| fails at the end \| FileNotFoundError: plots\/ at train.py:20, after its metric/m);
  expect(body).toMatch(/^\| numbers differ \| accuracy: the script says 0\.99 .*; the framework's counts \|$/m);
  expect(pullRequestText(outcome, run).body).not.toMatch(/numbers differ|fails at the end/);
});

test('text of a script is data: no mention, no markup, no end of the table', () => {
  const script = 'a|b`@ada <img src=x>\n# x.py';
  const { title, body } = pullRequestText({ ...outcome, script }, run);
  expect(title).not.toContain('\n');
  expect(body).not.toMatch(/^# x/m);
  expect(body).not.toContain('<img src=x>\n');
});

test('the longest study still fits, and its tables are whole', () => {
  const change = {
    hyperparameter: { ...neighbours, name: 'n'.repeat(500) },
    before: 'x'.repeat(900),
    after: 'y'.repeat(900),
  };
  const line = {
    ...outcome.baseline,
    trial: 7,
    changes: Array.from({ length: 300 }, () => change),
    problem: 'p'.repeat(900),
  };
  const large: Outcome = {
    ...outcome,
    script: 'deep/'.repeat(400) + 'train.py',
    best: { ...line, observation: outcome.best!.observation },
    trials: Array.from({ length: 5000 }, () => line),
  };
  const { title, body } = pullRequestText(large, run);
  expect(title.length).toBeLessThanOrEqual(120);
  expect(body.length).toBeLessThan(65_536);
  expect(body).toContain('</details>');
  expect(body).toContain('not opened again');
});

test.each([
  ['train.py', 'train-1a2b3c', 'retune/train-1a2b3c'],
  ['models/mnist cnn.py', 'mnist-cnn-1a2b3c', 'retune/models-mnist-cnn-1a2b3c'],
  ['…/ü.ipynb', 'study-1a2b3c', 'retune/study-1a2b3c'],
])('the branch for %s', (script, study, branch) => {
  expect(branchOf({ ...outcome, script, study })).toBe(branch);
});

test('a missing baseline is not invented', () => {
  expect(gain({ ...outcome, baseline: { ...outcome.baseline, observation: null } })).toBe('accuracy unknown → 98.4 %');
  expect(readyText(outcome, null)).toContain('winner/model');
});
