import { factorise, solveLower, solveUpper } from '../numerics/cholesky.ts';
import type { Dimension } from '../space.ts';
import { jitter } from './chain.ts';
import type { Row } from './columns.ts';
import { matern, noiseOf, signalOf, weightOf } from './kernel.ts';
import type { Theta } from './kernel.ts';

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
): Posterior | null {
  const size = rows.length;
  const correlation = correlationOf(theta, live);
  const [signal, noise] = [signalOf(theta), noiseOf(theta)];
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) lower[i * size + j] = signal * correlation(rows[i]!, rows[j]!) + 1;
    lower[i * size + i] = signal + noise + 1 + jitter;
  }
  if (!factorise(lower, size)) return null;
  const weights = values.slice(0, size);
  solveLower(lower, size, weights);
  solveUpper(lower, size, weights);
  const covariances = new Float64Array(size);
  return (row) => {
    let mean = 0;
    for (let i = 0; i < size; i += 1) {
      const covariance = signal * correlation(row, rows[i]!) + 1;
      covariances[i] = covariance;
      mean += covariance * weights[i]!;
    }
    solveLower(lower, size, covariances);
    let explained = 0;
    for (let i = 0; i < size; i += 1) explained += covariances[i]! ** 2;
    return { mean, deviation: Math.sqrt(Math.max(signal + 1 - explained, 1e-10)) };
  };
}

function correlationOf(theta: Theta, live: readonly Dimension[]): (one: Row, other: Row) => number {
  const weights = Float64Array.from(live, (_, column) => weightOf(theta, column));
  const exact = live.map(({ kind }) => kind === 'choice');
  return (one, other) => {
    let squared = 0;
    for (let column = 0; column < weights.length; column += 1) {
      const difference = one[column]! - other[column]!;
      if (difference !== 0) squared += weights[column]! * (exact[column]! ? 1 : difference * difference);
    }
    return matern(squared);
  };
}
