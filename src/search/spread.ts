import { randomSource } from './random-source.ts';
import { settled } from './settled.ts';
import type { Dimension, Point, Space } from './space.ts';
import { valueAt } from './unit-cube.ts';

/**
 * The index-th of an endless series of points that fill the live dimensions evenly; the others stay at the
 * author's values. The additive recurrence of the generalised golden ratio (Roberts 2018, "The unreasonable
 * effectiveness of quasirandom sequences"), shifted by the seed (Cranley & Patterson 1976).
 */
export function spreadPoint(space: Space, live: readonly Dimension[], seed: number, index: number): Point {
  const phi = generalisedGoldenRatio(live.length);
  const shift = randomSource(seed);
  const point = live.map((dimension, axis) => {
    const u = (shift.uniform() + (index + 1) * phi ** -(axis + 1)) % 1;
    return [dimension.id, valueAt(dimension, u)] as const;
  });
  return settled({ ...startOf(space), ...Object.fromEntries(point) }, space);
}

/** The author's own values. */
export function startOf({ dimensions }: Space): Point {
  return Object.fromEntries(dimensions.map(({ id, start }) => [id, start]));
}

/** The root of x^(d+1) = x + 1. */
function generalisedGoldenRatio(dimensions: number): number {
  let x = 2;
  for (let step = 0; step < 40; step += 1) x = (1 + x) ** (1 / (dimensions + 1));
  return x;
}
