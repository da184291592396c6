import type { Rules } from './command.ts';
import { decide } from './decide.ts';
import type { Point } from '../search/space.ts';
import type { StudyEvent } from './events.ts';
import type { Randomness } from './messages.ts';
import type { State } from './state.ts';
import { baseline, confirmation, goal, ran, rules, search, stateOf, wide } from './sample-events.ts';
import { played } from './sample-play.ts';

describe('a winner with several changes', () => {
  const names = ['a', 'b', 'c', 'd'];
  const deterministic: Randomness = { sources: [], shared: false };
  const found = [
    goal,
    ...ran(0, 1, baseline, 0.5),
    wide,
    { kind: 'trial-suggested', trial: 1, values: { a: 1, b: 1, c: 1, d: 1 }, why: '', undoes: null } as const,
    ...ran(1, 1, search, 0.95),
    ...ran(1, 2, confirmation(0), 0.95, { randomness: deterministic }),
  ];
  const minimal: Rules = { ...rules, stage: 'minimal' };

  /** Plays the study to its end, where the target is reached as long as these places are changed. */
  function play(needed: readonly string[], from: StudyEvent[] = found): { state: State; runs: number } {
    let runs = 0;
    const state = played(stateOf(from), minimal, (values) => {
      runs += 1;
      return [needed.every((id) => values[id] === 1) ? 0.95 : 0.6, { randomness: deterministic }];
    });
    return { state, runs };
  }

  test.each([
    [['a'], { a: 1, b: 0, c: 0, d: 0 }, 1],
    [['a', 'b'], { a: 1, b: 1, c: 0, d: 0 }, 3],
    [['d'], { a: 0, b: 0, c: 0, d: 1 }, 4],
    [names, { a: 1, b: 1, c: 1, d: 1 }, 9],
  ])('keeps the changes that it needs: %j', (needed, values, most) => {
    const { state, runs } = play(needed);
    const { verdict } = state;
    if (verdict?.kind !== 'reached') throw new Error('not reached');
    expect(verdict.minimal).toBe(true);
    expect({ ...state.trials[verdict.winner]?.values }).toEqual(values);
    expect(runs).toBeLessThanOrEqual(most);
  });

  test('is simplified also later, and only once', () => {
    const ended: StudyEvent = { kind: 'search-ended', verdict: { kind: 'reached', winner: 1, minimal: false } };
    expect(decide(stateOf(found, ended), rules)).toEqual({ kind: 'rest' });
    const { state, runs } = play(['a'], [...found, ended]);
    expect(state.verdict).toMatchObject({ kind: 'reached', minimal: true });
    expect(runs).toBeGreaterThan(0);
    expect(decide(state, minimal)).toEqual({ kind: 'rest' });
  });

  test('does not count against the budget of trials, but against that of time', () => {
    const short: StudyEvent = { ...goal, budget: { trials: 1, seconds: 30 } };
    expect(decide(stateOf([short, ...found.slice(1)]), minimal)).toEqual({
      kind: 'end',
      verdict: { kind: 'reached', winner: 1, minimal: false },
    });
    const few: StudyEvent = { ...goal, budget: { trials: 1, seconds: null } };
    expect(decide(stateOf([few, ...found.slice(1)]), minimal)).toMatchObject({ kind: 'suggest', undoes: 1 });
  });

  /** The same where a search run takes a tenth of a complete one; cold runs tell `cold` of what they reach. */
  function playScreened(needed: readonly string[], cold: (values: Point) => number): { state: State; proofs: Point[] } {
    const [, , , , suggestion] = found;
    const won = [
      ...ran(1, 1, search, 0.95, { seconds: 1 }),
      ...ran(1, 2, confirmation(0), 0.95, { randomness: deterministic, seconds: 10 }),
    ];
    const proofs: Point[] = [];
    const state = played(stateOf(found.slice(0, 4), [suggestion!, ...won]), minimal, (values, { kind }) => {
      const forked = kind === 'search';
      if (!forked) proofs.push(values);
      const enough = needed.every((id) => values[id] === 1);
      const score = !enough ? 0.6 : forked ? 0.95 : cold(values);
      return [score, { randomness: deterministic, seconds: forked ? 1 : 10 }];
    });
    return { state, proofs };
  }

  test.each([[['a']], [['b']], [['c']], [['b', 'c', 'd']]])(
    'where search runs are cheap, only what is left is proven: %j',
    (needed) => {
      const { state, proofs } = playScreened(needed, () => 0.95);
      const left = Object.fromEntries(names.map((id) => [id, needed.includes(id) ? 1 : 0]));
      expect(proofs).toEqual([left]);
      if (state.verdict?.kind !== 'reached') throw new Error('not reached');
      expect(state.verdict.minimal).toBe(true);
      expect({ ...state.trials[state.verdict.winner]?.values }).toEqual(left);
    },
  );

  test('a proof that fails falls back on what has more changes, which is proven too', () => {
    const simplest = (values: Point): boolean => names.filter((id) => values[id] === 1).length === 1;
    const { state, proofs } = playScreened(['a'], (values) => (simplest(values) ? 0.8 : 0.95));
    if (state.verdict?.kind !== 'reached') throw new Error('not reached');
    const winner = state.trials[state.verdict.winner]?.values ?? {};
    expect(simplest(winner)).toBe(false);
    expect(state.verdict.minimal).toBe(true);
    // The winner's own proof came before; everything else that is told was proven.
    expect(state.verdict.winner === 1 || proofs.some((values) => values === winner)).toBe(true);
  });
});
