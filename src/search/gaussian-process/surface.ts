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
  // From the middle: products of coordinates then say what the two do together, not what each does.
  const place = coordinates.map((coordinate) => placeOn(coordinate, valueOf) - 0.5);
  return { mean: heightAt(mean, place), variations: Float64Array.from(variations, (one) => heightAt(one, place)) };
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

function placeOf({ scale, low, high, levels }: Coordinate, value: Value | undefined): number | undefined {
  if (typeof value !== 'number') return value === undefined ? undefined : levels[String(value)];
  const inside = Math.min(Math.max(value, low), high);
  return scale === 'log' ? Math.log(inside / low) / Math.log(high / low) : (inside - low) / (high - low);
}

function heightAt(surface: Surface, place: readonly number[]): number {
  let [height, term] = [0, place.length];
  for (let i = 0; i < place.length; i += 1) height += surface[i]! * place[i]!;
  for (let i = 0; i < place.length; i += 1)
    for (let j = i; j < place.length; j += 1, term += 1) height += surface[term]! * place[i]! * place[j]!;
  return height;
}
