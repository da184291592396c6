import type { Point, Space } from '../search/space.ts';
import { undoNext } from './undo.ts';
import type { Tried } from './undo.ts';

const space = {
  dimensions: ['a', 'b', 'c'].map(
    (id) => ({ kind: 'integer', id, low: 0, high: 9, scale: 'linear', start: 0 }) as const,
  ),
};
const winner = { a: 1, b: 1, c: 1 };
const tried: Tried[] = [{ values: winner, proven: true }];

test('what a model takes for superfluous is undone at once', () => {
  expect(undoNext(winner, space, tried, ({ a }) => (a === 1 ? 0.9 : 0.01))).toEqual({
    kind: 'try',
    values: { a: 1, b: 0, c: 0 },
    undone: ['c', 'b'],
  });
});

test('the likeliest is undone first, whatever its importance', () => {
  const chance = ({ a, b, c }: Point): number => (a === 0 ? 0.6 : 1) * (b === 0 ? 0.2 : 1) * (c === 0 ? 0.2 : 1);
  expect(undoNext(winner, space, tried, chance)).toMatchObject({ undone: ['a'] });
});

test('what next to nothing speaks for is not tried', () => {
  expect(undoNext(winner, space, tried, (values) => (Object.values(values).includes(0) ? 0.09 : 1))).toEqual({
    kind: 'minimal',
    values: winner,
  });
});

test('without a model the least important goes first', () => {
  expect(undoNext(winner, space, tried, null)).toMatchObject({ undone: ['c', 'b', 'a'] });
});

test.each([0.05, 0])('a winner that itself has a chance of %d is no reason to try nothing', (chance) => {
  expect(undoNext(winner, space, tried, () => chance)).toMatchObject({ kind: 'try' });
});

test('a change that only counts beside another goes with it, and is not tried alone', () => {
  const [kernel, width] = ['kernel', 'width'];
  const kernels: Space = {
    dimensions: [
      { kind: 'choice', id: kernel, choices: ['linear', 'rbf'], start: 'linear' },
      { kind: 'integer', id: width, low: 0, high: 9, scale: 'linear', start: 0, when: { id: kernel, among: ['rbf'] } },
      { kind: 'integer', id: 'c', low: 0, high: 9, scale: 'linear', start: 0 },
    ],
  };
  const found = { kernel: 'rbf', width: 5, c: 1 };
  const first = undoNext(found, kernels, [{ values: found, proven: true }], (values) => (values.c === 0 ? 0.1 : 1));
  expect(first).toMatchObject({ kind: 'try', values: { kernel: 'linear', width: 0, c: 1 } });
  const missed = [{ values: { kernel: 'linear', width: 0, c: 1 }, proven: false }];
  const later = undoNext(found, kernels, missed, (values) => (values.kernel === 'linear' ? 1 : 0.2));
  expect(later).toMatchObject({ values: { kernel: 'rbf' } });
});
