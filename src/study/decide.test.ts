import { decide } from './decide.ts';
import type { Command, Rules } from './command.ts';
import type { Ending } from './ending.ts';
import type { Budget, StudyEvent } from './events.ts';
import { after, fold } from './state.ts';
import { standingsOf } from './verdict.ts';
import {
  baseline,
  confirmation,
  goal,
  lucky,
  missed,
  observed,
  ran,
  rules,
  search,
  space,
  stateOf,
  suggested,
  target,
} from './sample-events.ts';

test('a study is walked from its goal to its winner', () => {
  expect(decide(stateOf(), rules)).toEqual({ kind: 'rest' });
  expect(decide(stateOf(goal), rules)).toEqual({ kind: 'start', trial: 0, attempt: 1, purpose: baseline, seed: null });
  expect(decide(stateOf(goal, ran(0, 1, baseline, 0.5)), rules)).toEqual({ kind: 'set-space' });
  expect(decide(stateOf(missed), rules)).toEqual({
    kind: 'suggest',
    trial: 1,
    values: { k: 1 },
    why: 'the next number',
    undoes: null,
  });
  expect(decide(stateOf(missed, suggested(1)), rules)).toMatchObject({
    kind: 'start',
    trial: 1,
    attempt: 1,
    purpose: search,
  });
  expect(decide(stateOf(lucky), rules)).toMatchObject({
    kind: 'start',
    attempt: 2,
    purpose: confirmation(0),
    seed: null,
  });
  const once = [...lucky, ...ran(1, 2, confirmation(0), 0.95)];
  expect(decide(stateOf(once), rules)).toMatchObject({ purpose: confirmation(1), seed: expect.any(Number) as number });
  const proven = [...once, ...ran(1, 3, confirmation(1), 0.93), ...ran(1, 4, confirmation(2), 0.94)];
  expect(decide(stateOf(proven), rules)).toEqual({
    kind: 'end',
    verdict: { kind: 'reached', winner: 1, minimal: false },
  });
  expect(
    decide(stateOf(proven, { kind: 'search-ended', verdict: { kind: 'reached', winner: 1, minimal: false } }), rules),
  ).toEqual({
    kind: 'rest',
  });
});

test('the stage train rests after the baseline', () => {
  expect(decide(stateOf(missed), { ...rules, stage: 'baseline' })).toEqual({ kind: 'rest' });
});

test('repeats get different seeds, and the same ones in every process', () => {
  const seedAfter = (...repeats: StudyEvent[][]): unknown => decide(stateOf(lucky, ...repeats), rules);
  const one = seedAfter(ran(1, 2, confirmation(0), 0.95)) as { seed: number };
  const two = seedAfter(ran(1, 2, confirmation(0), 0.95), ran(1, 3, confirmation(1), 0.95)) as { seed: number };
  expect(one.seed).not.toBe(two.seed);
  expect([one.seed, two.seed]).toEqual([1612908617, 1098669924]);
});

test.each<[string, StudyEvent[][], string]>([
  ['misses as the author seeded it', [ran(1, 2, confirmation(0), 0.89)], 'refuted'],
  [
    'has a mean over all seeds below the target',
    [ran(1, 2, confirmation(0), 0.95), ran(1, 3, confirmation(1), 0.7), ran(1, 4, confirmation(2), 0.85)],
    'refuted',
  ],
  [
    'fails in a repeat',
    [
      ran(1, 2, confirmation(0), 0.95),
      ran(1, 3, confirmation(1), null, { ending: { kind: 'timed-out', limit: 9, lastLines: [] } }),
    ],
    'refuted',
  ],
  [
    'has nothing random left',
    [ran(1, 2, confirmation(0), 0.95, { randomness: { sources: [], shared: false } })],
    'confirmed',
  ],
  [
    'shares one stream with the split',
    [ran(1, 2, confirmation(0), 0.95, { randomness: { sources: ['numpy'], shared: true } })],
    'confirmed',
  ],
  [
    'told something else when it ran again as its author seeded it',
    [ran(1, 2, confirmation(0), 0.96, { randomness: { sources: ['numpy'], shared: true } })],
    'candidate',
  ],
  [
    'told something else, but in a run that ended with an earlier epoch',
    [ran(1, 2, confirmation(0), 0.96, { randomness: { sources: [], shared: false }, epochs: 9 })],
    'confirmed',
  ],
  [
    'is too close to call',
    [ran(1, 2, confirmation(0), 0.95), ran(1, 3, confirmation(1), 0.7), ran(1, 4, confirmation(2), 0.9)],
    'candidate',
  ],
  ['has one repeat to go', [ran(1, 2, confirmation(0), 0.95), ran(1, 3, confirmation(1), 0.95)], 'candidate'],
])('a candidate that %s', (_, repeats, standing) => {
  const state = stateOf(lucky, ...repeats);
  expect(standingsOf(state.trials, state.goal!)[1]!.kind).toBe(standing);
});

test('after a refuted candidate the search goes on, then ends with the budget', () => {
  const refuted = [...lucky, ...ran(1, 2, confirmation(0), 0.5)];
  expect(decide(stateOf(refuted), rules)).toMatchObject({ kind: 'suggest', trial: 2 });
  const spent = [...refuted, suggested(2), ...ran(2, 1, search, 0.6)];
  expect(decide(stateOf(spent), rules)).toEqual({ kind: 'end', verdict: { kind: 'below-target' } });
  const more: StudyEvent = { ...goal, budget: { trials: 3, seconds: null } };
  expect(
    decide(stateOf(spent, { kind: 'search-ended', verdict: { kind: 'below-target' } }, more), rules),
  ).toMatchObject({ kind: 'suggest', trial: 3 });
});

test('epochs may be the budget, and what was taken over costs neither epochs nor time', () => {
  const next = (first: Ending, epochs: number, budget: Partial<Budget>): Command => {
    const whole = ran(0, 1, baseline, 0.5, { ending: first, epochs: 20 });
    const tried = ran(1, 1, search, 0.6, { epochs });
    const asked = { ...goal, budget: { trials: 9, seconds: null, ...budget } };
    return decide(stateOf(asked, whole, space, suggested(1), tried), rules);
  };
  const spent = { kind: 'end', verdict: { kind: 'below-target' } };
  const trained: Ending = { kind: 'finished' };
  const taken: Ending = { kind: 'finished', takenFrom: { study: 's', trial: 1, attempt: 1 } };
  expect(next(trained, 9, { epochs: 30 })).toMatchObject({ kind: 'suggest' });
  expect(next(trained, 10, { epochs: 30 })).toEqual(spent);
  expect(next(taken, 29, { epochs: 30 })).toMatchObject({ kind: 'suggest' });
  expect(next(taken, 30, { epochs: 30 })).toEqual(spent);
  expect(next(trained, 0, { seconds: 15 })).toEqual(spent);
  expect(next(taken, 0, { seconds: 15 })).toMatchObject({ kind: 'suggest' });
});

test('a target without hope is admitted, but not before a fair number of trials', () => {
  const hopeless: Rules = {
    ...rules,
    optimiser: { ...rules.optimiser, suggest: () => ({ point: { k: 9 }, why: '', chance: 1e-5 }) },
  };
  const tries = (count: number): StudyEvent[] => [
    ...missed,
    { ...goal, budget: { trials: 40, seconds: null } },
    ...Array.from({ length: count }, (_, index) => [suggested(index + 1), ...ran(index + 1, 1, search, 0.6)]).flat(),
  ];
  expect(decide(stateOf(tries(14)), hopeless)).toMatchObject({ kind: 'suggest' });
  expect(decide(stateOf(tries(15)), hopeless)).toEqual({ kind: 'end', verdict: { kind: 'impossible' } });
  expect(decide(stateOf(tries(15)), rules)).toMatchObject({ kind: 'suggest' });
  const told: StudyEvent = { kind: 'search-ended', verdict: { kind: 'impossible' } };
  expect(decide(stateOf(tries(15), told, { ...goal, budget: { trials: 30, seconds: null } }), hopeless)).toMatchObject({
    kind: 'suggest',
  });
});

test('a lower target makes an earlier trial a candidate', () => {
  const spent = [...missed, suggested(1), ...ran(1, 1, search, 0.8)];
  expect(decide(stateOf(spent, { ...goal, target: { ...target, value: 0.75 } }), rules)).toMatchObject({
    trial: 1,
    purpose: confirmation(0),
  });
});

test('what runs has to end before anything else begins', () => {
  const started: StudyEvent = { kind: 'attempt-started', trial: 1, attempt: 1, purpose: search, seed: null };
  expect(decide(stateOf(missed, suggested(1), started), rules)).toEqual({ kind: 'wait' });
});

test('an attempt that never came to life, was stopped or lost is tried again; three losses are a failure', () => {
  const again = (kind: 'stopped' | 'never-started'): unknown =>
    decide(stateOf(missed, suggested(1), ran(1, 1, search, null, { ending: { kind } })), rules);
  expect(again('stopped')).toMatchObject({ kind: 'start', attempt: 2 });
  expect(again('never-started')).toMatchObject({ kind: 'start', attempt: 2 });
  const lost = { ending: { kind: 'lost', why: 'killed', lastLines: [] } } as const;
  const losses = [1, 2, 3].map((attempt) => ran(1, attempt, search, null, lost));
  expect(decide(stateOf(missed, suggested(1), ...losses.slice(0, 2)), rules)).toMatchObject({
    kind: 'start',
    attempt: 3,
  });
  expect(decide(stateOf(missed, suggested(1), ...losses), rules)).toMatchObject({ kind: 'suggest', trial: 2 });
});

test('a value that did not arrive fails its trial', () => {
  const state = stateOf(missed, suggested(1), ran(1, 1, search, 0.99, { mismatches: ['k: 5, not 1'] }));
  expect(standingsOf(state.trials, state.goal!)[1]!).toEqual({ kind: 'failed', why: 'k: 5, not 1' });
});

test('a baseline without the metric, or that fails, ends the study with the reason', () => {
  const other = ran(0, 1, baseline, null);
  expect(decide(stateOf(goal, other), rules)).toEqual({ kind: 'end', verdict: { kind: 'no-metric', seen: [] } });
  const failure = { exitCode: 1, type: 'ValueError', message: 'no', file: 'train.py', line: 3 };
  const broken = ran(0, 1, baseline, null, { ending: { kind: 'failed', failure, lastLines: [] } });
  expect(decide(stateOf(goal, broken), rules)).toEqual({ kind: 'end', verdict: { kind: 'baseline-failed' } });
});

test('a metric without a target is trained and reported', () => {
  expect(decide(stateOf(missed, { ...goal, target: { ...target, value: null } }), rules)).toEqual({
    kind: 'end',
    verdict: { kind: 'no-target' },
  });
});

test('a metric that is better when lower', () => {
  const rmse = { metric: 'rmse', direction: 'minimise', value: 3, trainMetric: false } as const;
  const state = stateOf({ ...goal, target: rmse });
  const events = ran(0, 1, baseline, null).map((event) =>
    event.kind === 'attempt-ended' ? { ...event, observations: [observed(2.5, { name: 'rmse' })] } : event,
  );
  expect(
    standingsOf(events.reduce(after, state).trials, {
      target: rmse,
      budget: { trials: 1, seconds: null },
      repeats: 3,
    })[0],
  ).toMatchObject({ kind: 'candidate', score: 2.5 });
});

test('folding a prefix and then the rest equals folding all', () => {
  const events = [...lucky, ...ran(1, 2, confirmation(0), 0.95)].map((event, n) => ({ n, at: n, event }));
  for (let cut = 0; cut <= events.length; cut += 1) {
    expect(events.slice(cut).reduce((state, { event }) => after(state, event), fold(events.slice(0, cut)))).toEqual(
      fold(events),
    );
  }
});
