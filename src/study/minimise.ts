import type { Point } from '../search/space.ts';
import { keyOf } from '../search/unit-cube.ts';
import { startUnfinished } from './command.ts';
import type { Command, Rules } from './command.ts';
import { spentSeconds } from './state.ts';
import type { State } from './state.ts';
import { undoNext } from './undo.ts';
import type { Known } from './undo.ts';
import type { Standing } from './verdict.ts';

/** Job 5: undoes what the result does not need. The budget of trials is the search's; that of time is everybody's. */
export function minimise(state: State, winner: number, standings: readonly Standing[], rules: Rules): Command {
  const { space, goal, trials, verdict } = state;
  const unfinished = startUnfinished(state, standings, rules);
  if (unfinished !== null) return unfinished;
  const dimensions = space?.dimensions ?? [];
  const key = (values: Point): string => keyOf(values, dimensions);
  const known = (values: Point): Known => {
    const kinds = trials
      .filter((trial) => key(trial.values) === key(values))
      .map(({ trial }) => standings[trial]?.kind ?? 'open');
    if (kinds.includes('confirmed')) return 'proven';
    return kinds.length === 0 ? 'unknown' : 'not';
  };
  const simplest = standings.findLastIndex(({ kind }) => kind === 'confirmed');
  const undo = undoNext(trials[winner]?.values ?? {}, { dimensions }, known);
  if (undo.kind === 'minimal') {
    const last = trials.findLast(
      ({ trial, values }) => standings[trial]?.kind === 'confirmed' && key(values) === key(undo.values),
    );
    return { kind: 'end', verdict: { kind: 'reached', winner: last?.trial ?? winner, minimal: true } };
  }
  if (goal?.budget.seconds != null && spentSeconds(state) >= goal.budget.seconds)
    return verdict === null
      ? { kind: 'end', verdict: { kind: 'reached', winner: simplest, minimal: false } }
      : { kind: 'rest' };
  const why = `is the target reached without ${undo.undone.length === 1 ? 'this change' : 'these changes'}?`;
  return { kind: 'suggest', trial: trials.length, values: undo.values, why, undoes: winner };
}
