import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { optimiserContract } from '../optimiser.contract.ts';
import type { Question } from '../optimiser.ts';
import { gaussianProcess } from './gaussian-process.ts';

optimiserContract(gaussianProcess);

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

test('another process gives the same answer to the same question', () => {
  const rates = [0.01, 0.001, 0.03, 0.2, 0.0004, 0.07];
  const question: Question = {
    space: {
      dimensions: [
        { kind: 'real', id: 'rate', low: 1e-4, high: 1, scale: 'log', start: 0.01 },
        { kind: 'integer', id: 'units', low: 4, high: 512, scale: 'log', start: 32 },
        { kind: 'choice', id: 'optimiser', choices: ['adam', 'sgd', null], start: 'adam' },
      ],
    },
    results: rates.map((rate, index) => ({
      point: { rate, units: 32 + 7 * index, optimiser: index % 2 === 0 ? 'adam' : 'sgd' },
      score: index === 3 ? null : 0.9 - Math.abs(Math.log10(rate / 0.02)) / 10,
    })),
    pending: [{ rate: 0.02, units: 32, optimiser: null }],
    portfolio: [],
    experience: null,
    goal: 0.95,
    seed: 3,
  };
  const loader = here('../../machine/fixtures/run-typescript.mjs');
  const script = here('../fixtures/suggest.ts');
  const answer = execFileSync(process.execPath, ['--import', loader, script, JSON.stringify(question)], {
    encoding: 'utf8',
  });
  expect(JSON.parse(answer)).toEqual(gaussianProcess.suggest(question));
});
