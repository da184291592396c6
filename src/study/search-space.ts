import { conditionOf } from '../hyperparameters/conditions.ts';
import { arrived } from '../hyperparameters/read-back.ts';
import type { Hyperparameter } from '../hyperparameters/hyperparameter.ts';
import { selects } from '../hyperparameters/selection.ts';
import type { Space } from '../search/space.ts';
import type { LeftAlone } from './events.ts';
import type { Received } from './messages.ts';

/** What the user wants tuned, by name or id. */
export interface Choice {
  /** Only these, also those that no witness saw; empty: all that were seen. */
  readonly tune: readonly string[];
  readonly keep: readonly string[];
}

/**
 * The search space: every chosen place whose value the baseline was seen to hold. A place that did not
 * run, or that held something else than its source says, would be a knob connected to nothing.
 */
export function searchSpaceOf(
  hyperparameters: readonly Hyperparameter[],
  received: readonly Received[],
  choice: Choice,
): { space: Space; left: LeftAlone[] } {
  const judged = hyperparameters.map((hyperparameter) => ({
    hyperparameter,
    why: whyLeft(hyperparameter, received, choice),
  }));
  const tuned = judged.filter(({ why }) => why === null).map(({ hyperparameter }) => hyperparameter);
  return {
    space: {
      dimensions: tuned.map((hyperparameter) => {
        const when = conditionOf(hyperparameter, tuned);
        return when === null ? hyperparameter.dimension : { ...hyperparameter.dimension, when };
      }),
    },
    left: judged.flatMap(({ hyperparameter: { id }, why }) => (why === null ? [] : [{ id, why }])),
  };
}

function whyLeft(hyperparameter: Hyperparameter, received: readonly Received[], { tune, keep }: Choice): string | null {
  if (selects(keep, hyperparameter)) return 'kept, as asked';
  if (tune.length > 0) return selects(tune, hyperparameter) ? null : 'not among those to tune';
  const seen = received.filter(({ id }) => id === hyperparameter.id).at(-1);
  if (seen === undefined) return 'this place did not run in the baseline';
  const verdict = arrived(hyperparameter, hyperparameter.value, seen);
  return verdict === true ? null : `the run held something else than the source says: ${verdict}`;
}
