import { whyNotBuilt } from './dry-build.ts';
import type { Ending } from './ending.ts';
import type { Goal } from './events.ts';
import type { State, Trial } from './state.ts';

/**
 * How many sets of values were tried to reach the target: neither the baseline nor what simplifies a winner. What a dry
 * build refused took no training and costs none, but as many of them as there are trials to spend are enough.
 */
export function searchedTrials({ goal, trials }: Pick<State, 'goal' | 'trials'>): number {
  const searched = trials.filter(({ trial, undoes }) => trial > 0 && undoes === null);
  const refused = searched.filter(isRefused).length;
  return searched.length - Math.min(refused, goal?.budget.trials ?? 0);
}

/** Whether a dry build ended the trial before any training. */
export function isRefused(trial: Trial): boolean {
  return whyNotBuilt(trial) !== null;
}

/** Seconds of training so far, all attempts together that ran. */
export function spentSeconds(state: State): number {
  return state.trials
    .flatMap((trial) => trial.attempts)
    .reduce((sum, { seconds, ending }) => sum + (isTaken(ending) ? 0 : seconds), 0);
}

/** Whether an earlier training stood in for it; its seconds are that one's. */
export function isTaken(ending: Ending | null): boolean {
  return ending?.kind === 'finished' && ending.takenFrom !== undefined;
}

/** Epochs of training so far, all attempts together that ran. */
export function spentEpochs(state: State): number {
  return state.trials
    .flatMap((trial) => trial.attempts)
    .reduce((sum, { epochs, ending }) => sum + (isTaken(ending) ? 0 : epochs), 0);
}

/** Whether nothing is left to search with. */
export function isSpent(state: State, goal: Goal): boolean {
  return searchedTrials(state) >= goal.budget.trials || isTrainingSpent(state, goal);
}

/** Whether nothing is left to train with, be it to search or to simplify: time and epochs are everybody's. */
export function isTrainingSpent(state: State, { budget: { seconds, epochs } }: Goal): boolean {
  return (seconds !== null && spentSeconds(state) >= seconds) || (epochs !== undefined && spentEpochs(state) >= epochs);
}
