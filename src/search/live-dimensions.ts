import type { Dimension, Space } from './space.ts';
import { sizeOf } from './unit-cube.ts';

/** Dimensions that vary at first: with few trials, more of them only dilute the search. */
const liveAtFirst = 8;
const opensAfter = 10;

/** The dimensions that vary in the next trial when so many were tried: the most important, later all. */
export function liveDimensions({ dimensions }: Space, tried: number): readonly Dimension[] {
  const free = dimensions.filter((dimension) => sizeOf(dimension) > 1);
  return tried <= opensAfter ? free.slice(0, liveAtFirst) : free;
}
