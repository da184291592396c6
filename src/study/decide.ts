import type { Space } from '../search/space.ts';
import { isSpent, searchedTrials } from './budget.ts';
import { start, startUnfinished } from './command.ts';
import type { Command, Rules } from './command.ts';
import type { Goal, Verdict } from './events.ts';
import { isHopeless } from './hope.ts';
import { minimise } from './minimise.ts';
import { observationOf } from './observation.ts';
import { mostBeside } from './proof-beside.ts';
import { questionOf } from './question.ts';
import { buildable } from './refused.ts';
import { isRunning, runningAttempts } from './state.ts';
import type { State, Trial } from './state.ts';
import { isUndoneFirst } from './undone-first.ts';
import { standingsOf } from './verdict.ts';
import type { Standing } from './verdict.ts';

/** State → the one next step. Equal states give equal steps, in any process. */
export function decide(state: State, rules: Rules): Command {
  const { goal, trials, space } = state;
  const first = trials[0];
  if (goal === null || first === undefined) return { kind: 'rest' };
  if (runningAttempts(state).length >= mostBeside(state, rules) || isRunning(first)) return { kind: 'wait' };
  const standings = standingsOf(trials, goal);
  if (state.verdict !== null) return afterVerdict(state, standings, rules);
  const baseline = standings[0];
  if (baseline?.kind === 'open') return start(first, baseline.next, rules);
  if (baseline?.kind === 'failed') return { kind: 'end', verdict: whyBaselineFailed(first, goal) };
  if (space === null) return { kind: 'set-space' };
  if (rules.stage === 'baseline') return { kind: 'rest' };
  if (goal.target.value === null) return { kind: 'end', verdict: { kind: 'no-target' } };
  return nextTrial(state, goal, space, standings, rules);
}

function nextTrial(state: State, goal: Goal, space: Space, standings: readonly Standing[], rules: Rules): Command {
  const winner = winnerOf(state, standings);
  if (winner !== null)
    return rules.stage === 'minimal'
      ? minimise(state, goal, space, winner, standings, rules)
      : { kind: 'end', verdict: { kind: 'reached', winner, minimal: false } };
  if (rules.stage === 'minimal') {
    const candidate = state.trials.find((trial) => isUndoneFirst(trial, state.trials, standings));
    if (candidate !== undefined) return minimise(state, goal, space, candidate.trial, standings, rules);
  }
  const unfinished = startUnfinished(state, standings, rules);
  if (unfinished !== null) return unfinished;
  const next = nextSuggestion(state, goal, space, standings, rules);
  // What still runs may reach the target, or teach enough for one more.
  return next.kind === 'end' && runningAttempts(state).length > 0 ? { kind: 'wait' } : next;
}

function nextSuggestion(state: State, goal: Goal, space: Space, standings: readonly Standing[], rules: Rules): Command {
  if (isSpent(state, goal)) return { kind: 'end', verdict: { kind: 'below-target' } };
  const open = buildable(space, state.trials, rules.layers);
  const suggestion = rules.optimiser.suggest(questionOf(state, goal, open, standings, rules));
  if (suggestion === null) return { kind: 'end', verdict: { kind: 'exhausted' } };
  const { point: values, why, chance } = suggestion;
  const tried = searchedTrials(state);
  if (!state.warned && isHopeless(chance, tried, goal.budget.trials - tried))
    return { kind: 'end', verdict: { kind: 'impossible' } };
  return { kind: 'suggest', trial: state.trials.length, values, why, undoes: null };
}

/** An ended search rests, but for a winner that is still to be simplified. */
function afterVerdict(state: State, standings: readonly Standing[], rules: Rules): Command {
  const { verdict, goal, space } = state;
  if (goal === null || space === null || rules.stage !== 'minimal' || verdict?.kind !== 'reached' || verdict.minimal)
    return { kind: 'rest' };
  const winner = winnerOf(state, standings);
  return winner === null ? { kind: 'rest' } : minimise(state, goal, space, winner, standings, rules);
}

/** The trial that the search found, also where only a simpler version of it was proven. */
function winnerOf({ trials }: State, standings: readonly Standing[]): number | null {
  const proven = trials.find(({ trial }) => standings[trial]?.kind === 'confirmed');
  return proven === undefined ? null : (proven.undoes ?? proven.trial);
}

function whyBaselineFailed(baseline: Trial, { target }: Goal): Verdict {
  const attempt = baseline.attempts.findLast(({ ending }) => ending?.kind === 'finished');
  if (attempt === undefined || observationOf(attempt, target) !== null) return { kind: 'baseline-failed' };
  return { kind: 'no-metric', seen: [...new Set(attempt.observations.map(({ name }) => name))] };
}
