import type { Target } from './events.ts';
import type { Failure } from './messages.ts';
import { observationOf } from './observation.ts';
import { completed } from './state.ts';
import type { Attempt, Trial } from './state.ts';

/**
 * The failure with which the script, as it is, ends *after* it has told its final metric: a plot, a mail,
 * a path that is not there. Its number counts all the same, and the failure is shown. `null`: the baseline
 * ran through, or failed before it had a final number, or nobody knows where.
 */
export function lateFailureOf(baseline: Trial | undefined, target: Target): Failure | null {
  const attempt = baseline === undefined ? undefined : completed(baseline, 'baseline');
  return attempt === undefined ? null : failureAfterMetric(attempt, target);
}

type Ended = Pick<Attempt, 'ending' | 'observations'>;

/** The failure of one run, where it came after the run's final metric. */
export function failureAfterMetric(attempt: Ended, target: Target): Failure | null {
  if (attempt.ending?.kind !== 'failed' || attempt.ending.failure.line === null) return null;
  return hasFinalMetric(attempt, target) ? attempt.ending.failure : null;
}

/** Whether an attempt ended as the baseline did, and not with a failure that this would hide. */
export function failedAsKnown(attempt: Ended, known: Failure | null, target: Target): boolean {
  if (known === null || attempt.ending?.kind !== 'failed') return false;
  const { type, file, line, message } = attempt.ending.failure;
  // An edit may insert lines above; then the same words must be said.
  const samePlace = type === known.type && file === known.file && (line === known.line || message === known.message);
  return samePlace && hasFinalMetric(attempt, target);
}

/** The value of one epoch is no result: the training may have been cut off there. */
function hasFinalMetric(attempt: Ended, target: Target): boolean {
  return observationOf(attempt, target)?.epoch === null;
}
