import type { Coordinate, Experience, Surface } from '../experience.ts';
import type { Value } from '../space.ts';

/** Expected of one place, up to a constant. */
export interface Expectation {
  readonly mean: number;
  readonly variations: Float64Array;
}

/** @param valueOf of the dimension with this id; `undefined`: the space has none. */
export function expectationAt(
  { coordinates, mean, variations }: Experience,
  valueOf: (id: string) => Value | undefined,
): Expectation {
  const terms = termsOf(coordinates.map((coordinate) => placeOn(coordinate, valueOf)));
  return { mean: heightAt(mean, terms), variations: Float64Array.from(variations, (one) => heightAt(one, terms)) };
}

function placeOn(coordinate: Coordinate, valueOf: (id: string) => Value | undefined): number {
  let [sum, count] = [0, 0];
  for (const id of coordinate.ids) {
    const place = placeOf(coordinate, valueOf(id));
    if (place === undefined) continue;
    sum += place;
    count += 1;
  }
  return count === 0 ? coordinate.usual : sum / count;
}

/** Where a value lies between the ends; `undefined`: a choice that nobody knows. */
export function placeOf(
  { scale, low, high, levels }: Pick<Coordinate, 'scale' | 'low' | 'high' | 'levels'>,
  value: Value | undefined,
): number | undefined {
  if (typeof value !== 'number') return value === undefined ? undefined : levels[String(value)];
  const inside = Math.min(Math.max(value, low), high);
  return scale === 'log' ? Math.log(inside / low) / Math.log(high / low) : (inside - low) / (high - low);
}

/** What a surface has weights for, at places between 0 and 1. */
export function termsOf(places: readonly number[]): readonly number[] {
  // From the middle: products of coordinates then say what the two do together, not what each does.
  const place = places.map((one) => one - 0.5);
  const terms = [...place];
  for (let i = 0; i < place.length; i += 1) for (let j = i; j < place.length; j += 1) terms.push(place[i]! * place[j]!);
  return terms;
}

function heightAt(surface: Surface, terms: readonly number[]): number {
  let height = 0;
  for (let term = 0; term < terms.length; term += 1) height += surface[term]! * terms[term]!;
  return height;
}
