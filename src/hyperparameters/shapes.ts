import type { Hyperparameter } from './hyperparameter.ts';

/** Knobs that give a layer another shape; which layers there are is said by the form. */
const shaping: readonly string[] = ['units', 'filters', 'kernel-size'];

/** The hyper-parameters that decide whether the layers of a model fit together, by id. */
export function layersAmong(hyperparameters: readonly Hyperparameter[]): string[] {
  return hyperparameters.filter(({ form, knob }) => form === 'layer' || shaping.includes(knob)).map(({ id }) => id);
}
