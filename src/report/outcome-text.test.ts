import type { Outcome } from './outcome.ts';
import { outcomeText } from './outcome-text.ts';
import { accuracy, outcome } from './sample-study.ts';

test('a target that was reached', () => {
  expect(outcomeText(outcome)).toBe(`Target reached: accuracy 94.0 % → 98.4 %, target 98 %
2 trials tried; the winner is confirmed by complete runs.

  before        test accuracy 94.0 %, the script as it is (read in the framework, 450 rows, 1.8 s)
  after         test accuracy 98.4 %, trial 2 (read in the framework, 450 rows, 1.7 s)
  target        accuracy ≥ 98 %
  confirmed by  1 complete run: 98.4 %; 95 % interval over the evaluated rows 96.8 % to 99.3 %. One
                run: nothing in the training is random, repeats would be equal
  train data    90.2 % → 94.1 % cross-validated in 3 parts; the test data has no say in it
  test set      chose among 2 results on 450 rows; by chance alone the best can look up to 0.7 % too
                good: worth a look at fresh data
  took          6.4 s, 2 trials
  no result     1 trial; the last one: ValueError: no such metric

Changed
  name         before     after       place
  n_neighbors  25         3           train.py:12
  weights      'uniform'  'distance'  train.py:12

--- a/train.py
+++ b/train.py
@@ -12,1 +12,1 @@
-model = KNeighborsClassifier(n_neighbors=25)
+model = KNeighborsClassifier(n_neighbors=3, weights='distance')

The diff is minimal: without any of these changes the target was missed, or is out of reach.

Files
  model      /home/ada/.retune/studies/train-1a2b3c/winner/model
  saved      /home/ada/.retune/studies/train-1a2b3c/winner/saved
             by the script itself: history.png, out/model.h5
  diff       /home/ada/.retune/studies/train-1a2b3c/winner/retune.diff
  summary    /home/ada/.retune/studies/train-1a2b3c/winner/summary.md
  reproduce  /home/ada/.retune/studies/train-1a2b3c/winner/reproduce.sh
  study      /home/ada/.retune/studies/train-1a2b3c

Next
  - put it into train.py: the same command with --apply
`);
});

const missed: Outcome = { ...outcome, target: { ...outcome.target, value: 0.99 }, confirmation: null };
const untouched: Partial<Outcome> = { best: outcome.baseline, trials: [], diff: '', confirmation: null };

test.each([
  ['gained', { before: 0.902, after: 0.941, folds: 3 }, 'no say in it\n'],
  ['lost', { before: 0.941, after: 0.902, folds: 3 }, 'nothing was gained\n'],
  ['unknown', null, ''],
])('what the training data says by itself: %s', (_, crossValidated, expected) => {
  const text = outcomeText({ ...outcome, crossValidated });
  expect(text).toContain(expected);
  expect(text.includes('train data')).toBe(crossValidated !== null);
});

test.each<[string, Outcome, string, string, string]>([
  [
    'reached as it is',
    { ...outcome, ...untouched, target: { ...outcome.target, value: 0.9 } },
    'Target reached: accuracy 94.0 %, target 90 %',
    'The script reaches its target as it is. Nothing has to change.',
    '',
  ],
  [
    'reached in one run',
    { ...outcome, ...untouched, verdict: 'reached-unconfirmed', target: { ...outcome.target, value: 0.9 } },
    'Target reached in one run: accuracy 94.0 %, target 90 %; not confirmed',
    'One run can be lucky. Confirmed means that repeated complete runs reach the target, too.',
    '  - confirm it: the same command with run',
  ],
  [
    'below the target, something better kept',
    { ...missed, verdict: 'below-target' },
    'Target not reached: accuracy 94.0 % → 98.4 %, target 99 %',
    '2 trials tried. The best result is kept.',
    '  - go on with the search: the same command with --trials 40, or more --time or --total-epochs',
  ],
  [
    'below the target, a lucky run',
    { ...missed, verdict: 'below-target', target: outcome.target },
    'Target not reached: accuracy 94.0 % → 98.4 %, target 98 %',
    '2 trials tried. Trial 2 reached the target once, but not when it was repeated: a lucky run. The best',
    '  - go on with the search: the same command with --trials 40, or more --time or --total-epochs',
  ],
  [
    'below the target, nothing better',
    { ...missed, verdict: 'below-target', best: { ...outcome.best!, observation: accuracy(0.93) } },
    'Target not reached: accuracy 94.0 % → 93.0 %, target 99 %',
    '2 trials tried. Nothing that was tried is better than the script as it is.',
    '  - go on with the search: the same command with --trials 40, or more --time or --total-epochs',
  ],
  [
    'below the target, only trained',
    { ...missed, ...untouched, verdict: 'below-target' },
    'Target not reached: accuracy 94.0 %, target 99 %',
    'No trial was run; this is the script as it is.',
    '  - search for better values: the same command with run',
  ],
  [
    'nothing left to try',
    { ...missed, verdict: 'exhausted' },
    'Every combination was tried: accuracy 94.0 % → 98.4 %, target 99 %',
    '2 trials tried, and there are no more. The best result is kept.',
    '  - let more hyper-parameters vary: fewer --keep, fewer --tune',
  ],
  [
    'out of reach',
    { ...missed, verdict: 'impossible' },
    'Target out of reach: accuracy 94.0 % → 98.4 %, target 99 %',
    '2 trials tried; the rest of the budget has next to no chance. The best result is kept.',
    '  - lower the target, or change the model or the data: these hyper-parameters alone do not get there',
  ],
  [
    'without a target',
    {
      ...outcome,
      ...untouched,
      verdict: 'no-target',
      target: { metric: 'rmse', direction: 'minimise', value: null, trainMetric: false },
      baseline: { ...outcome.baseline, observation: { ...accuracy(54.3217), name: 'rmse' } },
    },
    'Trained: rmse 54.32',
    'There is no target: rmse has no value that is good for everyone.',
    '  - set one: the same command with --target 49, if that would be good enough',
  ],
])('%s', (_, told, headline, explained, next) => {
  const lines = outcomeText(told).split('\n');
  expect(lines.slice(0, 2)).toEqual([headline, explained]);
  expect(lines).toContain(next);
});

test('a missed search says which hyper-parameters moved the metric', () => {
  const mattered = (outcome.best?.changes ?? [])
    .slice(0, 1)
    .map(({ hyperparameter }) => ({ hyperparameter, share: 0.62 }));
  const text = outcomeText({ ...missed, verdict: 'impossible', mattered });
  expect(text).toMatch(/what mattered +\S+ 62 %/);
  expect(outcomeText({ ...missed, verdict: 'impossible' })).not.toMatch(/what mattered/);
});

test('a missed search says what would help, where the run told of its training data', () => {
  const told = (trained: number | null): string =>
    outcomeText({ ...missed, verdict: 'below-target', best: { ...outcome.best!, trained } });
  expect(told(null)).not.toContain('would help');
  expect(told(0.97)).toMatch(/would help +it misses the target even there, 97\.0 % on its own training/);
  expect(told(0.999)).toMatch(/would help +it learns what it is shown, 99\.90 % on its own training/);
  expect(outcomeText({ ...outcome, best: { ...outcome.best!, trained: 0.999 } })).not.toContain('would help');
});

test('changes that make nothing better are not shown', () => {
  const worse = {
    ...missed,
    verdict: 'below-target' as const,
    best: { ...outcome.best!, observation: accuracy(0.93) },
  };
  expect(outcomeText(worse)).not.toContain('@@');
  expect(outcomeText(worse)).not.toContain('Changed');
});

test('applied, several runs, a curve of the trials', () => {
  const told = outcomeText(
    {
      ...outcome,
      confirmation: {
        values: [0.9844, 0.98, 0.9755],
        mean: 0.98,
        interval: { low: 0.9689, high: 0.9911, over: 'seeds' },
        note: null,
      },
      trials: [...outcome.trials, { ...outcome.trials[0]!, trial: 3, observation: accuracy(0.96), problem: null }],
    },
    { applied: true },
  );
  expect(told).toContain('Written into train.py.');
  expect(told).not.toContain('--apply');
  expect(told).toContain('3 complete runs: 98.4 %, 98.0 %, 97.5 % (misses it); mean 98.0 %; 95 % interval over');
  expect(told).toContain('3 trials  ▁·█▄');
});

test('no line of ours is wider than 100 signs', () => {
  const long = { ...outcome, best: { ...outcome.best!, observation: { ...accuracy(0.98), name: 'x'.repeat(300) } } };
  for (const told of [long, missed]) {
    expect(
      Math.max(
        ...outcomeText(told)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(100);
  }
});

test('a script that says another number than the framework', () => {
  const disagreement = 'accuracy: the script says 0.963 (Test accuracy: 0.963), the framework 0.913 (test)';
  const told = outcomeText({ ...outcome, disagreement });
  expect(told).toMatch(/^ {2}numbers differ +accuracy: the script says 0\.963/m);
});

test('text of a script cannot move the cursor', () => {
  const evil = '\u001b[2J\u001b]0;title\u0007gone\rback';
  const told = outcomeText({
    ...outcome,
    script: evil,
    baseline: { ...outcome.baseline, observation: null, problem: evil },
  });
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  expect(told).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  expect(told).toContain('goneback');
});
