import { logNormalCdf } from '../numerics/normal.ts';
import type { Dimension } from '../space.ts';
import type { Row } from './columns.ts';
import { priorOf } from './kernel.ts';
import { posteriorOf } from './posterior.ts';

const fewFailures = 2;

/**
 * How likely a trial is to run to its end: regression on ±1 with a fixed kernel, read through Φ, as a least-squares
 * classifier (Rasmussen & Williams 2006, 6.5). One failure may be an accident; from two on they show where not to go.
 */
export function feasibilityOf(
  rows: readonly Row[],
  scores: readonly (number | null)[],
  live: readonly Dimension[],
): (row: Row) => number {
  if (scores.filter((score) => score === null).length < fewFailures) return () => 1;
  const theta = Float64Array.from(priorOf(live), ({ mean }) => mean);
  theta[theta.length - 1] = Math.log(0.05);
  const labels = Float64Array.from(scores, (score) => (score === null ? -1 : 1));
  const posterior = posteriorOf(theta, rows, labels, live);
  if (posterior === null) return () => 1;
  return (row) => {
    const { mean, deviation } = posterior(row);
    // ±1 are certain answers: a unit of the latent score is worth two standard deviations.
    return Math.exp(logNormalCdf((2 * mean) / Math.sqrt(1 + deviation * deviation)));
  };
}
