import type { Hyperparameter } from '../hyperparameters/hyperparameter.ts';
import type { Observation } from '../study/messages.ts';
import type { Outcome, TrialLine } from './outcome.ts';
import type { Plan } from './plan.ts';

/** A small study for the tests of this room: a nearest-neighbour classifier on digits. */
export const neighbours = place({
  id: 'train.py::::KNeighborsClassifier#0.n_neighbors',
  name: 'n_neighbors',
  text: '25',
  value: 25,
  dimension: { kind: 'integer', id: 'n', low: 1, high: 50, scale: 'log', start: 25 },
});

export const weights = place({
  id: 'train.py::::KNeighborsClassifier#0.weights',
  name: 'weights',
  text: "'uniform'",
  value: 'uniform',
  dimension: { kind: 'choice', id: 'w', choices: ['uniform', 'distance'], start: 'uniform' },
});

function place(own: Pick<Hyperparameter, 'id' | 'name' | 'text' | 'value' | 'dimension'>): Hyperparameter {
  return {
    path: 'train.py',
    knob: own.name,
    form: 'keyword',
    span: { start: 0, end: 2 },
    place: { start: { line: 12, column: 30 }, end: { line: 12, column: 32 } },
    writing: { kind: 'literal', partners: [] },
    importance: 1,
    evidence: 'an argument of KNeighborsClassifier',
    taken: null,
    arrival: null,
    ...own,
  };
}

/** An accuracy on held-out data, as scikit-learn's own function told it. */
export function accuracy(value: number): Observation {
  return {
    name: 'accuracy',
    value,
    split: 'test',
    epoch: null,
    source: 'hook',
    text: 'accuracy_score(y_test, predicted)',
    size: 450,
    spread: null,
  };
}

export const plan: Plan = {
  program: {
    script: 'train.py',
    trains: true,
    framework: 'scikit-learn',
    family: 'knn',
    confidence: 0.95,
    evidence: [
      { path: 'train.py', line: 12, text: 'model = KNeighborsClassifier(n_neighbors=25)' },
      { path: 'train.py', line: 13, text: 'model.fit(x_train, y_train)' },
    ],
    packages: [{ module: 'sklearn', distribution: 'scikit-learn' }],
    metric: { name: 'accuracy', direction: 'maximise', source: 'hook', line: 15 },
    data: [],
    downloads: [],
    blockers: [],
    refused: null,
  },
  environment: {
    family: 'scikit-learn',
    reason: 'line 3 imports sklearn',
    hash: 'abc',
    requirements: 'scikit-learn==1.7.2',
    extra: [],
    versions: [],
    steps: [],
    ready: false,
    on: '/usr/bin/python3.11',
  },
  target: { metric: 'accuracy', direction: 'maximise', value: 0.98, trainMetric: false },
  budget: { trials: 20, seconds: null },
  repeats: 3,
  hyperparameters: [neighbours, weights],
  left: [{ id: 'train.py::::train_test_split#0.test_size', why: 'how data is split is never changed' }],
  runner: 'local',
  isolated: false,
  network: true,
  guess: null,
  lateFailure: null,
  study: '/home/ada/.retune/studies/train-1a2b3c',
};

const baseline: TrialLine = {
  trial: 0,
  undoes: null,
  refused: false,
  changes: [],
  observation: accuracy(0.94),
  trained: null,
  problem: null,
  seconds: 1.8,
};
const failed: TrialLine = {
  trial: 1,
  undoes: null,
  refused: false,
  changes: [{ hyperparameter: weights, before: 'uniform', after: 'distance' }],
  observation: null,
  trained: null,
  problem: 'ValueError: no such metric',
  seconds: 0.9,
};
const winner: TrialLine = {
  trial: 2,
  undoes: null,
  refused: false,
  changes: [
    { hyperparameter: neighbours, before: 25, after: 3 },
    { hyperparameter: weights, before: 'uniform', after: 'distance' },
  ],
  observation: accuracy(0.9844),
  trained: null,
  problem: null,
  seconds: 1.7,
};

export const outcome: Outcome = {
  script: 'train.py',
  study: 'train-1a2b3c',
  target: plan.target,
  verdict: 'reached',
  baseline,
  best: winner,
  confirmation: {
    values: [0.9844],
    mean: 0.9844,
    interval: { low: 0.9681, high: 0.9926, over: 'rows' },
    note: 'one run: nothing in the training is random, repeats would be equal',
  },
  lateFailure: null,
  disagreement: null,
  reproduction: null,
  crossValidated: { before: 0.902, after: 0.941, folds: 3 },
  wear: { results: 2, rows: 450, optimism: 0.0069, advisable: true },
  trials: [failed, winner],
  undone: [],
  mattered: [],
  minimal: true,
  diff: [
    '--- a/train.py',
    '+++ b/train.py',
    '@@ -12,1 +12,1 @@',
    '-model = KNeighborsClassifier(n_neighbors=25)',
    "+model = KNeighborsClassifier(n_neighbors=3, weights='distance')",
    '',
  ].join('\n'),
  seconds: 6.4,
  files: {
    study: '/home/ada/.retune/studies/train-1a2b3c',
    model: '/home/ada/.retune/studies/train-1a2b3c/winner/model',
    saved: { folder: '/home/ada/.retune/studies/train-1a2b3c/winner/saved', files: ['history.png', 'out/model.h5'] },
    diff: '/home/ada/.retune/studies/train-1a2b3c/winner/retune.diff',
    summary: '/home/ada/.retune/studies/train-1a2b3c/winner/summary.md',
    reproduce: '/home/ada/.retune/studies/train-1a2b3c/winner/reproduce.sh',
  },
};
