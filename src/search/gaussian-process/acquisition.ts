import { logExpectedImprovement, logNormalCdf } from '../numerics/normal.ts';
import type { Row } from './columns.ts';
import type { Belief, Posterior } from './posterior.ts';

/** How much a trial at a place is worth, as a logarithm. */
export type Acquisition = (row: Row) => number;

export interface Bounds {
  readonly best: number;
  readonly goal: number;
}

/**
 * The probability that a trial there reaches the goal, which is the exact one-step criterion when any point beyond
 * the goal is as good (Kushner 1964; Nguyen & Osborne 2019, arXiv 1905.02685, for a known optimum), mixed with the expected
 * improvement (Jones et al. 1998), which is right while the goal is far. Averaged over the models, as sampled
 * hyper-parameters want (Snoek et al. 2012).
 */
export function acquisitionOf(
  posteriors: readonly Posterior[],
  { best, goal }: Bounds,
  feasibility: (row: Row) => number,
): Acquisition {
  const improvement = ({ mean, deviation }: Belief): number =>
    Math.log(deviation) + logExpectedImprovement((mean - best) / deviation);
  const success = ({ mean, deviation }: Belief): number => logNormalCdf((mean - goal) / deviation);
  return (row) =>
    logMeanExp(
      posteriors.map((posterior) => {
        const belief = posterior(row);
        return improvement(belief) + 0.5 * Math.max(success(belief), -8);
      }),
    ) + Math.log(feasibility(row));
}

/** The probability of reaching the goal at a place, averaged over the models. */
export function probabilityOf(posteriors: readonly Posterior[], goal: number, row: Row): number {
  const logs = posteriors.map((posterior) => {
    const { mean, deviation } = posterior(row);
    return logNormalCdf((mean - goal) / deviation);
  });
  return Math.exp(logMeanExp(logs));
}

function logMeanExp(values: readonly number[]): number {
  const most = Math.max(...values);
  if (!Number.isFinite(most)) return most;
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0) / values.length);
}
