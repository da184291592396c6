import { detectText } from './detect-text.ts';
import { planText } from './plan-text.ts';
import { neighbours, plan, weights } from './sample-study.ts';

test('the whole plan, before anything is spent', () => {
  expect(planText(plan)).toBe(`train.py trains a model (knn) with scikit-learn

  why          line 12   model = KNeighborsClassifier(n_neighbors=25)
               line 13   model.fit(x_train, y_train)
  environment  scikit-learn, will be made now, and kept: line 3 imports sklearn
  python       /usr/bin/python3.11
  metric       accuracy, read from the call in line 15; more is better
  target       accuracy ≥ 98 %
  budget       20 trials at most
  time         known after the first run
  proof        the winner runs 3 times, complete: once as you seeded it, 2 times with the training
               re-seeded, more often where it is close; the first run and the mean of all must reach
               the target
  runner       local; no isolation: the script runs as you, with a clean environment
  study        /home/ada/.retune/studies/train-1a2b3c

Hyper-parameters: 2
  name         value      range                  place
  n_neighbors  25         1 … 50 (log)           line 12
  weights      'uniform'  'uniform', 'distance'  line 12

Left as they are
  train.py::::train_test_split#0.test_size  how data is split is never changed
`);
});

test('what is not known yet, and what is known by now', () => {
  const text = planText({
    ...plan,
    program: {
      ...plan.program,
      confidence: 0.6,
      metric: null,
      data: [{ path: 'digits.csv', line: 4, state: 'missing' }],
    },
    target: { ...plan.target, metric: 'rmse', direction: 'minimise', value: null },
    environment: { ...plan.environment, ready: true, extra: [{ module: 'yaml', distribution: 'pyyaml' }] },
    budget: { trials: 20, seconds: 7200 },
    hyperparameters: [],
    left: [],
    guess: 754,
    lateFailure: { exitCode: 1, type: 'FileNotFoundError', message: 'plots/', file: 'train.py', line: 20 },
    isolated: true,
    runner: 'docker',
    network: false,
  });
  for (const line of [
    'train.py trains a model (knn) with scikit-learn, 60 % sure',
    '  environment  scikit-learn, ready: line 3 imports sklearn',
    '  packages     pyyaml',
    '  metric       rmse, less is better; where it comes from, the first run shows',
    '  target       none; rmse is only reported',
    '  data         digits.csv (line 4, missing)',
    '  time         about 12 min 34 s at most',
    '  fails late   FileNotFoundError: plots/ at train.py:20, after its metric was told, as the unchanged',
    '  runner       docker; isolated: a copy of the repository, read-only data, no network, nothing else',
    '  image        /usr/bin/python3.11',
    'Hyper-parameters (tuned once there is a target): none found',
  ]) {
    expect(text.split('\n')).toContain(line);
  }
  expect(text).not.toContain('no isolation');
  expect(text).not.toContain('proof');
});

test('a refusal takes the place of the budget', () => {
  const refused = { code: 'syntax-error', reason: 'invalid syntax', help: 'Correct the line.', line: 7, column: 3 };
  const text = planText({ ...plan, program: { ...plan.program, trains: false, evidence: [], refused } });
  expect(text).toBe(
    [
      'train.py does not train a model, as far as reading it tells',
      '',
      '',
      'Refused: train.py:7:4: invalid syntax',
      '  → Correct the line.',
      '',
    ].join('\n'),
  );
});

test('no line is wider than 100 signs, colours do not change the words', () => {
  const long = { ...plan, left: [{ id: 'x'.repeat(90), why: 'because '.repeat(30) }], study: plan.study };
  expect(
    Math.max(
      ...planText(long)
        .split('\n')
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(100);
  const painted = planText(plan, { colour: true });
  expect(painted).not.toBe(planText(plan));
  // eslint-disable-next-line no-control-regex -- colours are what is looked for
  expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(planText(plan));
});

test('what detect tells about a script', () => {
  expect(detectText(plan.program, [neighbours, weights])).toBe(`train.py trains a model (knn) with scikit-learn
  why       line 12   model = KNeighborsClassifier(n_neighbors=25)
            line 13   model.fit(x_train, y_train)
  metric    accuracy, line 15
  packages  scikit-learn
  name         value      range                  place
  n_neighbors  25         1 … 50 (log)           line 12
  weights      'uniform'  'uniform', 'distance'  line 12
`);
});
