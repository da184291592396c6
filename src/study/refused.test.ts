import type { Point, Space } from '../search/space.ts';
import { buildable } from './refused.ts';
import { baseline, goal, ran, search, stateOf } from './sample-events.ts';
import type { Ending } from './ending.ts';
import type { StudyEvent } from './events.ts';

const space: Space = {
  dimensions: [
    { kind: 'real', id: 'rate', low: 0.001, high: 1, scale: 'log', start: 0.01 },
    { kind: 'integer', id: 'units', low: 16, high: 256, scale: 'log', start: 64 },
    { kind: 'integer', id: 'kernel', low: 1, high: 7, scale: 'linear', start: 3 },
    { kind: 'choice', id: 'blocks', choices: ['as written', 'one more', 'two more'], start: 'as written' },
  ],
};
const layers = ['units', 'kernel', 'blocks'];
const failure = { exitCode: 1, type: 'ValueError', message: 'shapes', file: null, line: null };
const refusal: Ending = { kind: 'failed', failure, lastLines: [] };

type Trials = readonly (readonly ['refused' | 'trained', Point])[];

/** The open values of each dimension after trials with these values, refused or trained with. */
function openAfter(...trials: Trials): Record<string, unknown> {
  const events = trials.flatMap(([what, values], index): StudyEvent[] => [
    { kind: 'trial-suggested', trial: index + 1, values, why: '', undoes: null },
    ...(what === 'trained'
      ? ran(index + 1, 1, search, 0.5)
      : ran(index + 1, 1, { kind: 'dry-build' }, null, { ending: refusal })),
  ]);
  const { dimensions } = buildable(space, stateOf(goal, ran(0, 1, baseline, 0.5), events).trials, layers);
  return Object.fromEntries(
    dimensions.map((dimension) => [
      dimension.id,
      dimension.kind === 'choice' ? dimension.choices : [dimension.low, dimension.high],
    ]),
  );
}
const all = openAfter();

test('what was trained with stays open, and so does all that is no layer', () => {
  expect(all).toEqual({ rate: [0.001, 1], units: [16, 256], kernel: [1, 7], blocks: expect.any(Array) as string[] });
  expect(openAfter(['trained', { units: 128, kernel: 5 }])).toEqual(all);
  expect(openAfter(['refused', { rate: 0.5 }])).toEqual(all);
});

test.each<[string, Trials, object]>([
  [
    'a refused choice is not tried again',
    [['refused', { blocks: 'two more' }]],
    { blocks: ['as written', 'one more'] },
  ],
  ['nothing beyond a refused number is', [['refused', { kernel: 6, units: 64 }]], { kernel: [1, 5] }],
  [
    'a number that was refused twice is a size that must stay',
    [
      ['refused', { units: 100 }],
      ['refused', { units: 40 }],
    ],
    { units: [64, 64] },
  ],
  ['of several new layers in one trial nobody knows which it was', [['refused', { units: 100, kernel: 5 }]], {}],
  [
    'but one of them is known to fit',
    [
      ['trained', { units: 100 }],
      ['refused', { units: 100, kernel: 5 }],
    ],
    { kernel: [1, 4] },
  ],
  [
    'or is the one in all that were refused',
    [
      ['refused', { units: 100, kernel: 5 }],
      ['refused', { units: 40, blocks: 'one more' }],
    ],
    { units: [64, 64] },
  ],
])('%s', (_, trials, closed) => {
  expect(openAfter(...trials)).toEqual({ ...all, ...closed });
});
