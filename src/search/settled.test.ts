import { settled } from './settled.ts';
import type { Space } from './space.ts';
import { untriedPoints } from './untried.ts';

const kernel = { kind: 'choice', id: 'kernel', choices: ['linear', 'rbf'], start: 'linear' } as const;
const gamma = { kind: 'integer', id: 'gamma', low: 1, high: 3, scale: 'linear', start: 2 } as const;
const space: Space = { dimensions: [kernel, { ...gamma, when: { id: 'kernel', among: ['rbf'] } }] };

test('what makes no difference stays as the author has it', () => {
  expect(settled({ kernel: 'linear', gamma: 3 }, space)).toEqual({ kernel: 'linear', gamma: 2 });
  expect(settled({ kernel: 'rbf', gamma: 3 }, space)).toEqual({ kernel: 'rbf', gamma: 3 });
});

test('nothing is known of what is not in the point', () => {
  expect(settled({ gamma: 3 }, space)).toEqual({ gamma: 3 });
  expect(settled({ kernel: 'linear' }, space)).toEqual({ kernel: 'linear' });
});

test('points that differ in nothing that counts are one', () => {
  expect([...untriedPoints(space, new Set())]).toEqual([
    { kernel: 'linear', gamma: 2 },
    { kernel: 'rbf', gamma: 1 },
    { kernel: 'rbf', gamma: 2 },
    { kernel: 'rbf', gamma: 3 },
  ]);
});
