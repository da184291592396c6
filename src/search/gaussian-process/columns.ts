import type { Dimension, Point } from '../space.ts';
import { unitOf, valueAt } from '../unit-cube.ts';

/** The coordinates of a point in the model, one for each live dimension. */
export type Row = Float64Array;

/** In the unit cube; choices lie at the centre of their cell, and only equality counts between them. */
export function rowOf(point: Point, live: readonly Dimension[]): Row {
  return Float64Array.from(live, (dimension) => unitOf(dimension, point[dimension.id] ?? null));
}

/** The coordinate that a value drawn at `u` will have once it is whole or one of the choices (Garrido-Merchán & Hernández-Lobato 2020). */
export function snapped(dimension: Dimension, u: number): number {
  const inside = Math.min(Math.max(u, 0), 1);
  return dimension.kind === 'real' ? inside : unitOf(dimension, valueAt(dimension, inside));
}

/**
 * For each column the squared distances of all pairs of rows: pair (i, j), j < i, at i (i − 1) / 2 + j, so
 * that the pairs of the first m rows come first.
 */
export function pairDistances(rows: readonly Row[], live: readonly Dimension[]): readonly Float64Array[] {
  return live.map((dimension, column) => {
    const distances = new Float64Array((rows.length * (rows.length - 1)) / 2);
    let pair = 0;
    for (let i = 1; i < rows.length; i += 1)
      for (let j = 0; j < i; j += 1, pair += 1)
        distances[pair] = squaredDistance(dimension, rows[i]![column]!, rows[j]![column]!);
    return distances;
  });
}

export function squaredDistance({ kind }: Dimension, one: number, other: number): number {
  return kind === 'choice' ? Number(one !== other) : (one - other) ** 2;
}
