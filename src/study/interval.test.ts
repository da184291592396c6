import { intervalOverRows, intervalOverRuns } from './interval.ts';

test('three runs, by the t of two degrees of freedom', () => {
  const interval = intervalOverRuns([0.9, 0.92, 0.94], true);
  expect(interval?.low).toBeCloseTo(0.92 - (4.303 * 0.02) / Math.sqrt(3), 6);
  expect(interval?.high).toBeCloseTo(0.92 + (4.303 * 0.02) / Math.sqrt(3), 6);
  expect(intervalOverRuns([0.9], true)).toBeNull();
});

test('a share of rows, against the published example of 10 in 20', () => {
  const interval = intervalOverRows(0.5, 20);
  expect(interval?.low).toBeCloseTo(0.2993, 4);
  expect(interval?.high).toBeCloseTo(0.7007, 4);
  expect(intervalOverRows(1, 20)?.high).toBe(1);
  expect(intervalOverRows(1.5, 20)).toBeNull();
});

test('a share ends at 1, other metrics do not', () => {
  expect(intervalOverRuns([0.96, 0.98, 1], true)?.high).toBe(1);
  expect(intervalOverRuns([0.96, 0.98, 1], false)?.high).toBeGreaterThan(1);
});
