import type { Dimension, Point, Value } from './space.ts';

/** The value at `u` of [0, 1]: within the range, whole for integers, at most three significant digits for reals. */
export function valueAt(dimension: Dimension, u: number): Value {
  const share = Math.min(Math.max(u, 0), 1);
  if (dimension.kind === 'choice') {
    const index = Math.min(Math.floor(share * dimension.choices.length), dimension.choices.length - 1);
    return dimension.choices[index] ?? null;
  }
  const { low, high } = dimension;
  const raw = unscale(dimension, scale(dimension, low) + share * (scale(dimension, high) - scale(dimension, low)));
  const rounded = dimension.kind === 'integer' ? Math.round(raw) : Number(raw.toPrecision(3));
  return Math.min(Math.max(rounded, low), high);
}

/** Where a value lies in [0, 1]; one beyond the range lies at its edge. */
export function unitOf(dimension: Dimension, value: Value): number {
  if (dimension.kind === 'choice') {
    const index = dimension.choices.indexOf(value);
    return index < 0 ? 0 : (index + 0.5) / dimension.choices.length;
  }
  if (typeof value !== 'number') return 0;
  const [low, high] = [scale(dimension, dimension.low), scale(dimension, dimension.high)];
  const clamped = Math.min(Math.max(value, dimension.low), dimension.high);
  return high === low ? 0 : (scale(dimension, clamped) - low) / (high - low);
}

/** How many different values a dimension has; `Infinity` for reals. */
export function sizeOf(dimension: Dimension): number {
  if (dimension.kind === 'choice') return dimension.choices.length;
  return dimension.kind === 'integer'
    ? dimension.high - dimension.low + 1
    : dimension.high > dimension.low
      ? Infinity
      : 1;
}

/** The same text for equal points. */
export function keyOf(point: Point, dimensions: readonly Dimension[]): string {
  return JSON.stringify(dimensions.map(({ id }) => point[id] ?? null));
}

type Numeric = Exclude<Dimension, { kind: 'choice' }>;

function scale({ scale: kind }: Numeric, value: number): number {
  return kind === 'log' ? Math.log(value) : value;
}

function unscale({ scale: kind }: Numeric, value: number): number {
  return kind === 'log' ? Math.exp(value) : value;
}
