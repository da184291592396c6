import type { Dimension, Space, Value } from '../search/space.ts';
import { hasTrained, whyNotBuilt } from './dry-build.ts';
import type { Trial } from './state.ts';

/**
 * The space without the layers that dry builds refused, so that no second one is spent on the same edit. `layers` are the
 * hyper-parameters that decide what layers there are and what shapes they have.
 */
export function buildable(space: Space, trials: readonly Trial[], layers: readonly string[]): Space {
  const refused = refusedValues(space, trials, layers);
  return { dimensions: space.dimensions.map((dimension) => without(dimension, refused.get(dimension.id) ?? [])) };
}

/** The values to blame, by hyper-parameter. A trial that does not build is explained by one of the values that are new in it. */
function refusedValues(
  { dimensions }: Space,
  trials: readonly Trial[],
  layers: readonly string[],
): ReadonlyMap<string, readonly Value[]> {
  const shaping = dimensions.filter(({ id }) => layers.includes(id));
  const trained = trials.filter(hasTrained);
  const newIn = ({ values }: Trial): string[] =>
    shaping
      .filter(({ id, start }) => id in values && ![start, ...trained.map((one) => one.values[id])].includes(values[id]))
      .map(({ id }) => id);
  const guilty = new Map<string, readonly Value[]>();
  let unexplained = trials
    .filter((trial) => whyNotBuilt(trial) !== null)
    .map((trial) => ({ trial, suspects: newIn(trial) }));
  for (;;) {
    const id = mostSuspect(unexplained.map(({ suspects }) => suspects));
    if (id === null) return guilty;
    const explained = unexplained.filter(({ suspects }) => suspects.includes(id));
    guilty.set(id, [...new Set(explained.map(({ trial }) => trial.values[id] ?? null))]);
    unexplained = unexplained.filter(({ suspects }) => !suspects.includes(id));
  }
}

/** The only suspect of some trial, else the one in most of them; `null`: one trial with several says too little. */
function mostSuspect(trials: readonly (readonly string[])[]): string | null {
  const alone = trials.find(({ length }) => length === 1)?.[0];
  if (alone !== undefined) return alone;
  const count = (id: string): number => trials.filter((suspects) => suspects.includes(id)).length;
  const [most] = [...new Set(trials.flat())].toSorted((a, b) => count(b) - count(a));
  return most !== undefined && count(most) > 1 ? most : null;
}

/** Two refused numbers are taken for a size that must stay; beyond one there may be nothing either. */
function without(dimension: Dimension, refused: readonly Value[]): Dimension {
  if (refused.length === 0) return dimension;
  if (dimension.kind === 'choice')
    return { ...dimension, choices: dimension.choices.filter((choice) => !refused.includes(choice)) };
  const { start } = dimension;
  const [value] = refused;
  const low = typeof value === 'number' && value < start ? value + 1 : dimension.low;
  const high = typeof value === 'number' && value > start ? value - 1 : dimension.high;
  return refused.length > 1 || low > high ? { ...dimension, low: start, high: start } : { ...dimension, low, high };
}
