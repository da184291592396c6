import { factorise, logDeterminant, solveLower } from '../numerics/cholesky.ts';
import type { RandomSource } from '../random-source.ts';
import { logPrior, matern, noiseOf, signalOf, weightOf } from './kernel.ts';
import type { Prior, Theta } from './kernel.ts';

/** The first `size` observations: the squared pair distances of each column, and standardised scores. */
export interface Evidence {
  readonly size: number;
  readonly distances: readonly Float64Array[];
  readonly values: Float64Array;
}

/** A step's standard deviation in units of the prior's: small ones refine, large ones escape. */
const stepSizes = [0.15, 0.4, 1];
const oneCoordinate = 0.8;

/**
 * Metropolis et al. (1953): walks `steps` times through the posterior of the model's hyper-parameters and
 * returns where it stands. Sampling instead of maximising, because three points cannot decide on one answer.
 */
export function walk(start: Theta, evidence: Evidence, prior: Prior, steps: number, random: RandomSource): Theta {
  let here = start;
  let squared = scaledDistances(here, evidence);
  let density = logDensity(here, squared, evidence, prior);
  for (let step = 0; step < steps; step += 1) {
    const width = stepSizes[random.below(stepSizes.length)]!;
    const coordinate = random.uniform() < oneCoordinate ? random.below(prior.length) : null;
    const there = here.map((value, i) =>
      coordinate === null || coordinate === i ? value + width * prior[i]!.deviation * random.normal() : value,
    );
    const moved =
      coordinate === null ? scaledDistances(there, evidence) : shifted(squared, coordinate, here, there, evidence);
    const candidate = logDensity(there, moved, evidence, prior);
    if (Math.log(random.uniform()) < candidate - density) {
      here = there;
      squared = moved;
      density = candidate;
    }
  }
  return here;
}

function scaledDistances(theta: Theta, { size, distances }: Evidence): Float64Array {
  const pairs = (size * (size - 1)) / 2;
  const squared = new Float64Array(pairs);
  distances.forEach((column, index) => {
    const weight = weightOf(theta, index);
    for (let pair = 0; pair < pairs; pair += 1) squared[pair] = squared[pair]! + weight * column[pair]!;
  });
  return squared;
}

/** The distances when only one coordinate has moved: one pass instead of one for each column. */
function shifted(
  squared: Float64Array,
  coordinate: number,
  here: Theta,
  there: Theta,
  evidence: Evidence,
): Float64Array {
  const column = evidence.distances[coordinate];
  if (column === undefined) return squared;
  const change = weightOf(there, coordinate) - weightOf(here, coordinate);
  return squared.map((value, pair) => Math.max(0, value + change * column[pair]!));
}

/** Log posterior up to a constant (Rasmussen & Williams 2006, eq. 2.30); −∞ where no factor exists. */
function logDensity(theta: Theta, squared: Float64Array, { size, values }: Evidence, prior: Prior): number {
  const lower = covariance(theta, squared, size);
  if (!factorise(lower, size)) return -Infinity;
  const whitened = values.slice(0, size);
  solveLower(lower, size, whitened);
  let misfit = 0;
  for (let i = 0; i < size; i += 1) misfit += whitened[i]! ** 2;
  return logPrior(theta, prior) - misfit / 2 - logDeterminant(lower, size);
}

function covariance(theta: Theta, squared: Float64Array, size: number): Float64Array {
  const signal = signalOf(theta);
  const own = signal + noiseOf(theta) + 1 + jitter;
  const matrix = new Float64Array(size * size);
  let pair = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1, pair += 1) matrix[i * size + j] = signal * matern(squared[pair]!) + 1;
    matrix[i * size + i] = own;
  }
  return matrix;
}

/** Keeps the factor alive when two runs are nearly equal and the noise is nearly zero. */
export const jitter = 1e-8;
