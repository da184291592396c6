import type { Question, Result } from '../search/optimiser.ts';
import type { Point, Space } from '../search/space.ts';
import { startOf } from '../search/spread.ts';
import type { Rules } from './command.ts';
import type { Goal } from './events.ts';
import { completed, isRunning } from './state.ts';
import type { State, Trial } from './state.ts';
import { oriented } from './verdict.ts';
import type { Standing } from './verdict.ts';

/** What the optimiser is asked: everything that the study has seen. */
export function questionOf(
  state: State,
  goal: Goal,
  space: Space,
  standings: readonly Standing[],
  { portfolio, experience, seed }: Pick<Rules, 'portfolio' | 'experience' | 'seed'>,
): Question {
  return {
    space,
    results: resultsOf(state, goal, space, standings),
    pending: state.trials.filter(isSearchedNow).map((trial) => pointOf(trial, space)),
    portfolio,
    experience,
    goal: oriented(goal.target.value ?? 0, goal.target),
    seed,
  };
}

/** What the optimiser learns from: every judged trial, the baseline at the space's own start values. */
function resultsOf({ trials }: State, { target }: Goal, space: Space, standings: readonly Standing[]): Result[] {
  const judged = trials.filter((trial) => !isSearchedNow(trial));
  return judged.map((trial) => {
    const standing = standings[trial.trial];
    const score = standing !== undefined && 'score' in standing ? oriented(standing.score, target) : null;
    return { point: pointOf(trial, space), score };
  });
}

/** Nothing is known of it yet: its first run is under way. */
function isSearchedNow(trial: Trial): boolean {
  return isRunning(trial) && completed(trial, 'search') === undefined;
}

function pointOf({ values }: Trial, space: Space): Point {
  return { ...startOf(space), ...values };
}
