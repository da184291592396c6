import { freeDimensions } from '../live-dimensions.ts';
import type { Question } from '../optimiser.ts';
import type { Dimension } from '../space.ts';
import { snapped } from './columns.ts';
import type { Row } from './columns.ts';
import { modelOf } from './model.ts';
import type { Model } from './model.ts';

/** With fewer results than this nobody can tell. */
const fewestResults = 8;
const gridSteps = 9;
/** The others are as in so many trials, evenly spaced among all. */
const mostRows = 30;

/**
 * How much each dimension changes the score by itself, as shares of 1, by id: the variance of the expected score along the
 * dimension, the others as in the trials (the main effects of Hutter et al. 2014, functional ANOVA, over the points that
 * were seen). `null`: too little is known.
 */
export function importanceOf(question: Question): ReadonlyMap<string, number> | null {
  const free = freeDimensions(question.space);
  const model = question.results.length < fewestResults || free.length < 2 ? null : modelOf(question, free);
  if (model === null) return null;
  const variances = free.map((dimension, column) => mainEffectOf(dimension, column, model));
  const sum = variances.reduce((total, variance) => total + variance, 0);
  return sum > 0 ? new Map(free.map(({ id }, column) => [id, variances[column]! / sum])) : null;
}

/** The variance, over an even grid, of the expected score. */
function mainEffectOf(dimension: Dimension, column: number, { rows, posteriors }: Model): number {
  const every = Math.ceil(rows.length / mostRows);
  const some = rows.filter((_, index) => index % every === 0);
  const curve = Array.from({ length: gridSteps }, (_, step) => {
    const u = snapped(dimension, (step + 0.5) / gridSteps);
    const means = some.flatMap((row) => posteriors.map((posterior) => posterior(moved(row, column, u)).mean));
    return meanOf(means);
  });
  const centre = meanOf(curve);
  return meanOf(curve.map((value) => (value - centre) ** 2));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function moved(row: Row, column: number, u: number): Row {
  const other = row.slice();
  other[column] = u;
  return other;
}
