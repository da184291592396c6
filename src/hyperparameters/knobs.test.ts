import { knobs } from './knobs.ts';
import type { KnobName } from './knobs.ts';

const reached = (knob: KnobName, value: number): readonly unknown[] => {
  const axis = knobs[knob].range({ kind: Number.isInteger(value) ? 'integer' : 'float', value, text: String(value) });
  return axis === null || axis.kind === 'choice' ? [] : [axis.low, axis.high];
};

test.each<[KnobName, number, number]>([
  ['learning-rate', 1e-7, 0.01],
  ['learning-rate', 1, 0.001],
  ['inverse-regularisation', 1e-5, 10],
  ['kernel-width', 50, 0.001],
  ['rounds', 1, 100],
  ['trees', 2, 100],
  ['units', 2, 128],
  ['neighbours', 1, 20],
  ['batch-size', 1024, 32],
])('from %s %d there is a way to %d', (knob, written, usual) => {
  const [low, high] = reached(knob, written);
  expect(low).toBeLessThanOrEqual(usual);
  expect(high).toBeGreaterThanOrEqual(usual);
});

test('around a usual value the range is as wide as before', () => {
  expect(reached('learning-rate', 0.001)).toEqual([1e-5, 0.1]);
  expect(reached('learning-rate', 2e-5)).toEqual([1e-6, 0.002]);
  expect(reached('batch-size', 128)).toEqual([16, 1024]);
  expect(reached('units', 64)).toEqual([8, 512]);
});
