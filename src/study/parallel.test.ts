import type { Optimiser, Question } from '../search/optimiser.ts';
import type { Command, Rules } from './command.ts';
import { decide } from './decide.ts';
import type { Usage } from './messages.ts';
import type { Purpose, StudyEvent } from './events.ts';
import { baseline, confirmation, goal, missed, ran, rules, search, stateOf, suggested } from './sample-events.ts';
import { after, runningAttempts } from './state.ts';
import type { State } from './state.ts';

const two: Rules = { ...rules, parallel: 2 };
const deterministic = { randomness: { sources: [], shared: false } };
const started = (trial: number, attempt: number, purpose: Purpose): StudyEvent => ran(trial, attempt, purpose, 0)[0]!;

function asking(): { optimiser: Optimiser; questions: Question[] } {
  const questions: Question[] = [];
  const suggest: Optimiser['suggest'] = (question) => {
    questions.push(question);
    return rules.optimiser.suggest(question);
  };
  return { optimiser: { ...rules.optimiser, suggest }, questions };
}

test('nothing runs beside the baseline', () => {
  expect(decide(stateOf(goal, started(0, 1, baseline)), two)).toEqual({ kind: 'wait' });
});

test('beside a running trial the next is suggested, with the first one in mind', () => {
  const { optimiser, questions } = asking();
  const state = stateOf(missed, suggested(1), started(1, 1, search));
  expect(decide(state, { ...two, optimiser })).toMatchObject({ kind: 'suggest', trial: 2 });
  expect(questions[0]?.pending).toEqual([{ k: 1 }]);
  expect(questions[0]?.results).toHaveLength(1);
  const both = stateOf(missed, suggested(1), started(1, 1, search), suggested(2), started(2, 1, search));
  expect(decide(both, two)).toEqual({ kind: 'wait' });
});

test('a candidate is proven before anything new begins, its repeats side by side', () => {
  const found = [...missed, suggested(1), started(1, 1, search), suggested(2), ...ran(2, 1, search, 0.95)];
  const first = { kind: 'start', trial: 2, attempt: 2, purpose: confirmation(0) };
  expect(decide(stateOf(found), two)).toMatchObject(first);
  const three = { ...two, parallel: 3 };
  const proof = [...found, started(2, 2, confirmation(0))];
  expect(decide(stateOf(proof), three)).toMatchObject({ kind: 'start', trial: 2, purpose: confirmation(1) });
  const saturated = [...proof, started(2, 3, confirmation(1)), started(2, 4, confirmation(2))];
  expect(decide(stateOf(saturated), { ...two, parallel: 5 })).toEqual({ kind: 'wait' });
});

describe('a proof of a script that trains in one thread', () => {
  const proof = (usage: Usage | undefined): State =>
    stateOf(
      goal,
      ran(0, 1, baseline, 0.5, { seconds: 10, ...(usage === undefined ? {} : { usage }) }),
      missed.at(-1)!,
      suggested(1),
      ran(1, 1, search, 0.95, usage === undefined ? {} : { usage }),
      started(1, 2, confirmation(0)),
    );
  const single: Usage = { cpu: 9, main: 8.9, memory: 1e9, accelerator: false };

  test('has its repeats side by side without being asked', () => {
    expect(decide(proof(single), rules)).toMatchObject({ kind: 'start', purpose: confirmation(1) });
    const full = stateOf(goal, started(0, 1, baseline));
    expect(decide(full, rules)).toEqual({ kind: 'wait' });
  });

  test('also of what is left once needless changes are undone', () => {
    const simpler = { kind: 'trial-suggested', trial: 2, values: { k: 5 }, why: '', undoes: 1 } as const;
    const state = stateOf(
      goal,
      ran(0, 1, baseline, 0.5, { seconds: 10, usage: single }),
      missed.at(-1)!,
      suggested(1),
      ran(1, 1, search, 0.95, { seconds: 1, usage: single }),
      simpler,
      ran(2, 1, search, 0.95, { seconds: 1 }),
      started(2, 2, confirmation(0)),
    );
    const beside = { kind: 'start', trial: 2, purpose: confirmation(1) };
    expect(decide(state, { ...rules, stage: 'minimal' })).toMatchObject(beside);
  });

  test.each([
    ['nobody knows what it uses', undefined],
    ['others than its main thread compute', { ...single, cpu: 9.5 }],
    ['it may use a GPU', { ...single, accelerator: true }],
    ['its memory has no room twice', { ...single, memory: 1.5e9 }],
  ])('but not where %s', (_, usage) => {
    expect(decide(proof(usage), rules)).toEqual({ kind: 'wait' });
  });
});

test('where repeats would be equal, one run is the proof, and others are not begun', () => {
  const found = [...missed, suggested(1), ...ran(1, 1, search, 0.95, deterministic)];
  expect(decide(stateOf(found, started(1, 2, confirmation(0))), two)).toEqual({ kind: 'wait' });
});

test('the budget counts what runs; the end waits for it', () => {
  const state = stateOf(missed, suggested(1), ran(1, 1, search, 0.6), suggested(2), started(2, 1, search));
  expect(decide(state, two)).toEqual({ kind: 'wait' });
  const over = stateOf(missed, suggested(1), ran(1, 1, search, 0.6), suggested(2), ran(2, 1, search, 0.6));
  expect(decide(over, two)).toMatchObject({ kind: 'end', verdict: { kind: 'below-target' } });
});

test.each([2, 3, 5])('with %i side by side every study ends, with no attempt twice', (parallel) => {
  let state: State = stateOf({ ...goal, budget: { trials: 7, seconds: null } });
  const seen = new Set<string>();
  let most = 0;
  for (let step = 0; state.verdict === null; step += 1) {
    expect(step).toBeLessThan(200);
    const command: Command = decide(state, { ...two, stage: 'minimal', parallel });
    if (command.kind === 'wait') {
      // The last one first: as if every later training were quicker.
      const { trial, attempt, purpose } = runningAttempts(state).at(-1)!;
      state = after(state, ran(trial, attempt, purpose, trial >= 5 ? 0.95 : 0.5)[1]!);
    } else if (command.kind === 'start') {
      const key = `${command.trial}.${command.attempt}`;
      expect(seen.has(key)).toBe(false);
      seen.add(key);
      state = after(state, { ...command, kind: 'attempt-started' });
      most = Math.max(most, runningAttempts(state).length);
    } else if (command.kind === 'suggest') state = after(state, { ...command, kind: 'trial-suggested' });
    else if (command.kind === 'set-space') state = after(state, missed.at(-1)!);
    else if (command.kind === 'end') state = after(state, { kind: 'search-ended', verdict: command.verdict });
    else throw new Error(command.kind);
  }
  expect(state.verdict).toMatchObject({ kind: 'reached' });
  expect(most).toBe(parallel);
});
