import type { Question } from '../optimiser.ts';
import { randomSource } from '../random-source.ts';
import { importanceOf } from './importance.ts';

/** Twelve trials in which `a` decides, `c` helps a little, and `b` does nothing. */
function questionOf(trials: number): Question {
  const random = randomSource(4);
  const ids = ['a', 'b', 'c'];
  return {
    space: { dimensions: ids.map((id) => ({ kind: 'real', id, low: 0, high: 1, scale: 'linear', start: 0.5 })) },
    results: Array.from({ length: trials }, () => {
      const [a, b, c] = ids.map(() => random.uniform()) as [number, number, number];
      return { point: { a, b, c }, score: 0.6 + 0.3 * a + 0.1 * c };
    }),
    pending: [],
    portfolio: [],
    experience: null,
    goal: 2,
    seed: 1,
  };
}

test('what decides the score is told, as shares of what single dimensions change', () => {
  const shares = importanceOf(questionOf(12))!;
  expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  expect(shares.get('a')).toBeGreaterThan(0.75);
  expect(shares.get('b')).toBeLessThan(shares.get('c')!);
});

test('of a single dimension nothing is told: all is its doing', () => {
  const { space, ...question } = questionOf(12);
  expect(importanceOf({ ...question, space: { dimensions: space.dimensions.slice(0, 1) } })).toBeNull();
});

test('nothing is told of few trials, nor of scores that never change', () => {
  expect(importanceOf(questionOf(7))).toBeNull();
  const { results, ...question } = questionOf(12);
  expect(importanceOf({ ...question, results: results.map(({ point }) => ({ point, score: null })) })).toBeNull();
});
