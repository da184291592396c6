import { settled } from '../search/settled.ts';
import { startOf } from '../search/spread.ts';
import type { Point, Space } from '../search/space.ts';

/** How a set of values came out that keeps some of the winner's changes and leaves the rest as the author has it. */
export interface Tried {
  readonly values: Point;
  readonly proven: boolean;
}

/** The values to try next, with fewer changes; or, when nothing is left to undo, the values that remain. */
export type Undo =
  | { readonly kind: 'try'; readonly values: Point; readonly undone: readonly string[] }
  | { readonly kind: 'minimal'; readonly values: Point };

/**
 * Undoes the changes of a winner that its result does not need, what a model of the results takes for superfluous first:
 * several at once while that promises to save more, then one by one (after Zeller & Hildebrandt 2002, "Simplifying and
 * isolating failure-inducing input"). What is not enough is taken for not enough with fewer changes, too. On surrogates of
 * networks and boosted trees the model saves every third try, and as few changes are left.
 *
 * Depends on nothing but its arguments, so that a study can be left at any moment.
 *
 * @param chanceAt the probability that these values reach the target; `null`: nobody can tell. Only ratios to the winner's
 * own count, which may be just above the target.
 */
export function undoNext(
  winner: Point,
  space: Space,
  tried: readonly Tried[],
  chanceAt: ((values: Point) => number) | null,
): Undo {
  const start = startOf(space);
  const all = changesIn({ ...start, ...winner }, start);
  const partial = tried.flatMap(({ values, proven }) => {
    const full = { ...start, ...values };
    const kept = changesIn(full, start);
    return [...kept].every((id) => all.has(id) && full[id] === winner[id]) ? [{ kept, proven }] : [];
  });
  const proven = partial.filter((one) => one.proven).map(({ kept }) => kept);
  const refused = partial.filter((one) => !one.proven).map(({ kept }) => kept);
  const now = proven.reduce((least, kept) => (kept.size < least.size ? kept : least), all);
  const values = (kept: Ids): Point =>
    settled({ ...start, ...Object.fromEntries([...kept].map((id) => [id, winner[id] ?? null])) }, space);
  // Without a kernel that has a width, the width is no change either.
  const without = (ids: Ids, gone: readonly string[]): Ids =>
    changesIn(values(new Set([...ids].filter((id) => !gone.includes(id)))), start);
  const own = chanceAt?.(values(now)) ?? 0;
  // A model that gives the winner itself no chance knows nothing of it.
  const chanceOf = (kept: Ids): number =>
    chanceAt === null || own === 0 ? unneeded ** (now.size - kept.size) : Math.min(1, chanceAt(values(kept)) / own);
  const batch = bestBatch(now, refused, chanceOf, without);
  return batch === null
    ? { kind: 'minimal', values: values(now) }
    : { kind: 'try', values: values(without(now, batch)), undone: batch };
}

type Ids = ReadonlySet<string>;

/** How many changes are not needed, before anything is known of them. */
const unneeded = 0.7;
/** With less of a chance, a change is taken for needed without a try. */
const fairChance = 0.1;

/**
 * As many as promise to save the most: the square of their number times the chance that none of them is needed. Their
 * number alone makes more tries, and leaves more: each try can fail by an unlucky seed.
 */
function bestBatch(
  now: Ids,
  refused: readonly Ids[],
  chanceOf: (kept: Ids) => number,
  without: (ids: Ids, gone: readonly string[]) => Ids,
): readonly string[] | null {
  const notEnough = (ids: Ids): boolean => refused.some((kept) => isSubset(ids, kept));
  // Of equal ones the least important first, as dimensions stand most important first.
  const left = [...now]
    .reverse()
    .filter((id) => !notEnough(without(now, [id])))
    .map((id) => ({ id, chance: chanceOf(without(now, [id])) }))
    .filter(({ chance }) => chance >= fairChance)
    .toSorted((a, b) => b.chance - a.chance)
    .map(({ id }) => id);
  let best: { batch: readonly string[]; promise: number } | null = null;
  for (let count = 1; count <= left.length; count += 1) {
    const batch = left.slice(0, count);
    const kept = without(now, batch);
    if (notEnough(kept)) break;
    const promise = count ** 2 * chanceOf(kept);
    if (best === null || promise > best.promise) best = { batch, promise };
  }
  return best?.batch ?? null;
}

/** Ids whose values are not the author's. */
function changesIn(values: Point, start: Point): Ids {
  return new Set(Object.keys(start).filter((id) => values[id] !== start[id]));
}

function isSubset(ids: Ids, of: Ids): boolean {
  return [...ids].every((id) => of.has(id));
}
