import type { StudyEvent } from '../study/events.ts';
import type { Message } from '../study/messages.ts';
import { liveLine, newsLines, resumedLine, type Medium } from './progress-text.ts';
import { advance, noProgress, progressSoFar, secondsLeft, type News, type Progress } from './progress.ts';
import { accuracy, neighbours, plan, weights } from './sample-study.ts';

const places = [neighbours, weights];
let clock = 0;
const event = (happened: StudyEvent, seconds = 0): News => ({
  kind: 'event',
  event: happened,
  at: (clock += seconds * 1000),
});
const heard = (message: Message, trial = 1): News => ({ kind: 'message', trial, attempt: 1, message });

function started(trial: number, purpose: 'baseline' | 'search' | number): News {
  const known = typeof purpose === 'number' ? { kind: 'confirmation' as const, repeat: purpose } : { kind: purpose };
  return event({ kind: 'attempt-started', trial, attempt: 1, purpose: known, seed: null });
}

type Ended = Extract<StudyEvent, { kind: 'attempt-ended' }>;

function ended(trial: number, value: number | null, seconds: number, more: Partial<Ended> = {}): News {
  const observations = value === null ? [] : [accuracy(value)];
  const bare = {
    kind: 'attempt-ended',
    trial,
    attempt: 1,
    ending: { kind: 'finished' },
    seconds,
    observations,
  } as const;
  return event({ ...bare, received: [], randomness: null, mismatches: [], ...more }, seconds);
}

const failure = { type: 'ValueError', message: 'too\u001b[2J few', file: 'train.py', line: 9, exitCode: 1 };
const story = (): News[] => [
  event({ kind: 'goal-set', target: plan.target, budget: plan.budget, repeats: 3 }),
  started(0, 'baseline'),
  ended(0, 0.94, 12),
  event({ kind: 'space-set', space: { dimensions: [neighbours.dimension, weights.dimension] }, left: [] }),
  event({
    kind: 'trial-suggested',
    trial: 1,
    values: { [neighbours.id]: 9, [weights.id]: 'uniform' },
    why: '',
    undoes: null,
  }),
  started(1, 'search'),
  heard({ t: 1, kind: 'progress', phase: 'train', epoch: 2, epochs: 10 }),
  heard({ t: 4, kind: 'metric', ...accuracy(0.93), split: 'train', epoch: 1 }),
  heard({ t: 4, kind: 'metric', ...accuracy(0.951), split: 'validation', epoch: 2 }),
  heard({ t: 1, kind: 'warning', code: 'x', text: 'did not\nconverge' }),
  ended(1, 0.97, 10),
  event({
    kind: 'trial-suggested',
    trial: 2,
    values: { [neighbours.id]: 3, [weights.id]: 'distance' },
    why: '',
    undoes: null,
  }),
  started(2, 'search'),
  ended(2, null, 2, { ending: { kind: 'failed', failure, lastLines: [] } }),
  event({
    kind: 'trial-suggested',
    trial: 3,
    values: { [neighbours.id]: 3, [weights.id]: 'uniform' },
    why: '',
    undoes: null,
  }),
  started(3, 'search'),
  ended(3, 0.9844, 11),
  started(3, 0),
  ended(3, 0.97996, 65),
  event({ kind: 'search-ended', verdict: { kind: 'below-target' } }),
];

function told(medium: Medium, of?: News[]): string[] {
  clock = of === undefined ? 0 : clock;
  let state = noProgress;
  return (of ?? story()).flatMap((news) => {
    const lines = newsLines(state, news, medium);
    state = advance(state, news, places);
    return lines;
  });
}

test('a terminal keeps one line for each run that ended', () => {
  expect(told('terminal')).toEqual([
    'baseline             accuracy 94.0 %  12 s',
    '  warning: did not converge',
    'trial 1 of 20        accuracy 97.0 %  best so far  10 s  n_neighbors 25 → 9',
    "trial 2 of 20        failed: ValueError: too few (train.py:9)  2 s  n_neighbors 25 → 3, weights 'uniform' → 'distance'",
    'trial 3 of 20        accuracy 98.4 %  reaches the target  11 s  n_neighbors 25 → 3',
    'confirmation 1 of 3  accuracy 97.996 %  1 min 5 s',
  ]);
});

test('a log has one line for each thing that happens', () => {
  expect(told('log').slice(0, 9)).toEqual([
    'target accuracy ≥ 98 %, 20 trials at most',
    'baseline starts',
    'baseline             accuracy 94.0 %  12 s',
    '2 hyper-parameters to tune',
    'trial 1 of 20 starts: n_neighbors 25 → 9',
    '  epoch 2/10 · validation accuracy 95.1 % · best 94.0 % · at most 4 min 36 s left',
    '  warning: did not converge',
    'trial 1 of 20        accuracy 97.0 %  best so far  10 s  n_neighbors 25 → 9',
    "trial 2 of 20 starts: n_neighbors 25 → 3, weights 'uniform' → 'distance'",
  ]);
});

test('what a script warns of in every run is said once', () => {
  const warned = heard({ t: 1, kind: 'warning', code: 'x', text: 'did not converge' });
  const after = advance(until(10), warned, places);
  expect(newsLines(until(10), heard({ t: 1, kind: 'warning', code: 'x', text: 'other' }), 'log')).toHaveLength(1);
  expect(newsLines(after, warned, 'log')).toEqual([]);
});

function until(count: number): Progress {
  clock = 0;
  return story()
    .slice(0, count)
    .reduce((state, news) => advance(state, news, places), noProgress);
}

test('the live line says what runs, how far it is, how good it is, how long it may take', () => {
  const state = advance(until(10), { kind: 'tick', at: 15_000 }, places);
  const whole =
    'trial 1 of 20 · n_neighbors 25 → 9 · epoch 2/10 · accuracy 95.1 % · best 94.0 % (target 98 %) · 3 s · at most 4 min 33 s left';
  expect(liveLine(state, 200)).toBe(whole);
  expect(liveLine(state, 110)).toBe(
    'trial 1 of 20 · n_neighbors 25 → 9 · epoch 2/10 · accuracy 95.1 % · best 94.0 % (target 98 %)',
  );
  expect(liveLine(state, 80)).toBe('trial 1 of 20 · epoch 2/10 · accuracy 95.1 % · best 94.0 % (target 98 %)');
  expect(liveLine(state, 10)).toBe('trial 1 o…');
  expect(liveLine(until(3), 200)).toBe('');
});

test('the time left is guessed from complete runs, and shrinks', () => {
  expect(secondsLeft(until(2))).toBeNull();
  expect(secondsLeft(until(3))).toBe(12 * 23);
  expect(secondsLeft(until(18))).toBe(11 * 3);
  expect(secondsLeft({ ...until(3), budget: 20 })).toBe(8 + 3 * 12);
});

test.each<[string, Partial<Ended>, string]>([
  ['no metric', {}, 'no metric seen'],
  ['too slow', { ending: { kind: 'timed-out', limit: 300, lastLines: [] } }, 'ended by us after 5 min'],
  ['vanished', { ending: { kind: 'lost', why: 'out of memory', lastLines: [] } }, 'lost: out of memory'],
  ['stopped', { ending: { kind: 'stopped' } }, 'stopped'],
  ['never started', { ending: { kind: 'never-started' } }, 'never came to life; starts again'],
  ['not as told', { mismatches: ['n_neighbors is 5, not 3'] }, 'values did not arrive: n_neighbors is 5, not 3'],
])('a run without a result: %s', (_, more, expected) => {
  const state = until(16);
  expect(newsLines(state, ended(3, null, 4, more), 'terminal')).toEqual([
    `trial 3 of 20        ${expected}  4 s  n_neighbors 25 → 3`,
  ]);
});

test('a study that goes on knows its past', () => {
  clock = 0;
  const past = story().flatMap((news) => (news.kind === 'event' ? [news] : []));
  const recorded = past.slice(0, 10).map((news, n) => ({ n, at: news.at, event: news.event }));
  const state = progressSoFar(recorded, places);
  expect(resumedLine(state)).toBe('goes on where it was: 2 of 20 trials done, best 97.0 %');
  expect(liveLine(state, 200)).toBe('');
  expect(resumedLine(progressSoFar(recorded.slice(0, 2), places))).toBe('');
});

test('a script that fails after its metric shows both, and its trials count', () => {
  const late = { ending: { kind: 'failed', failure, lastLines: [] } } as const;
  const news = [
    event({ kind: 'goal-set', target: plan.target, budget: plan.budget, repeats: 3 }),
    started(0, 'baseline'),
    ended(0, 0.94, 12, late),
    started(1, 'search'),
    ended(1, 0.97, 10, late),
    started(2, 'search'),
    ended(2, 0.99, 10, {
      ending: { kind: 'failed', failure: { ...failure, line: 3, message: 'other' }, lastLines: [] },
    }),
  ];
  const lines = told('log', news).filter((line) => line.includes('ValueError') || line.includes('%'));
  expect(lines.find((line) => line.startsWith('baseline '))).toMatch(
    /94.* then failed: ValueError: too few \(train.py:9\)/,
  );
  expect(lines.find((line) => line.startsWith('trial 1 '))).toMatch(/97/);
  expect(lines.find((line) => line.startsWith('trial 2 '))).toMatch(/failed: ValueError: other/);
});

test('a dry build is told only where it fails', () => {
  const goal = event({ kind: 'goal-set', target: plan.target, budget: plan.budget, repeats: 3 });
  const dry = event({ kind: 'attempt-started', trial: 1, attempt: 1, purpose: { kind: 'dry-build' }, seed: null });
  const base = [goal, started(0, 'baseline'), ended(0, 0.94, 12), dry];
  const before = told('terminal', base).length;
  expect(told('terminal', [...base, ended(1, null, 2)])).toHaveLength(before);
  const failed = told('terminal', [...base, ended(1, null, 2, { ending: { kind: 'failed', failure, lastLines: [] } })]);
  expect(failed.at(-1)).toMatch(/^trial 1, dry build +failed: ValueError/);
});
