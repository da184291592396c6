// Learns what to expect of each family of models before anything was tried: src/hyperparameters/experience.data.ts.
//
//   node --import ./typescript-loader.mjs learn-experience.mjs --data DIR --surfaces DIR > ../../src/hyperparameters/experience.data.ts
//
// From the even-indexed data sets of YAHPO Gym and from synthetic ones (`scikit-tasks.py FAMILY --surfaces`, `network-tasks.py
// --surfaces`). To each data set a quadratic surface is fitted; their mean is what is expected, their principal components are
// the ways in which data sets differ. On stderr: how well the mean of the others tells the scores of a data set (correlation).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { standardised } from '../../src/search/gaussian-process/scores.ts';
import { placeOf, termsOf } from '../../src/search/gaussian-process/surface.ts';
import { randomSource } from '../../src/search/random-source.ts';
import { families } from './experience-families.mjs';
import { instancesOf, problemOf } from './problems.mjs';
import { evenly, randomPoint, textHash } from './tasks.mjs';

const components = 3;
/** The data sets seen are few: another may differ by more. Of the mean as a whole, and along each component. */
const [doubt, wider] = [0.5, 1.5];
const ridge = 1e-3;

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.RETUNE_BENCH_DATA ?? '' },
    surfaces: { type: 'string', default: '' },
  },
});

const learnt = [];
for (const family of families) learnt.push(learn(family, await seenOf(family)));
process.stdout.write(`import type { FamilyExperience } from './experience-entry.ts';

/** Made by benchmarks/search/learn-experience.mjs. */
export const experiences: readonly FamilyExperience[] = ${JSON.stringify(learnt, null, 1)};
`);

/** The same points on many data sets, by knobs, and their scores. */
async function seenOf({ family, suite, coordinates }) {
  if (suite === undefined) return JSON.parse(readFileSync(join(options.surfaces, `${family}.json`), 'utf8'));
  const names = instancesOf(suite, options.data).filter((_, index) => index % 2 === 0);
  const problems = evenly(names, 40).map((instance) => problemOf(suite, instance, options.data));
  const random = randomSource(textHash(`experience ${suite}`));
  const drawn = Array.from({ length: 2000 }, () => randomPoint(problems[0].dimensions, random));
  const scores = [];
  for (const problem of problems) scores.push(await problem.evaluate(drawn));
  const points = drawn.map((point) =>
    Object.fromEntries(coordinates.map(({ from, unit = 1 }, index) => [index, point[from] / unit])),
  );
  return { points, scores, usual: {} };
}

function learn({ suite, coordinates: described, ...family }, { points, scores, usual }) {
  const valueOf = (point, { knob }, index) => point[suite === undefined ? knob : index];
  const coordinates = described.map((coordinate, index) => {
    const values = points.map((point) => valueOf(point, coordinate, index));
    return coordinateOf(coordinate, values, scores, usual[coordinate.knob]);
  });
  const rows = points.map((point) => [
    1,
    ...termsOf(
      coordinates.map(
        (coordinate, index) => placeOf(coordinate, valueOf(point, coordinate, index)) ?? coordinate.usual,
      ),
    ),
  ]);
  const targets = scores.map(targetsOf);
  const fits = targets.map((values) => ridgeFit(rows, values));
  const told = fits.map((_, left) => {
    const others = meanOf(fits.filter((_, index) => index !== left));
    return correlation(
      rows.map((row) => dot(row, others)),
      targets[left],
    );
  });
  const sorted = told.toSorted((a, b) => a - b);
  const shown = [0, 0.25, 0.5, 0.75].map((share) => sorted[Math.floor(share * sorted.length)].toFixed(2));
  process.stderr.write(`${family.family}: ${scores.length} data sets, correlation ${shown.join(' ')}\n`);
  const mean = meanOf(fits);
  const variations = [mean.map((weight) => doubt * weight), ...principal(fits, mean, rows)];
  const written = (surface) => surface.slice(1).map((weight) => Number(weight.toPrecision(3)));
  const { makers = [], all = [], some = [], none = [], relativeRate = false, multiples = [] } = family;
  return {
    family: family.family,
    makers,
    all,
    some,
    none,
    relativeRate,
    multiples,
    coordinates: coordinates.map(({ knob, also = [], names = [], scale, low, high, levels, usual }) => ({
      knobs: [knob, ...also],
      names,
      scale,
      low,
      high,
      levels,
      usual,
    })),
    mean: written(mean),
    variations: variations.map(written),
  };
}

/** Choices lie by how well they do on average, the worst at 0. */
function coordinateOf({ scale = 'linear', low = 0, high = 1, levels = {}, ...described }, values, scores, library) {
  const coordinate = { ...described, scale, low, high, levels };
  const choices = [...new Set(values.filter((value) => typeof value !== 'number'))];
  if (choices.length > 1) {
    const targets = scores.map(targetsOf);
    const means = choices.map((choice) =>
      average(targets.map((target) => average(target.filter((_, index) => values[index] === choice)))),
    );
    const [least, most] = [Math.min(...means), Math.max(...means)];
    const place = (mean) => Number(((mean - least) / (most - least)).toFixed(2));
    coordinate.levels = Object.fromEntries(choices.map((choice, index) => [String(choice), place(means[index])]));
  }
  coordinate.usual = Number((placeOf(coordinate, described.usual ?? library) ?? 0.5).toFixed(3));
  return coordinate;
}

/** As the search sees scores: bad ones compressed, mean 0, deviation 1. A failure is as bad as the worst. */
function targetsOf(scores) {
  return [...standardised(scores, Infinity).values];
}

/** Least squares with a small price for every weight but the constant. */
function ridgeFit(rows, values) {
  const size = rows[0].length;
  const matrix = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size + 1 }, (_, j) =>
      rows.reduce((sum, row, index) => sum + row[i] * (j === size ? values[index] : row[j]), 0),
    ),
  );
  for (let i = 1; i < size; i += 1) matrix[i][i] += Math.max(ridge * rows.length, 0.3);
  for (let i = 0; i < size; i += 1)
    for (let other = 0; other < size; other += 1) {
      if (other === i) continue;
      const factor = matrix[other][i] / matrix[i][i];
      for (let j = i; j <= size; j += 1) matrix[other][j] -= factor * matrix[i][j];
    }
  return matrix.map((row, i) => row[size] / row[i]);
}

/** Surfaces of one standard deviation along the first components, by power iteration on how the surfaces vary together. */
function principal(fits, mean, rows) {
  const own = fits.map((fit) => fit.map((weight, index) => (index === 0 ? 0 : weight - mean[index])));
  const heights = own.map((surface) => {
    const values = rows.map((row) => dot(row, surface));
    const middle = average(values);
    return values.map((value) => value - middle);
  });
  const together = heights.map((one) => heights.map((other) => dot(one, other) / rows.length / fits.length));
  return Array.from({ length: Math.min(components, fits.length - 1) }, (_, component) => {
    let direction = fits.map((_, index) => Math.sin(index + 1 + component));
    let length = 0;
    for (let step = 0; step < 300; step += 1) {
      const next = together.map((row) => dot(row, direction));
      length = Math.hypot(...next);
      direction = next.map((value) => value / length);
    }
    together.forEach((row, i) => row.forEach((_, j) => (row[j] -= length * direction[i] * direction[j])));
    const weight = (index) => own.reduce((sum, surface, set) => sum + direction[set] * surface[index], 0);
    return mean.map((_, index) => (wider * weight(index)) / Math.sqrt(fits.length));
  });
}

function meanOf(surfaces) {
  return surfaces[0].map((_, index) => average(surfaces.map((surface) => surface[index])));
}

function correlation(one, other) {
  const [a, b] = [average(one), average(other)];
  const shared = average(one.map((value, index) => (value - a) * (other[index] - b)));
  const spread = (values, mean) => Math.sqrt(average(values.map((value) => (value - mean) ** 2)));
  return shared / (spread(one, a) * spread(other, b) || 1);
}

function dot(one, other) {
  return one.reduce((sum, value, index) => sum + value * other[index], 0);
}

function average(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
