import type { Purpose, Target } from './events.ts';
import { observationOf } from './observation.ts';
import { completed } from './state.ts';
import type { Trial } from './state.ts';

/**
 * Whether a re-seeded repeat of a proof may be forked from the process that holds the imports: where this very trial,
 * forked, told to the last digit what it told cold, both as the author seeded it. Then a fork is no other run than a cold one,
 * and only the seed is new. The author-seeded run itself is always cold.
 */
export function mayBeForked(trial: Trial, purpose: Purpose, target: Target): boolean {
  if (purpose.kind !== 'confirmation' || purpose.repeat === 0) return false;
  const [forked, cold] = [completed(trial, 'search'), completed(trial, 'confirmation')].map((attempt) =>
    attempt === undefined ? null : observationOf(attempt, target),
  );
  return forked?.value !== undefined && forked.value === cold?.value && forked.epoch === cold.epoch;
}
