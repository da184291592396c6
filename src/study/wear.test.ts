import { wearOf } from './wear.ts';

test('a test set that has judged one result has favoured none', () => {
  expect(wearOf(1, 100, 0.9, 0)).toMatchObject({ optimism: 0, advisable: false });
});

test('more results and fewer rows wear it out', () => {
  const optimism = (results: number, rows: number): number => wearOf(results, rows, 0.9, 0).optimism;
  expect(optimism(20, 100)).toBeCloseTo(0.03 * Math.sqrt(2 * Math.log(20)), 10);
  expect(optimism(20, 100)).toBeGreaterThan(optimism(5, 100));
  expect(optimism(20, 100)).toBeGreaterThan(optimism(20, 1000));
});

test('a fresh test set is advisable where the margin is within reach of chance', () => {
  expect(wearOf(20, 100, 0.9, 0.01).advisable).toBe(true);
  expect(wearOf(20, 100, 0.9, 0.2).advisable).toBe(false);
});
