// Data sets as problems: a space, and scores for points of it. Data: YAHPO Gym (Pfisterer et al. 2022, arXiv 2109.03670)
// and the MLP tables of HPOBench (Eggensperger et al. 2021, arXiv 2109.06716).
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { conditions, spaces } from './spaces.mjs';

/** How the surrogates want their inputs, in order; `fixed` are fidelities, at their fullest. */
const surrogates = {
  lcbench: {
    instance: 'OpenML_task_id',
    categories: ['OpenML_task_id'],
    numbers: [
      'epoch',
      'batch_size',
      'learning_rate',
      'momentum',
      'weight_decay',
      'num_layers',
      'max_units',
      'max_dropout',
    ],
    fixed: { epoch: 52 },
    outputs: 6,
    score: (row) => row[1] / 100,
  },
  rbv2_xgboost: {
    instance: 'task_id',
    categories: ['task_id', 'booster', 'num.impute.selected.cpo'],
    numbers: [
      'nrounds',
      'eta',
      'gamma',
      'lambda',
      'alpha',
      'subsample',
      'max_depth',
      'min_child_weight',
      'colsample_bytree',
      'colsample_bylevel',
      'rate_drop',
      'skip_drop',
      'trainsize',
      'repl',
    ],
    fixed: { trainsize: 1, repl: 10, 'num.impute.selected.cpo': 'impute.mean' },
    outputs: 9,
    score: (row) => row[0],
  },
  rbv2_rpart: {
    instance: 'task_id',
    categories: ['task_id', 'num.impute.selected.cpo'],
    numbers: ['cp', 'maxdepth', 'minbucket', 'minsplit', 'trainsize', 'repl'],
    fixed: { trainsize: 1, repl: 10 },
    outputs: 9,
    score: (row) => row[0],
  },
};

export const longestCurve = surrogates.lcbench.fixed.epoch;

const tables = ['australian', 'blood_transfusion', 'car', 'credit_g', 'kc1', 'phoneme', 'segment', 'vehicle'];

export const suites = [...Object.keys(surrogates), 'mlp'];

/** All instances of a suite, in the order that decides which are odd. */
export function instancesOf(suite, data) {
  if (suite === 'mlp') return tables;
  const file = join(data, 'surrogates', suite, 'config_space.json');
  const { hyperparameters } = JSON.parse(readFileSync(file, 'utf8'));
  return hyperparameters.find(({ name }) => name === surrogates[suite].instance).choices;
}

/**
 * @returns {{suite, instance, dimensions, evaluate: (points) => Promise<number[]>, fit: (point) => object, lieIn: (name, coordinate) => object}} `evaluate`: more is
 * better. `fit` turns a point in natural units into the suite's own, `lieIn` the ends of a coordinate.
 */
export function problemOf(suite, instance, data, fidelity = {}) {
  const dimensions = spaces[suite];
  if (suite === 'mlp') return { suite, instance, dimensions, ...tableOf(instance, data) };
  return {
    suite,
    instance,
    dimensions,
    evaluate: surrogateOf(suite, instance, data, fidelity),
    fit: (point) => point,
    lieIn: (_, coordinate) => coordinate,
  };
}

function tableOf(name, data) {
  const { params } = JSON.parse(readFileSync(join(data, 'tables', `HPOBench_${name}.json`), 'utf8'));
  const bytes = readFileSync(join(data, 'tables', `HPOBench_${name}.f64`));
  const scoreOf = (point) => {
    const index = params.reduce((sum, param) => sum * param.choices.length + point[param.name], 0);
    return bytes.readDoubleLE(8 * index);
  };
  return {
    evaluate: async (points) => points.map(scoreOf),
    fit: (point) => stepsOf(params, point),
    lieIn: (name, coordinate) => onGrid(params, name, coordinate),
  };
}

/** The nearest step of each grid, by ratio. */
function stepsOf(params, point) {
  const known = params.filter(({ name }) => name in point);
  return Object.fromEntries(
    known.map(({ name, choices }) => {
      const distances = choices.map((value) => Math.abs(Math.log(value / point[name])));
      return [name, distances.indexOf(Math.min(...distances))];
    }),
  );
}

/** A coordinate in steps of a grid instead of natural units; steps are even on the coordinate's own scale. */
function onGrid(params, name, coordinate) {
  const { choices } = params.find((param) => param.name === name);
  const scaled = coordinate.scale === 'log' ? Math.log : (value) => value;
  const [first, last] = [scaled(choices[0]), scaled(choices.at(-1))];
  const stepOf = (value) => ((scaled(value) - first) / (last - first)) * (choices.length - 1);
  return { ...coordinate, scale: 'linear', low: stepOf(coordinate.low), high: stepOf(coordinate.high) };
}

const sessions = new Map();

/** The scores after each of LCBench's epochs. */
export function curvesOf(instance, data) {
  return async (point) => {
    const curve = [];
    for (let epoch = 1; epoch <= longestCurve; epoch += 1)
      curve.push((await surrogateOf('lcbench', instance, data, { epoch })([point]))[0]);
    return curve;
  };
}

function surrogateOf(suite, instance, data, fidelity = {}) {
  const wanted = { ...surrogates[suite], fixed: { ...surrogates[suite].fixed, ...fidelity } };
  const folder = join(data, 'surrogates', suite);
  const encoding = JSON.parse(readFileSync(join(folder, 'encoding.json'), 'utf8'));
  return async (points) => {
    const { Tensor, session } = await sessionOf(join(folder, 'model.onnx'));
    const filled = points.map((point) => ({
      ...Object.fromEntries(Object.entries(point).filter(([id]) => conditions[suite]?.[id]?.(point) ?? true)),
      ...wanted.fixed,
      [wanted.instance]: instance,
    }));
    const codes = filled.flatMap((point) => wanted.categories.map((name) => encoding[name][point[name] ?? '#na#']));
    const numbers = filled.flatMap((point) => wanted.numbers.map((name) => point[name] ?? 0));
    const { output } = await session.run({
      x_cat: new Tensor('int32', Int32Array.from(codes), [points.length, wanted.categories.length]),
      x_cont: new Tensor('float32', Float32Array.from(numbers), [points.length, wanted.numbers.length]),
    });
    return points.map((_, row) => wanted.score(output.data.subarray(row * wanted.outputs, (row + 1) * wanted.outputs)));
  };
}

/** One thread: the benchmark shares its machine, and a sum in another order would be another number. */
async function sessionOf(file) {
  const runtime = createRequire(import.meta.url)('onnxruntime-node');
  if (!sessions.has(file))
    sessions.set(file, runtime.InferenceSession.create(file, { intraOpNumThreads: 1, interOpNumThreads: 1 }));
  return { Tensor: runtime.Tensor, session: await sessions.get(file) };
}

/** Files that differ from those that the published numbers were measured on. */
export function wrongFiles(data) {
  const sums = JSON.parse(readFileSync(new URL('checksums.json', import.meta.url), 'utf8'));
  return Object.entries(sums).flatMap(([path, sum]) => {
    const found = createHash('sha256')
      .update(readFileSync(join(data, path)))
      .digest('hex');
    return found === sum ? [] : [path];
  });
}
