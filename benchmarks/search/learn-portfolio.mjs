// Learns, on the even-indexed data sets only, which few configurations are worth trying first: greedily adds the one that
// most lowers the mean, over data sets, of the best min-normalised regret so far (as in Feurer et al. 2022, Auto-sklearn 2.0).
//
//   node --import ./typescript-loader.mjs learn-portfolio.mjs --data DIR > ../../src/hyperparameters/portfolios.data.ts
import { parseArgs } from 'node:util';
import { randomSource } from '../../src/search/random-source.ts';
import { knobs, rateUnit } from './knobs.mjs';
import { instancesOf, problemOf } from './problems.mjs';
import { evenly, randomPoint, textHash } from './tasks.mjs';

const candidates = 3000;
const dataSets = 20;

/**
 * Which suite teaches which family, and how many configurations: more are tried in vain more often than they spare trials.
 * For decision trees without their complexity even one cost more than the search by itself (5.8 trials against 4.9).
 * `allow`: what a first trial may cost, and what the product may set.
 */
const families = [
  {
    family: 'boosted trees',
    suite: 'rbv2_xgboost',
    all: ['learning-rate', 'rounds'],
    some: ['rounds'],
    none: [],
    length: 1,
    // Five times the work of the defaults.
    allow: ({ nrounds, max_depth, subsample, colsample_bytree }) =>
      nrounds * max_depth <= 3000 && subsample >= 0.3 && colsample_bytree >= 0.3,
  },
  {
    family: 'neural network',
    suite: 'lcbench',
    all: ['learning-rate'],
    some: ['units', 'batch-size', 'dropout', 'filters'],
    none: ['rounds'],
    length: 2,
    // LCBench anneals its learning rate. A script that keeps it constant is unstable at the edge that LCBench likes: one of
    // five seeds of a small perceptron fell from 0.97 to 0.92. And small batches train many times slower.
    allow: ({ learning_rate, momentum, batch_size }) => learning_rate <= 0.03 && momentum <= 0.92 && batch_size >= 32,
  },
];

const { values: options } = parseArgs({
  options: { data: { type: 'string', default: process.env.RETUNE_BENCH_DATA ?? '' } },
});
const portfolios = [];
for (const { suite, allow, length, ...family } of families) {
  const relativeRate = suite in rateUnit;
  const configurations = (await learn(suite, allow, length)).map((point) => byKnob(suite, point));
  portfolios.push({ makers: [], ...family, relativeRate, multiples: [], configurations });
}
process.stdout.write(`import type { Portfolio } from './portfolio-entry.ts';

/** Made by benchmarks/search/learn-portfolio.mjs from the even-indexed data sets of YAHPO Gym. */
export const portfolios: readonly Portfolio[] = ${JSON.stringify(portfolios, null, 2)};
`);

function byKnob(suite, point) {
  const entries = Object.entries(knobs[suite]).map(([name, knob]) => {
    const unit = knob === 'learning-rate' ? (rateUnit[suite] ?? 1) : 1;
    return [knob, Number((point[name] / unit).toPrecision(3))];
  });
  return Object.fromEntries(entries);
}

async function learn(suite, allow, length) {
  const names = instancesOf(suite, options.data).filter((_, index) => index % 2 === 0);
  const problems = evenly(names, dataSets).map((instance) => problemOf(suite, instance, options.data));
  const { dimensions } = problems[0];
  const random = randomSource(textHash(suite));
  const library = Object.fromEntries(dimensions.map(({ id, start }) => [id, start]));
  // What no knob sets stays as the library has it: a script that a portfolio is tried in does not set it either.
  const set = dimensions.filter(({ id }) => id in knobs[suite]);
  const drawn = Array.from({ length: candidates }, () => ({ ...library, ...randomPoint(set, random) }));
  const points = [library, ...drawn.filter(allow)];
  const regrets = [];
  for (const problem of problems) regrets.push(normalisedRegrets(await problem.evaluate(points)));
  const chosen = [];
  let sofar = problems.map(() => Infinity);
  while (chosen.length < length) {
    const costs = points.map((_, point) => meanOf(regrets.map((row, set) => Math.min(row[point], sofar[set]))));
    const next = costs.indexOf(Math.min(...costs));
    chosen.push(points[next]);
    sofar = regrets.map((row, set) => Math.min(row[next], sofar[set]));
    process.stderr.write(`${suite} ${chosen.length}: mean regret ${costs[next].toFixed(3)}\n`);
  }
  return chosen;
}

/** 0 for the best, 1 for a median point. */
function normalisedRegrets(scores) {
  const sorted = [...scores].sort((a, b) => a - b);
  const [median, best] = [sorted[sorted.length >> 1], sorted.at(-1)];
  return scores.map((score) => (best - score) / Math.max(best - median, 1e-9));
}

function meanOf(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
