import type { Value } from '../search/space.ts';
import type { ModelFamily } from './model-family.ts';

/** Configurations that did well on many data sets, of one family of models, best first. */
export interface Portfolio extends ModelFamily {
  /** What one leaves out stays as the author has it. */
  readonly configurations: readonly Readonly<Partial<Record<string, Value>>>[];
}
