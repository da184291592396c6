// What the product knows of scikit-learn's families, on data sets that it has not learnt from: trials to target from bad starts.
//
//     node --import ./typescript-loader.mjs families.mjs --python VENV/bin/python [--only SVC,Ridge] [--seed 1]
//
// A start lies 20, 40 or 60 % up among 40 random points, its targets 60 and 90 % of the way to the best of them.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { experienceOf } from '../../src/hyperparameters/experience.ts';
import { portfolioOf } from '../../src/hyperparameters/portfolio.ts';
import { gaussianProcess } from '../../src/search/gaussian-process/gaussian-process.ts';
import { randomSource } from '../../src/search/random-source.ts';
import { mean } from './statistics.mjs';
import { randomPoint } from './tasks.mjs';

const [sampled, cap, leastGain] = [40, 30, 0.01];
const [heights, shares] = [
  [0.2, 0.4, 0.6],
  [0.6, 0.9],
];
const knowledge = {
  nothing: [],
  portfolio: ['portfolio'],
  experience: ['experience'],
  both: ['portfolio', 'experience'],
};

const real = (name, knob, low, high, scale = 'log') => ({ kind: 'real', name, knob, low, high, scale });
const integer = (name, knob, low, high, scale = 'log') => ({ ...real(name, knob, low, high, scale), kind: 'integer' });
const choice = (name, knob, ...choices) => ({ kind: 'choice', name, knob, choices });
const tree = [
  integer('max_depth', 'depth', 1, 20, 'linear'),
  integer('min_samples_leaf', 'leaf-size', 1, 64),
  integer('min_samples_split', 'split-size', 2, 64),
];
const forest = [
  integer('n_estimators', 'trees', 3, 100),
  ...tree,
  real('max_features', 'features-per-split', 0.1, 1, 'linear'),
];
const families = {
  SVC: {
    data: ['digits', 'wine', 'cancer'],
    axes: [
      real('C', 'inverse-regularisation', 1e-3, 1e3),
      choice('kernel', 'kernel', 'rbf', 'linear', 'poly', 'sigmoid'),
      real('gamma', 'kernel-width', 1e-5, 10),
    ],
  },
  KNeighborsClassifier: {
    data: ['digits', 'wine', 'cancer'],
    axes: [
      integer('n_neighbors', 'neighbours', 1, 60),
      choice('weights', 'neighbour-weights', 'uniform', 'distance'),
      integer('p', 'distance-power', 1, 3, 'linear'),
    ],
  },
  DecisionTreeClassifier: {
    data: ['digits', 'wine', 'cancer'],
    axes: [...tree, choice('criterion', 'criterion', 'gini', 'entropy')],
  },
  RandomForestClassifier: { data: ['digits', 'cancer'], axes: forest },
  RandomForestRegressor: { data: ['diabetes'], axes: forest },
  HistGradientBoostingClassifier: {
    data: ['wine', 'cancer'],
    axes: [
      real('learning_rate', 'learning-rate', 1e-3, 1),
      integer('max_iter', 'rounds', 3, 100),
      integer('max_leaf_nodes', 'leaves', 2, 64),
      integer('min_samples_leaf', 'leaf-size', 1, 64),
    ],
  },
  GradientBoostingRegressor: {
    data: ['diabetes'],
    axes: [
      real('learning_rate', 'learning-rate', 1e-3, 1),
      integer('n_estimators', 'rounds', 5, 200),
      integer('max_depth', 'depth', 1, 10, 'linear'),
      real('subsample', 'row-share', 0.3, 1, 'linear'),
      integer('min_samples_leaf', 'leaf-size', 1, 64),
    ],
  },
  LogisticRegression: {
    data: ['digits', 'wine', 'cancer'],
    axes: [real('C', 'inverse-regularisation', 1e-4, 1e4), integer('max_iter', 'iterations', 5, 500)],
  },
  MLPClassifier: {
    data: ['digits', 'cancer'],
    axes: [
      real('learning_rate_init', 'learning-rate', 1e-5, 0.1),
      integer('hidden_layer_sizes', 'units', 4, 128),
      integer('batch_size', 'batch-size', 16, 256),
      integer('max_iter', 'epochs', 5, 60),
      choice('activation', 'mlp-activation', 'relu', 'tanh', 'logistic'),
      real('alpha', 'regularisation', 1e-5, 1),
    ],
  },
};

const { values: options } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    only: { type: 'string', default: Object.keys(families).join(',') },
    seed: { type: 'string', default: '1' },
  },
});
const python = spawn(options.python, [fileURLToPath(new URL('families.py', import.meta.url))], {
  stdio: ['pipe', 'pipe', 'inherit'],
  env: { ...process.env, OMP_NUM_THREADS: '1' },
});
const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
const all = {};
print(['family', 'tasks', ...Object.keys(knowledge)]);
print(['---', '---', ...Object.keys(knowledge).map(() => '---')]);
for (const maker of options.only.split(',')) {
  const told = await played(maker);
  for (const [known, trials] of Object.entries(told)) (all[known] ??= []).push(...trials);
  printMeans(maker, told);
}
printMeans('all', all);
python.kill();

async function played(maker) {
  const { axes, data } = families[maker];
  const dimensions = axes.map((axis) => ({ ...axis, id: `train.py::::${maker}#0.${axis.name}` }));
  const told = Object.fromEntries(Object.keys(knowledge).map((known) => [known, []]));
  for (const set of data)
    for (const task of await tasksOn(maker, dimensions, set))
      for (const [known, kinds] of Object.entries(knowledge))
        told[known].push(await trialsOf(maker, dimensions, set, task, kinds));
  return told;
}

async function tasksOn(maker, dimensions, data) {
  const random = randomSource(Number(options.seed));
  const points = Array.from({ length: sampled }, () => randomPoint(dimensions, random));
  const scored = (await scoresOf(maker, dimensions, data, points))
    .map((score, index) => ({ score, point: points[index] }))
    .filter(({ score }) => score !== null)
    .toSorted((a, b) => a.score - b.score);
  const best = scored.at(-1).score;
  return heights.flatMap((height, index) => {
    const start = scored[Math.floor(height * scored.length)];
    if (best - start.score < leastGain) return [];
    return shares.map((share) => ({
      start,
      goal: start.score + share * (best - start.score),
      seed: 10 * index + share,
    }));
  });
}

async function trialsOf(maker, dimensions, data, { start, goal, seed }, kinds) {
  const places = dimensions.map(({ id, knob }) => ({ id, knob, value: start.point[id] }));
  const question = {
    space: { dimensions: dimensions.map((dimension) => ({ ...dimension, start: start.point[dimension.id] })) },
    pending: [],
    portfolio: kinds.includes('portfolio') ? portfolioOf(places).map((point) => ({ point, why: '' })) : [],
    experience: kinds.includes('experience') ? experienceOf(places) : null,
    goal,
    seed,
  };
  const results = [start];
  for (let trial = 1; trial <= cap; trial += 1) {
    const suggestion = gaussianProcess.suggest({ ...question, results });
    if (suggestion === null) return cap;
    const [score] = await scoresOf(maker, dimensions, data, [suggestion.point]);
    if (score !== null && score >= goal) return trial;
    results.push({ point: suggestion.point, score });
  }
  return cap;
}

async function scoresOf(maker, dimensions, data, points) {
  const named = points.map((point) => Object.fromEntries(dimensions.map(({ id, name }) => [name, point[id]])));
  python.stdin.write(`${JSON.stringify({ maker, data, points: named })}\n`);
  return JSON.parse((await answers.next()).value);
}

function printMeans(name, told) {
  const means = Object.values(told).map((trials) => mean(trials).toFixed(1));
  print([name, told.nothing.length, ...means]);
}

function print(cells) {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}
