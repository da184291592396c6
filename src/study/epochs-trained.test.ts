import { epochsTrained } from './epochs-trained.ts';
import type { Message } from './messages.ts';

const epoch = (number: number, phase: 'train' | 'validate' = 'train'): Message => ({
  t: 0,
  kind: 'progress',
  phase,
  epoch: number,
});

test('epochs count over all fits, and once each', () => {
  expect(epochsTrained([])).toBe(0);
  expect(epochsTrained([epoch(1), epoch(1), epoch(1, 'validate'), epoch(2), epoch(3)])).toBe(3);
  expect(epochsTrained([epoch(1), epoch(2), epoch(1), epoch(2), epoch(3)])).toBe(5);
  // Messages are rare where epochs are quick.
  expect(epochsTrained([epoch(10), epoch(40)])).toBe(40);
});
