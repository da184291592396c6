import type { Optimiser, Question, Result } from './optimiser.ts';
import { randomSource } from './random-source.ts';
import type { Dimension, Point, Space, Value } from './space.ts';
import { keyOf } from './unit-cube.ts';

const mixed: Space = {
  dimensions: [
    { kind: 'real', id: 'rate', low: 1e-5, high: 1, scale: 'log', start: 0.01 },
    { kind: 'integer', id: 'units', low: 4, high: 512, scale: 'log', start: 32 },
    { kind: 'choice', id: 'optimiser', choices: ['adam', 'sgd', null], start: 'adam' },
    { kind: 'real', id: 'dropout', low: 0, high: 0.8, scale: 'linear', start: 0.5 },
    { kind: 'integer', id: 'depth', low: 1, high: 5, scale: 'linear', start: 9 },
    { kind: 'choice', id: 'bias', choices: [true, false], start: true },
  ],
};
const wide: Space = {
  dimensions: Array.from({ length: 12 }, (_, index) => ({
    kind: 'real',
    id: `x${index}`,
    low: -1,
    high: 1,
    scale: 'linear',
    start: 0.5,
  })),
};
const small: Space = {
  dimensions: [
    { kind: 'integer', id: 'k', low: 1, high: 4, scale: 'log', start: 2 },
    { kind: 'choice', id: 'weights', choices: ['uniform', 'distance'], start: 'uniform' },
    { kind: 'integer', id: 'fixed', low: 3, high: 3, scale: 'linear', start: 3 },
  ],
};
const spaces = { mixed, small };

function startOf({ dimensions }: Space): Point {
  return Object.fromEntries(dimensions.map(({ id, start }) => [id, start]));
}

/** Smooth in every number, with its best inside the ranges. */
function bowl(point: Point): number {
  return -Object.values(point).reduce<number>(
    (sum, value) => sum + (typeof value === 'number' ? Math.abs(Math.log1p(Math.abs(value - 0.3))) : 0),
    0,
  );
}

function ask(space: Space, results: readonly Result[], more: Partial<Question> = {}): Question {
  return { space, results, pending: [], portfolio: [], experience: null, goal: 10, seed: 1, ...more };
}

/** The history after so many trials that all end as `score` says. */
function history(
  optimiser: Optimiser,
  space: Space,
  trials: number,
  score: (point: Point, trial: number) => number | null,
  seed = 1,
): Result[] {
  const results: Result[] = [{ point: startOf(space), score: score(startOf(space), 0) }];
  for (let trial = 1; trial <= trials; trial += 1) {
    const suggestion = optimiser.suggest(ask(space, results, { seed }));
    if (suggestion === null) return results;
    results.push({ point: suggestion.point, score: score(suggestion.point, trial) });
  }
  return results;
}

function problemsOf(point: Point, { dimensions }: Space): string[] {
  const strangers = Object.keys(point).filter((id) => !dimensions.some((dimension) => dimension.id === id));
  return [...strangers, ...dimensions.flatMap((dimension) => problemOf(dimension, point[dimension.id]))];
}

function problemOf(dimension: Dimension, value: Value | undefined): string[] {
  if (value === dimension.start) return [];
  const fits =
    dimension.kind === 'choice'
      ? dimension.choices.includes(value ?? null)
      : typeof value === 'number' &&
        value >= dimension.low &&
        value <= dimension.high &&
        (dimension.kind === 'real' || Number.isInteger(value));
  return fits ? [] : [`${dimension.id}: ${String(value)}`];
}

function repeated(results: readonly Result[], { dimensions }: Space): string[] {
  const keys = results.map(({ point }) => keyOf(point, dimensions));
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

/** What must hold for every optimiser. */
export function optimiserContract(optimiser: Optimiser): void {
  describe.each(Object.entries(spaces))(`${optimiser.name} in the %s space`, (_, space) => {
    const outcomes: Record<string, (point: Point, trial: number) => number | null> = {
      'smooth scores': bowl,
      'equal scores': () => 0.5,
      'a failure every third time': (point, trial) => (trial % 3 === 2 ? null : bowl(point)),
      'nothing but failures': () => null,
      'a failed baseline': (point, trial) => (trial === 0 ? null : bowl(point)),
      'scores that are no numbers': (point, trial) => [bowl(point), NaN, -Infinity, Infinity][trial % 4] ?? null,
      'huge scores': (point) => 1e300 * bowl(point),
      'tiny differences': (point) => 1 + 1e-13 * bowl(point),
    };

    test.each(Object.entries(outcomes))('stays in range and repeats nothing after %s', (name, score) => {
      const results = history(optimiser, space, 12, score);
      expect(results.slice(1).flatMap(({ point }) => problemsOf(point, space))).toEqual([]);
      expect(repeated(results, space)).toEqual([]);
      expect(results).toHaveLength(space === small ? 8 : 13);
      expect(name).not.toBe('');
    });

    test('answers without any history', () => {
      const suggestion = optimiser.suggest(ask(space, []));
      expect(suggestion).not.toBeNull();
      expect(problemsOf(suggestion?.point ?? {}, space)).toEqual([]);
      expect(suggestion?.why).not.toBe('');
    });

    test('equal questions get equal answers, whatever was asked in between', () => {
      const results = history(optimiser, space, 5, bowl);
      const first = optimiser.suggest(ask(space, results));
      optimiser.suggest(ask(mixed, history(optimiser, mixed, 4, bowl, 2)));
      const copy = JSON.parse(JSON.stringify(ask(space, results))) as Question;
      expect(optimiser.suggest(copy)).toEqual(first);
    });

    test('chances are probabilities, higher where scores were higher, and null without a model', () => {
      const results = history(optimiser, space, 7, bowl);
      const ranked = results.toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0));
      const [worst, best] = [ranked[0]!, ranked.at(-1)!];
      const chanceAt = optimiser.chanceAt(ask(space, results, { goal: best.score ?? 0 }));
      const chances = [worst, best].map(({ point }) => chanceAt?.(point) ?? null);
      const rising = [0, ...chances, 1].toSorted((a, b) => (a ?? 0) - (b ?? 0));
      expect(chances).toEqual(chanceAt === null ? [null, null] : rising.slice(1, 3));
    });

    test('running trials are not suggested again', () => {
      const results = history(optimiser, space, 3, bowl);
      const pending: Point[] = [];
      for (let worker = 0; worker < 4; worker += 1) {
        const suggestion = optimiser.suggest(ask(space, results, { pending }));
        expect(suggestion).not.toBeNull();
        pending.push(suggestion?.point ?? {});
      }
      const all = [...results, ...pending.map((point) => ({ point, score: null }))];
      expect(repeated(all, space)).toEqual([]);
    });

    test('a goal that is reached, or beyond all reason, is no obstacle', () => {
      const results = history(optimiser, space, 4, bowl);
      for (const goal of [-1e9, 1e9, -Infinity, Infinity]) {
        const suggestion = optimiser.suggest(ask(space, results, { goal }));
        expect(problemsOf(suggestion?.point ?? { nothing: null }, space)).toEqual([]);
      }
    });
  });

  describe(optimiser.name, () => {
    test('tries every point of a finite space once, then says so', () => {
      const results = history(optimiser, small, 20, bowl);
      expect(results).toHaveLength(8);
      expect(optimiser.suggest(ask(small, results))).toBeNull();
      expect(
        optimiser.suggest(ask(small, results.slice(0, 7), { pending: results.slice(7).map(({ point }) => point) })),
      ).toBeNull();
    });

    test('what makes no difference is left as the author has it, and tried once', () => {
      const [linear, rbf] = ['linear', 'rbf'];
      const width = { kind: 'real', low: 0.001, high: 10, scale: 'log', start: 0.1 } as const;
      const dependent: Space = {
        dimensions: [
          { kind: 'choice', id: 'kernel', choices: [linear, rbf], start: linear },
          { ...width, id: 'gamma', when: { id: 'kernel', among: [rbf] } },
        ],
      };
      const results = history(optimiser, dependent, 10, ({ kernel }) => (kernel === rbf ? 1 : 0));
      const linears = results.filter(({ point }) => point.kernel === linear);
      expect(linears.map(({ point }) => point.gamma)).toEqual(linears.map(() => width.start));
      expect(linears.length).toBeLessThanOrEqual(1);
    });

    test('a space without dimensions holds the baseline only', () => {
      expect(optimiser.suggest(ask({ dimensions: [] }, [{ point: {}, score: 0 }]))).toBeNull();
    });

    test('different seeds look elsewhere', () => {
      const [one, other] = [1, 2].map((seed) => history(optimiser, mixed, 2, bowl, seed));
      expect(one).not.toEqual(other);
    });

    test('a minimal study finds the best region', () => {
      const random = randomSource(9);
      const byChance = Array.from({ length: 24 }, () =>
        bowl(Object.fromEntries(wide.dimensions.map(({ id }) => [id, 2 * random.uniform() - 1]))),
      );
      const found = history(optimiser, wide, 24, bowl).map(({ score }) => score ?? -Infinity);
      expect(Math.max(...found)).toBeGreaterThan(Math.max(...byChance));
    });
  });
}
