import type { Dimension } from '../space.ts';

/**
 * The model's hyper-parameters, all as logarithms: one length for each column, then the signal's standard
 * deviation σ, then the noise's share ν of its variance. Covariance: σ² (Matérn-5/2 + ν [same run]) + 1, where
 * the 1 stands for the unknown mean.
 */
export type Theta = Float64Array;

interface Normal {
  readonly mean: number;
  readonly deviation: number;
}

export type Prior = readonly Normal[];

/** Lengths grow with the number of columns, as distances do (Hvarfner et al. 2024, arXiv 2402.02229). */
export function priorOf(live: readonly Dimension[]): Prior {
  const length = { mean: Math.log(0.6) + 0.5 * Math.log(Math.max(1, live.length / 4)), deviation: 0.9 };
  return [...live.map(() => length), { mean: 0, deviation: 0.5 }, { mean: -6, deviation: 1.5 }];
}

export function logPrior(theta: Theta, prior: Prior): number {
  return -0.5 * prior.reduce((sum, { mean, deviation }, i) => sum + ((theta[i]! - mean) / deviation) ** 2, 0);
}

/** Matérn-5/2 correlation at a squared scaled distance (Rasmussen & Williams 2006, eq. 4.17). */
export function matern(squared: number): number {
  const r = Math.sqrt(5 * squared);
  return (1 + r + (5 / 3) * squared) * Math.exp(-r);
}

/** 1/ℓ², for the column. */
export function weightOf(theta: Theta, column: number): number {
  return Math.exp(-2 * theta[column]!);
}

export function signalOf(theta: Theta): number {
  return Math.exp(2 * theta[theta.length - 2]!);
}

/** The noise's variance, on top of the signal's on the diagonal. */
export function noiseOf(theta: Theta): number {
  return signalOf(theta) * Math.exp(theta[theta.length - 1]!);
}
