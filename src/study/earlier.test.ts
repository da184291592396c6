import { didBestIn } from './earlier.ts';
import type { StudyEvent } from './events.ts';
import { baseline, confirmation, goal, lucky, missed, ran, search, stateOf, suggested } from './sample-events.ts';

const better = [suggested(1), ...ran(1, 1, search, 0.7)];

test.each([
  [
    'the best trial of an unfinished study',
    [...missed, ...better, suggested(2), ...ran(2, 1, search, 0.6)],
    [{ k: 1 }],
  ],
  ['a candidate', lucky, [{ k: 1 }]],
  ['nothing where all trials were worse', [...missed, suggested(1), ...ran(1, 1, search, 0.4)], []],
  ['nothing before there is a space', [goal, ...ran(0, 1, baseline, 0.5)], []],
])('%s is tried again', (_, events, expected) => {
  expect(didBestIn([stateOf(events)])).toEqual(expected);
});

test('of a study that ended, the simplified winner, and only what it changed', () => {
  const simpler = { ...suggested(2), values: { k: 2, same: 3 }, undoes: 1 };
  const ended = {
    kind: 'search-ended',
    verdict: { kind: 'reached', winner: 2, minimal: true },
  } as const;
  const dimension = { kind: 'integer', low: 1, high: 9, scale: 'linear', start: 3 } as const;
  const dimensions = ['k', 'same'].map((id) => ({ ...dimension, id }));
  const space: StudyEvent = { kind: 'space-set', space: { dimensions }, left: [] };
  const study = stateOf(
    [...missed, space, suggested(1), ...ran(1, 1, search, 0.97), ...ran(1, 2, confirmation(0), 0.97)],
    [simpler, ...ran(2, 1, confirmation(0), 0.92, { randomness: null })],
    ended,
  );
  expect(didBestIn([study])).toEqual([{ k: 2 }]);
});
