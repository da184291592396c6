import { liveDimensions } from './live-dimensions.ts';
import type { Optimiser, Question, Suggestion } from './optimiser.ts';
import { randomSource } from './random-source.ts';
import type { RandomSource } from './random-source.ts';
import { settled } from './settled.ts';
import type { Dimension, Point } from './space.ts';
import { spreadPoint } from './spread.ts';
import { keyOf, unitOf, valueAt } from './unit-cube.ts';
import { sizeOfSpace, takenOf, untriedPoints } from './untried.ts';

/** Trials before the best so far is looked at. */
const startUps = 3;
/** One trial in so many goes on spreading; the others look near the best. */
const exploresEvery = 4;
const attempts = 500;
const steps = [0.05, 0.12, 0.25];
/** A finite space up to this size is walked to its last point. */
const smallSpace = 1e6;

/**
 * Spreads points evenly over the space, and from the fourth trial on takes most of the others near the best
 * so far. Has no model that could fail: the fall-back of the better optimisers.
 */
export const quasiRandom: Optimiser = {
  name: 'quasi-random',
  suggest: (question) => {
    const { space, results, pending, seed } = question;
    const tried = results.length + pending.length;
    const taken = takenOf(question);
    const live = liveDimensions(space, tried);
    const random = randomSource(seed, tried);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const suggestion =
        tried > startUps && tried % exploresEvery !== 0 && attempt < attempts / 2
          ? nearBest(question, live, random)
          : spread(question, live, tried - 1 + attempt);
      if (suggestion !== null && !taken.has(keyOf(suggestion.point, space.dimensions))) return suggestion;
    }
    return lastUntried(question, taken);
  },
  chanceAt: () => null,
};

function spread({ space, seed }: Question, live: readonly Dimension[], index: number): Suggestion {
  return { point: spreadPoint(space, live, seed, index), why: 'spread evenly over the ranges', chance: null };
}

/** One to three coordinates of one of the best points, moved a little. */
function nearBest({ results, space }: Question, live: readonly Dimension[], random: RandomSource): Suggestion | null {
  const ranked = results
    .filter(({ score }) => Number.isFinite(score))
    .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const centre = ranked[random.uniform() < 0.7 ? 0 : random.below(Math.min(3, ranked.length))];
  if (centre === undefined) return null;
  const step = steps[random.below(steps.length)] ?? 0.1;
  const moves = new Set(Array.from({ length: 1 + random.below(3) }, () => random.below(live.length)));
  const changed = [...moves].flatMap((index) => {
    const dimension = live[index];
    if (dimension === undefined) return [];
    const unit =
      dimension.kind === 'choice'
        ? random.uniform()
        : unitOf(dimension, centre.point[dimension.id] ?? null) + step * random.normal();
    return [[dimension.id, valueAt(dimension, unit)] as const];
  });
  const point: Point = { ...centre.point, ...Object.fromEntries(changed) };
  return { point: settled(point, space), why: 'near the best so far', chance: null };
}

/** In a small finite space: whatever is left, in order. */
function lastUntried({ space }: Question, taken: ReadonlySet<string>): Suggestion | null {
  if (sizeOfSpace(space) > smallSpace) return null;
  const [point] = untriedPoints(space, taken);
  return point === undefined ? null : { point, why: 'one of the last untried', chance: null };
}
