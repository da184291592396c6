import type { Purpose } from './events.ts';
import { completed, givenUp } from './state.ts';
import type { Attempt, State, Trial } from './state.ts';

/**
 * Below so many seconds of the baseline a trial is its own dry build: what does not fit together is known
 * as soon, and a start more would cost more than it saves.
 */
export const worthADryBuild = 30;

/**
 * A search run whose layers nobody has seen together is dry-built first. `layers` are the hyper-parameters
 * that decide what layers there are and what shapes they have.
 */
export function orDryBuild(purpose: Purpose, trial: Trial, state: State, layers: readonly string[]): Purpose {
  if (purpose.kind !== 'search' || trial.attempts.some((attempt) => attempt.purpose.kind === 'search')) return purpose;
  const baseline = state.trials[0] && completed(state.trials[0], 'baseline');
  if (baseline === undefined || baseline.seconds < worthADryBuild) return purpose;
  const starts = new Map(state.space?.dimensions.map(({ id, start }) => [id, start]));
  const built = (one: Trial): string => JSON.stringify(layers.map((id) => one.values[id] ?? starts.get(id) ?? null));
  const seen = state.trials.some((one) => hasTrained(one) && built(one) === built(trial));
  return seen || completed(trial, 'dry-build') !== undefined || givenUp(trial, 'dry-build')
    ? purpose
    : { kind: 'dry-build' };
}

/** Whether the trial's layers were seen to work together. */
export function hasTrained({ trial, attempts }: Trial): boolean {
  return attempts.some(
    ({ ending, purpose }) => ending?.kind === 'finished' || (trial === 0 && purpose.kind === 'baseline'),
  );
}

/** Why a trial need not train; `null`: its model was built, or was not seen to fail. A time limit tells nothing. */
export function whyNotBuilt(trial: Trial): string | null {
  const attempt: Attempt | undefined = completed(trial, 'dry-build');
  if (attempt?.ending?.kind !== 'failed') return null;
  const { type, message } = attempt.ending.failure;
  return `does not build: ${type}: ${message}`;
}
