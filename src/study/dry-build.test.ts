import type { Rules } from './command.ts';
import { decide } from './decide.ts';
import type { Ending } from './ending.ts';
import type { Purpose, StudyEvent } from './events.ts';
import { baseline, goal, ran, rules, search, stateOf } from './sample-events.ts';
import { standingsOf } from './verdict.ts';

const dryBuild: Purpose = { kind: 'dry-build' };
const withLayers = { ...rules, layers: ['layers'] };
const space: StudyEvent = {
  kind: 'space-set',
  space: {
    dimensions: [
      { kind: 'integer', id: 'k', low: 1, high: 9, scale: 'linear', start: 5 },
      { kind: 'integer', id: 'layers', low: 1, high: 4, scale: 'linear', start: 2 },
    ],
  },
  left: [],
};
const failure = { exitCode: 1, type: 'ValueError', message: 'shapes (3, 4)', file: 'train.py', line: 7 };
const failed: Ending = { kind: 'failed', failure, lastLines: [] };

function after(seconds: number, ...more: (StudyEvent | StudyEvent[])[]) {
  const first = ran(0, 1, baseline, 0.5).map((event) =>
    event.kind === 'attempt-ended' ? { ...event, seconds } : event,
  );
  return stateOf({ ...goal, budget: { trials: 9, seconds: null } }, first, space, ...more);
}
const suggested = (trial: number, values: { k?: number; layers?: number }): StudyEvent => ({
  kind: 'trial-suggested',
  trial,
  values: { k: 5, layers: 2, ...values },
  why: '',
  undoes: null,
});

test.each<[string, number, { k?: number; layers?: number }, Purpose]>([
  ['other layers are dry-built first', 60, { layers: 3 }, dryBuild],
  ['what the baseline has trained with is not', 60, { k: 1 }, search],
  ['a short trial is its own dry build', 20, { layers: 3 }, search],
])('%s', (_, seconds, values, purpose) => {
  expect(decide(after(seconds, suggested(1, values)), withLayers)).toMatchObject({ kind: 'start', trial: 1, purpose });
});

test('what was built trains; what does not build fails with its reason, and costs no training', () => {
  const other = suggested(1, { layers: 3 });
  expect(decide(after(60, other, ran(1, 1, dryBuild, null)), withLayers)).toMatchObject({
    attempt: 2,
    purpose: search,
  });
  const broken = after(60, other, ran(1, 1, dryBuild, null, { ending: failed }));
  expect(standingsOf(broken.trials, broken.goal!)[1]).toEqual({
    kind: 'failed',
    why: 'does not build: ValueError: shapes (3, 4)',
  });
  expect(decide(broken, withLayers)).toMatchObject({ kind: 'suggest', trial: 2 });
});

test('what does not build costs no trial, as often as there are trials', () => {
  const refused = (trial: number): StudyEvent[] => [
    suggested(trial, { layers: 3, k: trial }),
    ...ran(trial, 1, dryBuild, null, { ending: failed }),
  ];
  const trained = (trial: number): StudyEvent[] => [suggested(trial, { k: trial }), ...ran(trial, 1, search, 0.6)];
  const trials = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const spent = (...more: StudyEvent[][]): unknown => decide(after(60, more.flat()), withLayers);
  expect(spent(...trials.map(refused))).toMatchObject({ kind: 'suggest', trial: 10 });
  expect(spent(refused(1), ...trials.slice(0, 8).map((trial) => trained(trial + 1)))).toMatchObject({
    kind: 'suggest',
  });
  const over = { kind: 'end', verdict: { kind: 'below-target' } };
  expect(spent(refused(1), ...trials.map((trial) => trained(trial + 1)))).toMatchObject(over);
  const endless = Array.from({ length: 18 }, (_, index) => refused(index + 1));
  expect(spent(...endless)).toMatchObject(over);
});

test('the search is asked for no layers that were refused', () => {
  const asked: unknown[] = [];
  const optimiser: Rules['optimiser'] = {
    name: 'listening',
    suggest: ({ space }) => {
      asked.push(space.dimensions.find(({ id }) => id === 'layers'));
      return null;
    },
    chanceAt: () => null,
  };
  const broken = after(60, suggested(1, { layers: 3 }), ran(1, 1, dryBuild, null, { ending: failed }));
  expect(decide(broken, { ...withLayers, optimiser })).toEqual({ kind: 'end', verdict: { kind: 'exhausted' } });
  expect(asked).toEqual([{ kind: 'integer', id: 'layers', low: 1, high: 2, scale: 'linear', start: 2 }]);
});

test('a time limit, and a number told before the training, say nothing of the trial', () => {
  const limit: Ending = { kind: 'timed-out', limit: 30, lastLines: [] };
  const late = after(60, suggested(1, { layers: 3 }), ran(1, 1, dryBuild, 0.99, { ending: limit }));
  expect(decide(late, withLayers)).toMatchObject({ attempt: 2, purpose: search });
});

test('one that was stopped is dry-built again; three losses are no reason not to train', () => {
  const other = suggested(1, { layers: 3 });
  const again = after(60, other, ran(1, 1, dryBuild, null, { ending: { kind: 'stopped' } }));
  expect(decide(again, withLayers)).toMatchObject({ attempt: 2, purpose: dryBuild });
  const lost: Ending = { kind: 'lost', why: 'killed', lastLines: [] };
  const losses = [1, 2, 3].map((attempt) => ran(1, attempt, dryBuild, null, { ending: lost }));
  expect(decide(after(60, other, ...losses), withLayers)).toMatchObject({ attempt: 4, purpose: search });
});

test('the same layers are built once', () => {
  const trained = [suggested(1, { layers: 3 }), ran(1, 1, dryBuild, null), ran(1, 2, search, 0.6)];
  expect(decide(after(60, ...trained, suggested(2, { layers: 3, k: 9 })), withLayers)).toMatchObject({
    trial: 2,
    purpose: search,
  });
});
