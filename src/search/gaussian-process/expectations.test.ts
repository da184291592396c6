import type { Experience } from '../experience.ts';
import type { Question, Result } from '../optimiser.ts';
import type { Point, Space } from '../space.ts';
import { startOf } from '../spread.ts';
import { gaussianProcess } from './gaussian-process.ts';

const ids = ['a', 'b', 'c', 'd'];
const space: Space = {
  dimensions: ids.map((id) => ({ kind: 'real', id, low: 0, high: 1, scale: 'linear', start: 0.1 })),
};
/** Scores best at 0.8 everywhere: −4 Σ (x − 0.8)², up to a constant. */
const learnt: Experience = {
  coordinates: ids.map((id) => ({ ids: [id], scale: 'linear', low: 0, high: 1, levels: {}, usual: 0.5 })),
  mean: [...ids.map(() => 2.4), ...ids.flatMap((_, i) => ids.slice(i).map((_, j) => (j === 0 ? -4 : 0)))],
  variations: [],
};
const doubted: Experience = { ...learnt, variations: [learnt.mean] };

function trialsUntil(goal: number, experience: Experience | null, best: number): number {
  const score = (point: Point): number => -ids.reduce((sum, id) => sum + ((point[id] as number) - best) ** 2, 0);
  const start = startOf(space);
  const results: Result[] = [{ point: start, score: score(start) }];
  const question: Question = { space, results, pending: [], portfolio: [], experience, goal, seed: 3 };
  for (let trial = 1; trial <= 40; trial += 1) {
    const { point } = gaussianProcess.suggest({ ...question, results })!;
    results.push({ point, score: score(point) });
    if (results.at(-1)!.score! >= goal) return trial;
  }
  return Infinity;
}

test('the first trial goes where other data sets did best', () => {
  const question = { space, pending: [], portfolio: [], experience: learnt, goal: 1, seed: 1 };
  const first = gaussianProcess.suggest({ ...question, results: [{ point: startOf(space), score: 0 }] })!.point;
  for (const id of ids) expect(Math.abs((first[id] as number) - 0.8)).toBeLessThan(0.2);
});

test('experience that is right spares trials', () => {
  expect(trialsUntil(-0.02, doubted, 0.8)).toBeLessThan(trialsUntil(-0.02, null, 0.8));
});

test('experience that is wrong is overcome', () => {
  expect(trialsUntil(-0.02, doubted, 0.2)).toBeLessThan(40);
});

test('a constant in what is expected changes nothing', () => {
  const results = [0.1, 0.5, 0.9].map((x) => ({ point: Object.fromEntries(ids.map((id) => [id, x])), score: x }));
  const ask = (usual: number) =>
    gaussianProcess.suggest({
      space,
      results,
      pending: [],
      portfolio: [],
      // A coordinate that the space does not have: the same everywhere.
      experience: {
        coordinates: [{ ids: [], scale: 'linear', low: 0, high: 1, levels: {}, usual }],
        mean: [7, 0],
        variations: [[3, 0]],
      },
      goal: 1,
      seed: 1,
    })!.point;
  expect(ask(0.9)).toEqual(ask(0.1));
});
