import type { Point, Space } from './space.ts';

/**
 * The point with the author's value wherever the value does not count: what makes no difference is not tried, does not make
 * two points of one, and is not in the diff.
 */
export function settled(point: Point, { dimensions }: Space): Point {
  const idle = dimensions.filter(({ id, when }) => {
    const decides = when === undefined ? undefined : point[when.id];
    return when !== undefined && decides !== undefined && !when.among.includes(decides) && point[id] !== undefined;
  });
  return idle.length === 0 ? point : { ...point, ...Object.fromEntries(idle.map(({ id, start }) => [id, start])) };
}
