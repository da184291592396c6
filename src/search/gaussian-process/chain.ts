import { factorise, logDeterminant, solveLower } from '../numerics/cholesky.ts';
import type { RandomSource } from '../random-source.ts';
import { covariance, kernelOf, logPrior, mainEffect } from './kernel.ts';
import { centred, sharedVariance } from './expectations.ts';
import type { Kernel, Prior, Theta } from './kernel.ts';
import type { Expectation } from './surface.ts';

/** The first `size` observations: the squared pair distances of each column, and how far scores are from what was expected. */
export interface Evidence {
  readonly size: number;
  readonly distances: readonly Float64Array[];
  readonly values: Float64Array;
  /** What experience adds to the covariance, size × size; `null`: there is none. */
  readonly shared: Float64Array | null;
}

/** @param values standardised scores. */
export function evidenceOf(
  values: Float64Array,
  distances: readonly Float64Array[],
  expectations: readonly Expectation[] | null,
): Evidence {
  const size = values.length;
  if (expectations === null) return { size, distances, values, shared: null };
  const expected = centred(expectations.slice(0, size));
  return {
    size,
    distances,
    values: values.map((value, index) => value - expected[index]!.mean),
    shared: Float64Array.from(expected.flatMap((one) => expected.map((other) => sharedVariance(one, other)))),
  };
}

/** What every step of one walk shares; the two buffers spare the garbage collector a matrix a step. */
interface Ground {
  readonly evidence: Evidence;
  readonly prior: Prior;
  readonly lower: Float64Array;
  readonly whitened: Float64Array;
}

/** Where a chain stands, with what a step in one coordinate need not compute again. */
interface Standing {
  readonly theta: Theta;
  readonly kernel: Kernel;
  /** For each pair of runs: r², and the sum of the main effects. */
  readonly squared: Float64Array;
  readonly mainSums: Float64Array;
  readonly density: number;
}

/** A step's standard deviation in units of the prior's: small ones refine, large ones escape. */
const stepSizes = [0.15, 0.4, 1];
const oneCoordinate = 0.8;

/**
 * Metropolis et al. (1953): walks `steps` times through the posterior of the model's hyper-parameters and
 * returns where it stands. Sampling instead of maximising, because three points cannot decide on one answer.
 */
export function walk(start: Theta, evidence: Evidence, prior: Prior, steps: number, random: RandomSource): Theta {
  const { size } = evidence;
  const ground = { evidence, prior, lower: new Float64Array(size * size), whitened: new Float64Array(size) };
  let here = standingAt(start, ground);
  for (let step = 0; step < steps; step += 1) {
    const width = stepSizes[random.below(stepSizes.length)]!;
    const coordinate = random.uniform() < oneCoordinate ? random.below(prior.length) : null;
    const theta = here.theta.map((value, i) =>
      coordinate === null || coordinate === i ? value + width * prior[i]!.deviation * random.normal() : value,
    );
    const there = coordinate === null ? standingAt(theta, ground) : moved(here, theta, coordinate, ground);
    if (Math.log(random.uniform()) < there.density - here.density) here = there;
  }
  return here.theta;
}

function standingAt(theta: Theta, ground: Ground): Standing {
  const { evidence } = ground;
  const kernel = kernelOf(theta);
  const pairs = (evidence.size * (evidence.size - 1)) / 2;
  const squared = new Float64Array(pairs);
  const mainSums = new Float64Array(pairs);
  evidence.distances.forEach((distances, column) => {
    const [joint, main] = [kernel.joint[column]!, kernel.main[column]!];
    for (let pair = 0; pair < pairs; pair += 1) {
      squared[pair] = squared[pair]! + joint * distances[pair]!;
      mainSums[pair] = mainSums[pair]! + mainEffect(main * distances[pair]!);
    }
  });
  return { theta, kernel, squared, mainSums, density: logDensity(theta, kernel, squared, mainSums, ground) };
}

/** One pass over the pairs instead of one for each column. */
function moved(here: Standing, theta: Theta, coordinate: number, ground: Ground): Standing {
  const kernel = kernelOf(theta);
  let { squared, mainSums } = here;
  const distances = ground.evidence.distances[coordinate];
  if (distances !== undefined) {
    const joint = kernel.joint[coordinate]! - here.kernel.joint[coordinate]!;
    const [main, mainBefore] = [kernel.main[coordinate]!, here.kernel.main[coordinate]!];
    squared = squared.slice();
    mainSums = mainSums.slice();
    for (let pair = 0; pair < squared.length; pair += 1) {
      const distance = distances[pair]!;
      squared[pair] = Math.max(0, squared[pair]! + joint * distance);
      mainSums[pair] = mainSums[pair]! + mainEffect(main * distance) - mainEffect(mainBefore * distance);
    }
  }
  return { theta, kernel, squared, mainSums, density: logDensity(theta, kernel, squared, mainSums, ground) };
}

/** Log posterior up to a constant (Rasmussen & Williams 2006, eq. 2.30); −∞ where no factor exists. */
function logDensity(
  theta: Theta,
  kernel: Kernel,
  squared: Float64Array,
  mainSums: Float64Array,
  { evidence: { size, values, shared }, prior, lower, whitened }: Ground,
): number {
  let pair = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1, pair += 1) lower[i * size + j] = covariance(kernel, squared[pair]!, mainSums[pair]!);
    lower[i * size + i] = kernel.variance + kernel.noise + jitter;
  }
  if (shared !== null) for (let cell = 0; cell < lower.length; cell += 1) lower[cell] = lower[cell]! + shared[cell]!;
  if (!factorise(lower, size)) return -Infinity;
  for (let i = 0; i < size; i += 1) whitened[i] = values[i]!;
  solveLower(lower, size, whitened);
  let misfit = 0;
  for (let i = 0; i < size; i += 1) misfit += whitened[i]! ** 2;
  return logPrior(theta, prior) - misfit / 2 - logDeterminant(lower, size);
}

/** Keeps the factor alive when two runs are nearly equal and the noise is nearly zero. */
export const jitter = 1e-8;
