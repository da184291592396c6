import type { Experience } from '../experience.ts';
import { expectationAt } from './surface.ts';

const experience: Experience = {
  coordinates: [
    { ids: ['rate', 'other rate'], scale: 'log', low: 0.001, high: 0.1, levels: {}, usual: 0.75 },
    { ids: ['kind'], scale: 'linear', low: 0, high: 1, levels: { good: 1, bad: 0 }, usual: 0.5 },
  ],
  // rate, kind, rate², rate × kind, kind²
  mean: [1, 10, 100, 1000, 0],
  variations: [
    [1, 0, 0, 0, 0],
    [0, 1, 0, 0, 0],
  ],
};
const at = (point: Record<string, number | string>) => expectationAt(experience, (id) => point[id]);

test('a surface is quadratic in places between −½ and ½', () => {
  expect(at({ rate: 0.1, kind: 'good' }).mean).toBeCloseTo(0.5 + 5 + 25 + 250, 9);
  expect(at({ rate: 0.001, kind: 'good' }).mean).toBeCloseTo(-0.5 + 5 + 25 - 250, 9);
  expect([...at({ rate: 0.1, kind: 'bad' }).variations]).toEqual([0.5, -0.5]);
});

test.each<[string, Record<string, number | string>, number]>([
  ['the middle of a log scale', { rate: 0.01 }, 0],
  ['beyond what was learnt', { rate: 7 }, 0.5],
  ['several dimensions of a kind: their average', { rate: 0.1, 'other rate': 0.01 }, 0.25],
  ['none of them: where it usually is', {}, 0.25],
  ['a choice that nobody knows: where it usually is', { rate: 'decaying' }, 0.25],
])('%s', (_, point, place) => {
  expect(at({ kind: 'good', ...point }).variations[0]).toBeCloseTo(place, 9);
});
