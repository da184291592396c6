import type { Point } from '../search/space.ts';
import type { Rules } from './command.ts';
import type { StudyEvent } from './events.ts';
import { baseline, goal, ran, rules, search, stateOf, wide } from './sample-events.ts';
import { played } from './sample-play.ts';
import type { State } from './state.ts';

const minimal: Rules = { ...rules, stage: 'minimal' };
const suggestion: StudyEvent = {
  kind: 'trial-suggested',
  trial: 1,
  values: { a: 1, b: 1, c: 1, d: 1 },
  why: '',
  undoes: null,
};

interface Played {
  readonly state: State;
  /** The values of every complete run, in order. */
  readonly proofs: readonly Point[];
}

/** A candidate as it is found, and the study played to its end; `cold` and `forked` say what runs tell. */
function play(
  seconds: { forked: number; cold: number },
  forked: (values: Point) => number,
  cold: (values: Point) => number,
  from: StudyEvent = goal,
): Played {
  const found = [...ran(0, 1, baseline, 0.5, { seconds: seconds.cold }), wide, suggestion];
  const proofs: Point[] = [];
  const begun = stateOf([from, ...found, ...ran(1, 1, search, 0.95, { seconds: seconds.forked })]);
  const state = played(begun, minimal, (values, { kind }) => {
    if (kind === 'search') return [forked(values), { seconds: seconds.forked }];
    proofs.push(values);
    return [cold(values), { seconds: seconds.cold }];
  });
  return { state, proofs };
}

const needsA = (values: Point): number => (values.a === 1 ? 0.95 : 0.6);
const onlyA = { a: 1, b: 0, c: 0, d: 0 };
const cheap = { forked: 1, cold: 10 };

test('what is left is the only thing that is proven', () => {
  const { state, proofs } = play(cheap, needsA, needsA);
  expect(proofs).toEqual([onlyA, onlyA, onlyA]);
  expect(state.verdict).toMatchObject({ kind: 'reached', minimal: true });
});

test('where a search run takes as long as a complete one, the candidate is proven first', () => {
  const { proofs } = play({ forked: 9, cold: 10 }, needsA, needsA);
  expect(proofs[0]).toEqual(suggestion.values);
});

test('a simpler version that fails its proof makes the candidate prove itself', () => {
  const all = suggestion.values;
  const { state, proofs } = play(cheap, needsA, (values) => (values.d === 1 ? 0.95 : 0.8));
  expect(proofs.slice(0, 4)).toEqual([onlyA, all, all, all]);
  if (state.verdict?.kind !== 'reached') throw new Error('not reached');
  expect(state.trials[state.verdict.winner]?.values).toMatchObject({ a: 1, d: 1 });
});

test('of a candidate that was lucky, no simpler version is proven either', () => {
  const { state, proofs } = play(cheap, needsA, () => 0.85);
  expect(proofs).toEqual([onlyA, suggestion.values]);
  // The search goes on.
  expect(state.verdict).toBeNull();
});

test('once the time is spent, nothing more is undone, and what is left is proven', () => {
  const { state, proofs } = play(cheap, needsA, needsA, { ...goal, budget: { trials: 2, seconds: 11 } });
  expect(proofs).toEqual([suggestion.values, suggestion.values, suggestion.values]);
  expect(state.verdict).toEqual({ kind: 'reached', winner: 1, minimal: false });
});
