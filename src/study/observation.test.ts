import type { Observation } from './messages.ts';
import { observationOf } from './observation.ts';

const target = { metric: 'accuracy', trainMetric: false };

function observed(value: number, more: Partial<Observation>): Observation {
  return {
    name: 'accuracy',
    value,
    split: 'test',
    epoch: null,
    source: 'hook',
    text: '',
    size: null,
    spread: null,
    ...more,
  };
}

test.each<[string, Observation[], number | null]>([
  ['held-out before training', [observed(0.7, { split: 'test' }), observed(0.9, { split: 'train' })], 0.7],
  ['test before validation', [observed(0.7, { split: 'test' }), observed(0.8, { split: 'validation' })], 0.7],
  [
    'final before one epoch',
    [observed(0.7, { split: 'validation' }), observed(0.8, { split: 'validation', epoch: 9 })],
    0.7,
  ],
  ['the last epoch of a curve', [observed(0.7, { epoch: 1 }), observed(0.8, { epoch: 2 })], 0.8],
  ['the last of equals', [observed(0.7, {}), observed(0.6, {})], 0.6],
  ['a hook before a printed line', [observed(0.71, {}), observed(0.7, { source: 'printed' })], 0.71],
  ['nothing but training is nothing', [observed(0.9, { split: 'train' })], null],
  ['another metric is nothing', [observed(0.9, { name: 'f1' })], null],
])('%s', (_, observations, value) => {
  expect(observationOf({ observations }, target)?.value ?? null).toBe(value);
});

test('training counts where the user says so', () => {
  expect(
    observationOf({ observations: [observed(0.9, { split: 'train' })] }, { ...target, trainMetric: true })?.value,
  ).toBe(0.9);
});
