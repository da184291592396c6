import type { Split } from '../study/messages.ts';
import { afterEpoch, noEpochs, tellsEpoch } from './epoch-lines.ts';
import { accuracy } from './sample-study.ts';

interface Epochs {
  readonly seconds: number;
  readonly count: number;
  readonly splits: readonly Split[];
  readonly trainMetric?: boolean;
}

/** The lines of a training whose every epoch tells the metric on these splits. */
function lines({ seconds, count, splits, trainMetric = false }: Epochs): string[] {
  let told = noEpochs;
  const kept: string[] = [];
  for (let epoch = 1; epoch <= count; epoch++) {
    for (const split of splits) {
      const metric = { kind: 'metric', t: epoch * seconds, ...accuracy(0.9), split, epoch } as const;
      if (tellsEpoch(told, metric, { trainMetric })) kept.push(`${epoch} ${split}`);
      told = afterEpoch(told, metric, { trainMetric });
    }
  }
  return kept;
}

test('one line an epoch, on held-out data', () => {
  expect(lines({ seconds: 5, count: 4, splits: ['train', 'validation'] })).toEqual([
    '1 validation',
    '2 validation',
    '3 validation',
    '4 validation',
  ]);
});

test('training data only where nothing else is told, or where it is what counts', () => {
  expect(lines({ seconds: 5, count: 3, splits: ['train'] })).toEqual(['2 train', '3 train']);
  expect(lines({ seconds: 5, count: 2, splits: ['train', 'validation'], trainMetric: true })).toEqual([
    '1 train',
    '2 train',
  ]);
});

test('quick epochs share a line, a long training does not fill the log', () => {
  expect(lines({ seconds: 0.5, count: 20, splits: ['validation'] })).toEqual([
    '6 validation',
    '12 validation',
    '18 validation',
  ]);
  expect(lines({ seconds: 10, count: 5000, splits: ['validation'] }).length).toBeLessThan(200);
});

test('a value without an epoch is the result, which has a line of its own', () => {
  expect(tellsEpoch(noEpochs, { kind: 'metric', t: 9, ...accuracy(0.9) }, { trainMetric: false })).toBe(false);
});
