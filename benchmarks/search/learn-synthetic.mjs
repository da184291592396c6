// Learns which few configurations of scikit-learn's families and of small networks are worth trying first, from the tables
// of scikit-tasks.py and network-tasks.py:
//
//     for FAMILY in …; do python scikit-tasks.py "$FAMILY" > "DIR/$FAMILY.json"; done
//     python network-tasks.py > DIR/network.json
//     node learn-synthetic.mjs DIR > ../../src/hyperparameters/portfolios.data.ts
//
// Greedily adds the configuration that brings most tasks to their targets, which lie half, four fifths and nearly all of
// the way from what the author wrote to the best of all configurations. A change costs a little: people read the diff.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const fractions = [0.5, 0.8, 0.95];
const costOfChange = 0.012;
/** Of a training that lasts twice as long. */
const costOfTime = 0.03;
const usualBatch = 64;
const leastRoom = 0.02;
const worthAdding = 0.02;

/**
 * None for forests of regression: on noisy data, as most is, their trees want to be shallow, and its points cost more trials than
 * they spared. `also`: knobs under which other makers of the family know one of these.
 */
const families = [
  { family: 'support vectors', makers: ['SVC'], length: 5 },
  { family: 'nearest neighbours', makers: ['KNeighborsClassifier', 'KNeighborsRegressor'], length: 4 },
  { family: 'forest', makers: ['RandomForestClassifier', 'ExtraTreesClassifier'], length: 4 },
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
  {
    family: 'network',
    makers: [],
    all: ['learning-rate', 'epochs'],
    some: ['units', 'batch-size', 'dropout', 'filters'],
    none: ['rounds'],
    relativeRate: true,
    multiples: ['epochs'],
    // Faster than this is unstable where a script keeps its rate to the end.
    allow: ({ 'learning-rate': rate = 1 }) => rate <= 8,
    length: 4,
  },
  { family: 'perceptron', makers: ['MLPClassifier', 'MLPRegressor'], length: 4 },
];

const portfolios = families.map(({ family, also = {}, allow = () => true, length, ...rule }) => {
  const { candidates, tasks } = JSON.parse(readFileSync(join(process.argv[2], `${family}.json`), 'utf8'));
  const configurations = learn({ family, rule, allow, length }, candidates, tasks).map((configuration) => ({
    ...configuration,
    ...Object.fromEntries(
      Object.entries(also).flatMap(([knob, other]) => (knob in configuration ? [[other, configuration[knob]]] : [])),
    ),
  }));
  return { family, all: [], some: [], none: [], relativeRate: false, multiples: [], ...rule, configurations };
});
process.stdout.write(`import type { Portfolio } from './portfolio-entry.ts';

/** Made by benchmarks/search/learn-synthetic.mjs from synthetic data sets. */
export const portfolios: readonly Portfolio[] = ${JSON.stringify(portfolios, null, 2)};
`);

function learn({ family, rule, allow, length }, candidates, tasks) {
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
      if (!allow(candidate)) return -Infinity;
      const values = rows.map(({ progress }, task) => Math.max(progress[index], sofar[task]));
      const changes = mean(rows.map(({ author }) => Object.keys(candidate).filter((knob) => knob in author).length));
      const time = rule.multiples?.includes('epochs') ? costOfTime * Math.log2(slowness(candidate)) : 0;
      return solved(values) + 0.1 * mean(values) - costOfChange * changes - time;
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

/** How many more steps a network takes than with usual batches and the author's epochs. */
function slowness({ epochs = 1, 'batch-size': batch = usualBatch }) {
  return Math.max(1, (epochs * usualBatch) / batch);
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
