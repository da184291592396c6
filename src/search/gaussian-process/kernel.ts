import type { Dimension } from '../space.ts';

/**
 * The model's hyper-parameters, all unbounded: for each column the logarithm of its length ℓ, then the logit of the
 * share α of the main effects, then the logarithms of the signal's standard deviation σ and of the noise's share ν of its
 * variance. With r² = Σ (Δᵢ/ℓᵢ)² the covariance of two runs is
 *
 *     σ² ((1 − α) Matérn-5/2(r) + α mean of RQ(Δᵢ/ℓᵢ) + ν [same run]) + 1
 *
 * The mean over one-dimensional terms is an additive model (Duvenaud et al. 2011, arXiv 1112.4394): it learns in a few trials
 * what single hyper-parameters do, which is most of what there is to know (Hutter et al. 2014, functional ANOVA). The 1 stands
 * for the unknown mean.
 */
export type Theta = Float64Array;

interface Normal {
  readonly mean: number;
  readonly deviation: number;
}

export type Prior = readonly Normal[];

/** Lengths grow with the number of columns, as distances do (Hvarfner et al. 2024, arXiv 2402.02229). */
export function priorOf(live: readonly Dimension[]): Prior {
  const length = { mean: Math.log(0.6) + 0.5 * Math.log(widening(live.length)), deviation: 0.9 };
  const share = { mean: 0, deviation: 1 };
  return [...live.map(() => length), share, { mean: 0, deviation: 0.5 }, { mean: -6, deviation: 1.5 }];
}

export function logPrior(theta: Theta, prior: Prior): number {
  let sum = 0;
  for (let i = 0; i < prior.length; i += 1) sum += ((theta[i]! - prior[i]!.mean) / prior[i]!.deviation) ** 2;
  return -sum / 2;
}

/** The kernel with its constants computed once. */
export interface Kernel {
  /** 1/ℓ² of each column in the joint term, and in the main effects, which span one dimension only. */
  readonly joint: Float64Array;
  readonly main: Float64Array;
  /** σ² (1 − α), and σ² α over the number of columns. */
  readonly jointSignal: number;
  readonly mainSignal: number;
  /** The variance of the true score at a place, and of a single run's noise. */
  readonly variance: number;
  readonly noise: number;
}

export function kernelOf(theta: Theta): Kernel {
  const columns = theta.length - 3;
  const signal = Math.exp(2 * theta[columns + 1]!);
  const share = 1 / (1 + Math.exp(-theta[columns]!));
  const joint = theta.slice(0, columns).map((length) => Math.exp(-2 * length));
  return {
    joint,
    main: joint.map((weight) => weight * widening(columns)),
    jointSignal: signal * (1 - share),
    mainSignal: (signal * share) / columns,
    variance: signal + 1,
    noise: signal * Math.exp(theta[columns + 2]!),
  };
}

/** Of two runs at r² and with this sum over the main effects. */
export function covariance({ jointSignal, mainSignal }: Kernel, squared: number, mainSum: number): number {
  return jointSignal * matern(squared) + mainSignal * mainSum + 1;
}

/** Rational quadratic with α = 2 (Rasmussen & Williams 2006, eq. 4.19): as good as Matérn in one dimension, without exp. */
export function mainEffect(squared: number): number {
  const base = 1 + squared / 4;
  return 1 / (base * base);
}

/** Matérn-5/2 (Rasmussen & Williams 2006, eq. 4.17). */
function matern(squared: number): number {
  const r = Math.sqrt(5 * squared);
  return (1 + r + (5 / 3) * squared) * Math.exp(-r);
}

function widening(columns: number): number {
  return Math.max(1, columns / 4);
}
