import type { StudyEvent } from './events.ts';
import { baseline, confirmation, goal, lucky, missed, ran, search, stateOf, suggested } from './sample-events.ts';
import { after } from './state.ts';
import type { State } from './state.ts';
import { standingsOf } from './verdict.ts';
import type { Standing } from './verdict.ts';

const random = { randomness: { sources: [], shared: false } };
const simpler = (trial: number, undoes: number): StudyEvent => ({
  kind: 'trial-suggested',
  trial,
  values: { k: 5 },
  why: '',
  undoes,
});

/** A confirmed winner, whose search run and complete run took so many seconds, and a suggestion that simplifies it. */
function simplified(warm: number, cold: number): State {
  return stateOf(
    missed,
    suggested(1),
    ran(1, 1, search, 0.95, { seconds: warm }),
    ran(1, 2, confirmation(0), 0.95, { ...random, seconds: cold }),
    simpler(2, 1),
  );
}

function standing(state: State): Standing | undefined {
  return standingsOf(state.trials, goal)[2];
}

test('where a complete run is mostly its start, a search run comes first', () => {
  expect(standing(simplified(1, 10))).toEqual({ kind: 'open', next: search });
});

test('where training is what takes its time, the proof comes at once', () => {
  expect(standing(simplified(9, 10))).toEqual({ kind: 'open', next: confirmation(0) });
});

test('a search run that ended early at its target does not make others look cheap', () => {
  const state = stateOf(
    [goal, ...ran(0, 1, baseline, 0.5)],
    suggested(1),
    ran(1, 1, search, 0.6, { seconds: 9 }),
    suggested(2),
    ran(2, 1, search, 0.95, { seconds: 1 }),
    ran(2, 2, confirmation(0), 0.95, { ...random, seconds: 10 }),
    simpler(3, 2),
  );
  expect(standingsOf(state.trials, goal)[3]).toEqual({ kind: 'open', next: confirmation(0) });
});

test('a search run that misses rules out; one that reaches is no evidence', () => {
  const out = ran(2, 1, search, 0.6).reduce(after, simplified(1, 10));
  expect(standing(out)).toEqual({ kind: 'missed', score: 0.6 });
  const through = ran(2, 1, search, 0.91).reduce(after, simplified(1, 10));
  expect(standing(through)).toEqual({ kind: 'candidate', score: 0.91, next: confirmation(0) });
  const proven = ran(2, 2, confirmation(0), 0.91, random).reduce(after, through);
  expect(standing(proven)).toMatchObject({ kind: 'confirmed', values: [0.91] });
  const refuted = ran(2, 2, confirmation(0), 0.89, random).reduce(after, through);
  expect(standing(refuted)).toEqual({ kind: 'missed', score: 0.89 });
});

test('a search run that fails proves nothing against it', () => {
  const failed = ran(2, 1, search, null).reduce(after, simplified(1, 10));
  expect(standing(failed)).toEqual({ kind: 'open', next: confirmation(0) });
});

test('what is searched for is not screened', () => {
  expect(standingsOf(stateOf(lucky).trials, goal)[1]).toMatchObject({ kind: 'candidate', next: confirmation(0) });
});
