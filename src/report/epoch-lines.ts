import type { Target } from '../study/events.ts';
import type { Message } from '../study/messages.ts';

type Metric = Extract<Message, { kind: 'metric' }>;

/** What a log was told of the epochs of one attempt. */
export interface EpochsTold {
  /** The last epoch that has a line, and when in the attempt that was, in seconds. */
  readonly epoch: number;
  readonly at: number;
  /** Epochs tell a value on data that the training does not see. */
  readonly heldOut: boolean;
}

export const noEpochs: EpochsTold = { epoch: 0, at: 0, heldOut: false };

/**
 * Whether this value gets a line of its own in a log: at most one an epoch, the one on held-out data where
 * there is one, and the rarer the longer the training runs. The result at the end has its line anyway.
 */
export function tellsEpoch(told: EpochsTold, metric: Metric, target: Pick<Target, 'trainMetric'>): boolean {
  const { epoch, t } = metric;
  if (epoch === null || epoch <= told.epoch) return false;
  if (t < told.at + Math.max(mostOften, told.at * growth)) return false;
  // Frameworks tell training data first: only after a whole epoch it is known that nothing follows.
  return isHeldOut(metric, target) || (!told.heldOut && epoch > 1);
}

/** Seconds between two lines; they grow with the training, so that a night makes some hundred lines. */
const mostOften = 3;
const growth = 0.05;

/** What was told once this value has come. */
export function afterEpoch(told: EpochsTold, metric: Metric, target: Pick<Target, 'trainMetric'>): EpochsTold {
  const heldOut = told.heldOut || (metric.epoch !== null && isHeldOut(metric, target));
  return tellsEpoch(told, metric, target)
    ? { epoch: metric.epoch ?? told.epoch, at: metric.t, heldOut }
    : { ...told, heldOut };
}

function isHeldOut({ split }: Metric, { trainMetric }: Pick<Target, 'trainMetric'>): boolean {
  return split !== 'train' || trainMetric;
}
