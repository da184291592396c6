import type { Target } from './events.ts';
import type { Message, Observation } from './messages.ts';
import { observationOf } from './observation.ts';
import { completed } from './state.ts';
import type { Attempt, Trial } from './state.ts';
import { oriented, reaches } from './verdict.ts';

/** A noisy curve that touches the target once is a candidate whose proof costs more runs than its end would have. */
const steadyEpochs = 3;
/** A training whose held-out metric has not moved for so many epochs, and for this share of all, has not begun to learn. */
const stuckEpochs = 3;
const stuckShare = 0.2;

/**
 * Whether a search run's training may end with this epoch: it has reached the target and stays there, or it is stuck below
 * the script as it is. Only where the curve is the metric itself: in the baseline its last epoch was what the script told at
 * the end. What reached early proves nothing; the proof runs complete.
 */
export function hasToldEnough(messages: readonly Message[], baseline: Trial | undefined, target: Target): boolean {
  const usual = baseline && completed(baseline, 'baseline');
  const last = messages.at(-1);
  if (usual === undefined || last?.kind !== 'metric' || last.epoch === null) return false;
  const end = endOfCurve(usual, last, target);
  if (end === null) return false;
  const told = messages.flatMap((message) =>
    message.kind === 'metric' && isSameCurve(message, last) ? [message.value] : [],
  );
  const latest = told.slice(-steadyEpochs);
  if (latest.length === steadyEpochs && latest.every((value) => reaches(value, target))) return true;
  const epochs = messages.reduce(
    (most, message) => (message.kind === 'progress' ? Math.max(most, message.epochs ?? 0) : most),
    end.epoch ?? 0,
  );
  return (
    told.length >= stuckEpochs &&
    // Of many rounds not each is told.
    last.epoch >= stuckShare * epochs &&
    told.every((value) => value === last.value) &&
    oriented(last.value, target) < oriented(end.value, target)
  );
}

/** The last epoch of the same curve in the baseline, if that is what counted there. */
function endOfCurve(usual: Attempt, one: Observation, target: Target): Observation | null {
  const counted = observationOf(usual, target);
  const end = usual.observations.findLast((other) => isSameCurve(other, one));
  if (counted === null || end === undefined || one.name !== target.metric) return null;
  if (one.split === 'train' && !target.trainMetric) return null;
  return Math.abs(end.value - counted.value) <= 1e-6 * Math.max(1, Math.abs(counted.value)) ? end : null;
}

function isSameCurve(one: Observation, other: Observation): boolean {
  return one.epoch !== null && one.name === other.name && one.split === other.split && one.source === other.source;
}
