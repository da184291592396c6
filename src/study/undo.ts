import type { Point, Space } from '../search/space.ts';

/** What is known of a set of values: whether it is proven to reach the target. */
export type Known = 'proven' | 'not' | 'unknown';

/** The values to try next, with fewer changes; or, when nothing is left to undo, the values that remain. */
export type Undo =
  | { readonly kind: 'try'; readonly values: Point; readonly undone: readonly string[] }
  | { readonly kind: 'minimal'; readonly values: Point };

/**
 * Undoes the changes of a winner that its result does not need, the least important first: half of them at
 * once while that works, then one by one (after Zeller & Hildebrandt 2002, "Simplifying and isolating
 * failure-inducing input"). Replayed from the start at every call, so that a study can be left at any moment.
 */
export function undoNext(winner: Point, { dimensions }: Space, known: (values: Point) => Known): Undo {
  const start: Point = Object.fromEntries(dimensions.map(({ id, start }) => [id, start]));
  const without = (values: Point, ids: readonly string[]): Point => ({
    ...values,
    ...Object.fromEntries(ids.map((id) => [id, start[id] ?? null])),
  });
  let values: Point = { ...start, ...winner };
  let left = changedIn(values, start);
  let size = Math.floor(left.length / 2);
  while (left.length > 0) {
    const batch = left.slice(0, Math.max(1, size));
    if (batch.length === changedIn(values, start).length) break;
    const fewer = without(values, batch);
    const answer = known(fewer);
    if (answer === 'unknown') return { kind: 'try', values: fewer, undone: batch };
    if (answer === 'proven') values = fewer;
    // After a batch that was needed its members are tried one by one.
    if (answer === 'proven' || batch.length === 1) left = left.slice(batch.length);
    size = answer === 'proven' ? Math.floor(size / 2) : 1;
  }
  return { kind: 'minimal', values };
}

/** Ids of the changes, the least important first, as dimensions stand most important first. */
function changedIn(values: Point, start: Point): string[] {
  return Object.keys(start)
    .filter((id) => values[id] !== start[id])
    .reverse();
}
