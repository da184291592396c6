import type { Question } from './optimiser.ts';
import { settled } from './settled.ts';
import type { Dimension, Point, Space, Value } from './space.ts';
import { keyOf, sizeOf } from './unit-cube.ts';

/** The keys of all points that need no other trial. */
export function takenOf({
  space,
  results,
  pending,
}: Pick<Question, 'space' | 'results' | 'pending'>): ReadonlySet<string> {
  const points = [...results.map(({ point }) => point), ...pending];
  return new Set(points.map((point) => keyOf(point, space.dimensions)));
}

/** How many points a space holds; `Infinity` as soon as one dimension is real. */
export function sizeOfSpace({ dimensions }: Space): number {
  return dimensions.reduce((product, dimension) => product * sizeOf(dimension), 1);
}

/** The points of a finite space that are not taken, in a fixed order; of those that differ in nothing that counts, one. */
export function* untriedPoints(space: Space, taken: ReadonlySet<string>): Generator<Point> {
  const { dimensions } = space;
  const size = sizeOfSpace(space);
  const given = new Set<string>();
  for (let index = 0; index < size; index += 1) {
    const point = settled(pointAt(dimensions, index), space);
    const key = keyOf(point, dimensions);
    if (taken.has(key) || given.has(key)) continue;
    given.add(key);
    yield point;
  }
}

/** The index-th point, counted like the digits of a number. */
function pointAt(dimensions: readonly Dimension[], index: number): Point {
  const point: Record<string, Value> = {};
  let rest = index;
  for (const dimension of dimensions) {
    const count = sizeOf(dimension);
    const digit = rest % count;
    point[dimension.id] = dimension.kind === 'choice' ? (dimension.choices[digit] ?? null) : dimension.low + digit;
    rest = Math.floor(rest / count);
  }
  return point;
}
