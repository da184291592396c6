import { gaussianProcess } from './gaussian-process/gaussian-process.ts';
import type { Question } from './optimiser.ts';

const question: Question = {
  space: {
    dimensions: [
      { kind: 'real', id: 'rate', low: 1e-4, high: 0.1, scale: 'log', start: 0.01 },
      { kind: 'integer', id: 'units', low: 4, high: 64, scale: 'log', start: 16 },
      { kind: 'choice', id: 'activation', choices: ['relu', 'tanh'], start: 'relu' },
    ],
  },
  results: [{ point: { rate: 0.01, units: 16, activation: 'relu' }, score: 0.5 }],
  pending: [],
  portfolio: [{ rate: 0.01 }, { rate: 3, units: 32.4, activation: 'gelu', stranger: 1 }, { rate: 0.001 }].map(
    (point) => ({ point, why: 'did well before' }),
  ),
  experience: null,
  goal: 0.9,
  seed: 1,
};

test('a portfolio is tried first, fitted into the space, without what was tried', () => {
  const first = gaussianProcess.suggest(question)?.point;
  expect(first).toEqual({ rate: 0.1, units: 32, activation: 'relu' });
  const second = gaussianProcess.suggest({ ...question, pending: [first ?? {}] })?.point;
  expect(second).toEqual({ rate: 0.001, units: 16, activation: 'relu' });
  const third = gaussianProcess.suggest({ ...question, pending: [first ?? {}, second ?? {}] });
  expect(third?.why).not.toBe('did well before');
});
