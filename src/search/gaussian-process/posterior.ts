import { factorise, solveLower, solveUpper } from '../numerics/cholesky.ts';
import type { Dimension } from '../space.ts';
import { jitter } from './chain.ts';
import type { Row } from './columns.ts';
import { sharedVariance } from './expectations.ts';
import type { Expecting } from './expectations.ts';
import { covariance, kernelOf, mainEffect } from './kernel.ts';
import type { Kernel, Theta } from './kernel.ts';

/** Of the true score at a place, without the noise of a single run. */
export interface Belief {
  readonly mean: number;
  readonly deviation: number;
}

/** What one model believes of any place. */
export type Posterior = (row: Row) => Belief;

/** Conditions a model on what was seen (Rasmussen & Williams 2006, algorithm 2.1); `null`: no factor exists. */
export function posteriorOf(
  theta: Theta,
  rows: readonly Row[],
  values: Float64Array,
  live: readonly Dimension[],
  expecting: Expecting | null = null,
): Posterior | null {
  const size = rows.length;
  const kernel = kernelOf(theta);
  const between = covarianceOf(kernel, live);
  const lower = new Float64Array(size * size);
  const expected = expecting === null ? null : rows.map(expecting);
  const shared = (i: number, j: number): number => (expected === null ? 0 : sharedVariance(expected[i]!, expected[j]!));
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) lower[i * size + j] = between(rows[i]!, rows[j]!) + shared(i, j);
    lower[i * size + i] = kernel.variance + shared(i, i) + kernel.noise + jitter;
  }
  if (!factorise(lower, size)) return null;
  const weights = values.slice(0, size);
  expected?.forEach(({ mean }, i) => (weights[i] = weights[i]! - mean));
  solveLower(lower, size, weights);
  solveUpper(lower, size, weights);
  const covariances = new Float64Array(size);
  return (row) => {
    const own = expecting?.(row) ?? null;
    let mean = own?.mean ?? 0;
    let variance = kernel.variance;
    if (own !== null) variance += sharedVariance(own, own);
    for (let i = 0; i < size; i += 1) {
      const here = between(row, rows[i]!) + (own === null ? 0 : sharedVariance(own, expected![i]!));
      covariances[i] = here;
      mean += here * weights[i]!;
    }
    solveLower(lower, size, covariances);
    let explained = 0;
    for (let i = 0; i < size; i += 1) explained += covariances[i]! ** 2;
    return { mean, deviation: Math.sqrt(Math.max(variance - explained, 1e-10)) };
  };
}

function covarianceOf(kernel: Kernel, live: readonly Dimension[]): (one: Row, other: Row) => number {
  const { joint, main } = kernel;
  const exact = live.map(({ kind }) => kind === 'choice');
  return (one, other) => {
    let squared = 0;
    let mainSum = 0;
    for (let column = 0; column < joint.length; column += 1) {
      const difference = one[column]! - other[column]!;
      const distance = exact[column]! ? Number(difference !== 0) : difference * difference;
      squared += joint[column]! * distance;
      mainSum += mainEffect(main[column]! * distance);
    }
    return covariance(kernel, squared, mainSum);
  };
}
