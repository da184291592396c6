import { startOf } from '../search/spread.ts';
import type { Space } from '../search/space.ts';
import { keyOf } from '../search/unit-cube.ts';
import { startUnfinished } from './command.ts';
import type { Command, Rules } from './command.ts';
import type { Goal } from './events.ts';
import { questionOf } from './question.ts';
import { spentSeconds } from './state.ts';
import type { State } from './state.ts';
import { undoNext } from './undo.ts';
import type { Standing } from './verdict.ts';

/** Job 5: undoes what the result does not need. The budget of trials is the search's; that of time is everybody's. */
export function minimise(
  state: State,
  goal: Goal,
  space: Space,
  winner: number,
  standings: readonly Standing[],
  rules: Rules,
): Command {
  const { trials, verdict } = state;
  const unfinished = startUnfinished(state, standings, rules);
  if (unfinished !== null) return unfinished;
  const isProven = (trial: number): boolean => standings[trial]?.kind === 'confirmed';
  const tried = trials.map(({ trial, values }) => ({ values, proven: isProven(trial) }));
  const found = trials[winner]?.values ?? {};
  const chanceAt = rules.optimiser.chanceAt(questionOf(state, goal, space, standings, rules));
  const undo = undoNext(found, space, tried, chanceAt);
  if (undo.kind === 'minimal') {
    const key = keyOf(undo.values, space.dimensions);
    const last = trials.findLast(
      ({ trial, values }) => isProven(trial) && keyOf({ ...startOf(space), ...values }, space.dimensions) === key,
    );
    return { kind: 'end', verdict: { kind: 'reached', winner: last?.trial ?? winner, minimal: true } };
  }
  if (goal.budget.seconds !== null && spentSeconds(state) >= goal.budget.seconds) {
    const simplest = standings.findLastIndex(({ kind }) => kind === 'confirmed');
    return verdict === null
      ? { kind: 'end', verdict: { kind: 'reached', winner: simplest, minimal: false } }
      : { kind: 'rest' };
  }
  const why = `is the target reached without ${undo.undone.length === 1 ? 'this change' : 'these changes'}?`;
  return { kind: 'suggest', trial: trials.length, values: undo.values, why, undoes: winner };
}
