import type { Target } from './events.ts';
import type { Observation, Split } from './messages.ts';
import type { Attempt } from './state.ts';

const splitRank: Readonly<Record<Split, number>> = { test: 3, validation: 2, unknown: 1, train: 0 };
const sourceRank: Readonly<Record<Observation['source'], number>> = { hook: 3, printed: 2, file: 1, notebook: 0 };

/**
 * The observation that a careful reader would take for the target's metric: held-out before training,
 * final before one epoch's, seen in the framework before printed before left in a file, the last of equals.
 */
export function observationOf(
  { observations }: Pick<Attempt, 'observations'>,
  target: Pick<Target, 'metric' | 'trainMetric'>,
): Observation | null {
  const candidates = observations.filter(
    ({ name, split }) => name === target.metric && (split !== 'train' || target.trainMetric),
  );
  return candidates.reduce<Observation | null>(
    (best, next) => (best === null || rank(next) >= rank(best) ? next : best),
    null,
  );
}

function rank({ split, epoch, source }: Observation): number {
  return splitRank[split] * 8 + (epoch === null ? 4 : 0) + sourceRank[source];
}
