import type { Dimension, Space } from './space.ts';
import { sizeOf } from './unit-cube.ts';

/** Dimensions that vary at first: with few trials, more of them only dilute the search. */
const liveAtFirst = 8;
const opensAfter = 10;

/** The dimensions that have more than one value. */
export function freeDimensions({ dimensions }: Space): readonly Dimension[] {
  return dimensions.filter((dimension) => sizeOf(dimension) > 1);
}

/** The free dimensions that vary in the next trial when so many were tried: the most important, later all. */
export function liveDimensions(space: Space, tried: number): readonly Dimension[] {
  const free = freeDimensions(space);
  return tried <= opensAfter ? free.slice(0, liveAtFirst) : free;
}
