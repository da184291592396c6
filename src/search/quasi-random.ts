import type { Optimiser, Question, Suggestion } from './optimiser.ts';
import { randomSource } from './random-source.ts';
import type { RandomSource } from './random-source.ts';
import type { Dimension, Point } from './space.ts';
import { keyOf, sizeOf, unitOf, valueAt } from './unit-cube.ts';

/** Dimensions that vary at first: with few trials, more of them only dilute the search. */
const liveAtFirst = 6;
const opensAfter = 10;
/** Trials before the best so far is looked at. */
const startUps = 3;
/** One trial in so many goes on spreading; the others look near the best. */
const exploresEvery = 4;
const attempts = 500;
const steps = [0.05, 0.12, 0.25];

/**
 * Spreads points evenly over the space, and from the fourth trial on takes most of the others near the best
 * so far. The even points are the additive recurrence of the generalised golden ratio (Roberts 2018, "The
 * unreasonable effectiveness of quasirandom sequences"), shifted by the seed (Cranley & Patterson 1976).
 */
export const quasiRandom: Optimiser = {
  name: 'quasi-random',
  suggest: (question) => {
    const { space, results, pending, seed } = question;
    const tried = results.length + pending.length;
    const taken = new Set(
      [...results.map(({ point }) => point), ...pending].map((point) => keyOf(point, space.dimensions)),
    );
    const live = space.dimensions.slice(0, tried <= opensAfter ? liveAtFirst : space.dimensions.length);
    const random = randomSource(seed, tried);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const suggestion =
        tried > startUps && tried % exploresEvery !== 0 && attempt < attempts / 2
          ? nearBest(question, live, random)
          : spread(question, live, tried - 1 + attempt);
      if (suggestion !== null && !taken.has(keyOf(suggestion.point, space.dimensions))) return suggestion;
    }
    return firstUntried(question, taken);
  },
};

function spread({ space, seed }: Question, live: readonly Dimension[], index: number): Suggestion {
  const phi = generalisedGoldenRatio(live.length);
  const shift = randomSource(seed);
  const point = Object.fromEntries(
    live.map((dimension, axis) => [
      dimension.id,
      valueAt(dimension, (shift.uniform() + (index + 1) * phi ** -(axis + 1)) % 1),
    ]),
  );
  return { point: { ...startOf(space.dimensions), ...point }, why: 'spread evenly over the ranges' };
}

/** The root of x^(d+1) = x + 1. */
function generalisedGoldenRatio(dimensions: number): number {
  let x = 2;
  for (let step = 0; step < 40; step += 1) x = (1 + x) ** (1 / (dimensions + 1));
  return x;
}

/** One to three coordinates of one of the best points, moved a little. */
function nearBest({ results }: Question, live: readonly Dimension[], random: RandomSource): Suggestion | null {
  const ranked = results.filter(({ score }) => score !== null).toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0));
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
  return { point: { ...centre.point, ...Object.fromEntries(changed) }, why: 'near the best so far' };
}

/** In a small finite space: whatever is left, in order. */
function firstUntried({ space }: Question, taken: ReadonlySet<string>): Suggestion | null {
  const size = space.dimensions.reduce((product, dimension) => product * sizeOf(dimension), 1);
  if (size > 1e5) return null;
  for (let index = 0; index < size; index += 1) {
    let rest = index;
    const point: Record<string, Point[string]> = {};
    for (const dimension of space.dimensions) {
      const count = sizeOf(dimension);
      point[dimension.id] =
        dimension.kind === 'choice' ? (dimension.choices[rest % count] ?? null) : dimension.low + (rest % count);
      rest = Math.floor(rest / count);
    }
    if (!taken.has(keyOf(point, space.dimensions))) return { point, why: 'one of the last untried' };
  }
  return null;
}

function startOf(dimensions: readonly Dimension[]): Point {
  return Object.fromEntries(dimensions.map(({ id, start }) => [id, start]));
}
