import { decide } from './decide.ts';
import type { Ending } from './ending.ts';
import type { Failure } from './messages.ts';
import { baseline, confirmation, goal, observed, ran, rules, search, stateOf, suggested } from './sample-events.ts';
import type { StudyEvent } from './events.ts';
import { standingsOf } from './verdict.ts';

const plot: Failure = { exitCode: 1, type: 'TypeError', message: 'no display', file: 'train.py', line: 30 };
const failed = (failure: Partial<Failure> = {}): { ending: Ending } => ({
  ending: { kind: 'failed', failure: { ...plot, ...failure }, lastLines: [] },
});
const asEver = [goal, ...ran(0, 1, baseline, 0.5, failed())];

test('a script that fails after its metric is tuned all the same, to the end', () => {
  expect(decide(stateOf(asEver), rules)).toEqual({ kind: 'set-space' });
  const trial = [suggested(1), ...ran(1, 1, search, 0.95, failed())];
  const proof = [0, 1, 2].flatMap((repeat) => ran(1, repeat + 2, confirmation(repeat), 0.95, failed()));
  expect(standingsOf(stateOf(asEver, trial, proof).trials, goal)).toMatchObject([
    { kind: 'missed', score: 0.5 },
    { kind: 'confirmed', score: expect.closeTo(0.95) as number },
  ]);
});

test.each<[string, StudyEvent[]]>([
  ['another type', ran(1, 1, search, 0.95, failed({ type: 'ValueError' }))],
  ['another file', ran(1, 1, search, 0.95, failed({ file: 'plots.py' }))],
  ['another line and other words', ran(1, 1, search, 0.95, failed({ line: 12, message: 'nan' }))],
  ['no metric before it', ran(1, 1, search, null, failed())],
  ['a value that did not arrive', ran(1, 1, search, 0.95, { ...failed(), mismatches: ['k = 3 was not seen'] })],
])('the known failure hides no other: %s', (_, events) => {
  const { trials } = stateOf(asEver, suggested(1), events);
  expect(standingsOf(trials, goal)[1]).toMatchObject({ kind: 'failed' });
});

test('an edit above may move the line of the same failure', () => {
  const { trials } = stateOf(asEver, suggested(1), ran(1, 1, search, 0.8, failed({ line: 31 })));
  expect(standingsOf(trials, goal)[1]).toEqual({ kind: 'missed', score: 0.8 });
});

test.each<[string, StudyEvent[]]>([
  ['without a metric', ran(0, 1, baseline, null, failed())],
  ['nobody knows where', ran(0, 1, baseline, 0.5, failed({ file: null, line: null }))],
])('a baseline that fails %s has failed', (_, events) => {
  expect(decide(stateOf(goal, events), rules)).toMatchObject({ kind: 'end', verdict: { kind: 'baseline-failed' } });
});

test('one epoch of a curve that breaks off is no result', () => {
  const [started, ended] = ran(0, 1, baseline, 0.5, failed());
  if (started === undefined || ended?.kind !== 'attempt-ended') throw new Error('two events');
  const cut: StudyEvent = { ...ended, observations: [observed(0.5, { epoch: 3 })] };
  expect(decide(stateOf(goal, [started, cut]), rules)).toMatchObject({ verdict: { kind: 'baseline-failed' } });
});
