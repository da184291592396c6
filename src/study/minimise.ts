import { startOf } from '../search/spread.ts';
import type { Space } from '../search/space.ts';
import { keyOf } from '../search/unit-cube.ts';
import { isTrainingSpent } from './budget.ts';
import { start, startUnfinished } from './command.ts';
import type { Command, Rules } from './command.ts';
import type { Goal } from './events.ts';
import { questionOf } from './question.ts';
import { isScreened } from './screening.ts';
import { isRunning } from './state.ts';
import type { State, Trial } from './state.ts';
import { undoNext } from './undo.ts';
import { isUndoneFirst } from './undone-first.ts';
import type { Standing } from './verdict.ts';

/**
 * Job 5: undoes what the result does not need. The budget of trials is the search's; those of time and epochs are everybody's. `winner` is
 * proven, or a candidate that is proven once nothing is left to undo.
 */
export function minimise(
  state: State,
  goal: Goal,
  space: Space,
  winner: number,
  standings: readonly Standing[],
  rules: Rules,
): Command {
  const { trials, verdict } = state;
  const isProven = ({ trial }: Trial): boolean => standings[trial]?.kind === 'confirmed';
  // What a search run has let through waits for its proof: something simpler may follow, and then needs the only one.
  const waits = (trial: Trial): boolean =>
    isUndoneFirst(trial, trials, standings) ||
    (isScreened(trial, trials) && standings[trial.trial]?.kind === 'candidate');
  // Trials of the search, which a winner has made needless, are left as they are.
  const begun = trials.filter((trial) => trial.undoes !== null && !waits(trial));
  const unfinished = startUnfinished(state, standings, rules, begun);
  if (unfinished !== null) return unfinished;
  if (begun.some(isRunning)) return { kind: 'wait' };
  const tried = trials.map((trial) => ({ values: trial.values, proven: isProven(trial) || waits(trial) }));
  const found = trials[winner]?.values ?? {};
  const chanceAt = rules.optimiser.chanceAt(questionOf(state, goal, space, standings, rules));
  const undo = undoNext(found, space, tried, chanceAt);
  const isSpent = isTrainingSpent(state, goal);
  if (undo.kind === 'minimal' || (isSpent && !trials.some(isProven))) {
    const key = undo.kind === 'minimal' ? keyOf(undo.values, space.dimensions) : null;
    const isLeft = ({ values }: Trial): boolean =>
      key === null || keyOf({ ...startOf(space), ...values }, space.dimensions) === key;
    const waiting = trials.findLast((trial) => waits(trial) && isLeft(trial));
    if (waiting !== undefined) return start(waiting, { kind: 'confirmation', repeat: 0 }, rules);
    const last = trials.findLast((trial) => isProven(trial) && isLeft(trial));
    return { kind: 'end', verdict: { kind: 'reached', winner: last?.trial ?? winner, minimal: true } };
  }
  if (isSpent) {
    const simplest = standings.findLastIndex(({ kind }) => kind === 'confirmed');
    return verdict === null
      ? { kind: 'end', verdict: { kind: 'reached', winner: simplest, minimal: false } }
      : { kind: 'rest' };
  }
  const why = `is the target reached without ${undo.undone.length === 1 ? 'this change' : 'these changes'}?`;
  return { kind: 'suggest', trial: trials.length, values: undo.values, why, undoes: winner };
}
