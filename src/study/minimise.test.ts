import type { Rules } from './command.ts';
import { decide } from './decide.ts';
import type { StudyEvent } from './events.ts';
import type { Randomness } from './messages.ts';
import { after } from './state.ts';
import type { State } from './state.ts';
import { baseline, confirmation, goal, ran, rules, search, stateOf } from './sample-events.ts';

describe('a winner with several changes', () => {
  const names = ['a', 'b', 'c', 'd'];
  const wide: StudyEvent = {
    kind: 'space-set',
    space: {
      dimensions: names.map((id) => ({ kind: 'integer', id, low: 0, high: 9, scale: 'linear', start: 0 }) as const),
    },
    left: [],
  };
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
    let state = stateOf(from);
    let runs = 0;
    for (let step = 0; step < 100; step += 1) {
      const command = decide(state, minimal);
      if (command.kind === 'rest') return { state, runs };
      if (command.kind === 'suggest') state = after(state, { ...command, kind: 'trial-suggested' });
      else if (command.kind === 'end') state = after(state, { kind: 'search-ended', verdict: command.verdict });
      else if (command.kind === 'start') {
        const values = state.trials[command.trial]?.values ?? {};
        const score = needed.every((id) => values[id] === 1) ? 0.95 : 0.6;
        runs += 1;
        state = ran(command.trial, command.attempt, command.purpose, score, { randomness: deterministic }).reduce(
          after,
          state,
        );
      } else throw new Error(`unexpected: ${command.kind}`);
    }
    throw new Error('it does not end');
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
});
