// Learns which few configurations of scikit-learn's families are worth trying first, from the tables of scikit-tasks.py:
//
//     for FAMILY in …; do python scikit-tasks.py "$FAMILY" > "DIR/$FAMILY.json"; done
//     node learn-scikit.mjs DIR > ../../src/hyperparameters/portfolios-scikit-learn.data.ts
//
// Greedily adds the configuration that brings most tasks to their targets, which lie half, four fifths and nearly all of
// the way from what the author wrote to the best of all configurations. A change costs a little: people read the diff.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const fractions = [0.5, 0.8, 0.95];
const costOfChange = 0.006;
const leastRoom = 0.02;
const worthAdding = 0.02;

/** `also`: knobs under which other makers of the family know one of these. */
const families = [
  { family: 'support vectors', makers: ['SVC'], length: 5 },
  { family: 'nearest neighbours', makers: ['KNeighborsClassifier', 'KNeighborsRegressor'], length: 4 },
  { family: 'forest', makers: ['RandomForestClassifier', 'ExtraTreesClassifier'], length: 4 },
  { family: 'forest of regression', makers: ['RandomForestRegressor', 'ExtraTreesRegressor'], length: 4 },
  { family: 'gradient boosting', makers: ['GradientBoostingClassifier'], length: 4 },
  { family: 'gradient boosting of regression', makers: ['GradientBoostingRegressor'], length: 4 },
  {
    family: 'histogram boosting',
    makers: ['HistGradientBoostingClassifier', 'HistGradientBoostingRegressor', 'LGBMClassifier', 'LGBMRegressor'],
    also: { 'leaf-size': 'leaf-rows' },
    length: 4,
  },
  { family: 'logistic regression', makers: ['LogisticRegression', 'LinearSVC'], length: 4 },
  { family: 'ridge', makers: ['Ridge', 'RidgeClassifier'], length: 3 },
  { family: 'lasso', makers: ['Lasso', 'ElasticNet'], length: 3 },
  { family: 'perceptron', makers: ['MLPClassifier', 'MLPRegressor'], length: 4 },
];

const portfolios = families.map(({ family, makers, also = {}, length }) => {
  const { candidates, tasks } = JSON.parse(readFileSync(join(process.argv[2], `${family}.json`), 'utf8'));
  const configurations = learn(family, candidates, tasks, length).map((configuration) => ({
    ...configuration,
    ...Object.fromEntries(
      Object.entries(also).flatMap(([knob, other]) => (knob in configuration ? [[other, configuration[knob]]] : [])),
    ),
  }));
  return { family, makers, all: [], some: [], none: [], relativeRate: false, configurations };
});
process.stdout.write(`import type { Portfolio } from './portfolio-entry.ts';

/** Made by benchmarks/search/learn-scikit.mjs from synthetic data sets. */
export const scikitLearnPortfolios: readonly Portfolio[] = ${JSON.stringify(portfolios, null, 2)};
`);

function learn(family, candidates, tasks, length) {
  const rows = tasks.flatMap(({ scores, author }) => {
    const [start, ...others] = scores.map((score) => score ?? -Infinity);
    const best = Math.max(start, ...others);
    if (!(best - start > leastRoom)) return [];
    return [{ author, progress: others.map((score) => (score - start) / (best - start)) }];
  });
  const solved = (values) =>
    mean(values.map((value) => mean(fractions.map((fraction) => (value >= fraction ? 1 : 0)))));
  const chosen = [];
  let sofar = rows.map(() => 0);
  while (chosen.length < length) {
    const gains = candidates.map((candidate, index) => {
      const values = rows.map(({ progress }, task) => Math.max(progress[index], sofar[task]));
      const changes = mean(rows.map(({ author }) => Object.keys(candidate).filter((knob) => knob in author).length));
      return solved(values) + 0.1 * mean(values) - costOfChange * changes;
    });
    const next = gains.indexOf(Math.max(...gains));
    const values = rows.map(({ progress }, task) => Math.max(progress[next], sofar[task]));
    if (chosen.length > 0 && solved(values) - solved(sofar) < worthAdding) break;
    chosen.push(candidates[next]);
    sofar = values;
    process.stderr.write(
      `${family} ${chosen.length} of ${rows.length} tasks: solved ${solved(sofar).toFixed(2)} ${JSON.stringify(candidates[next])}\n`,
    );
  }
  return chosen;
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
