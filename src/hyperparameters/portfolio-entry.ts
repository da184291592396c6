import type { Value } from '../search/space.ts';
import type { KnobName } from './knobs.ts';

/** Configurations that did well on many data sets, of one family of models, best first. */
export interface Portfolio {
  readonly family: string;
  /** The classes whose hyper-parameters they are; empty: the knobs below tell the family. */
  readonly makers: readonly string[];
  /** Knobs that together tell the family: all of the first list, one of the second, none of the third. */
  readonly all: readonly KnobName[];
  readonly some: readonly KnobName[];
  readonly none: readonly KnobName[];
  /** The learning rate stands as a multiple of its optimiser's own default, which moves with the optimiser. */
  readonly relativeRate: boolean;
  /** Knobs that stand as a multiple of what the author wrote. */
  readonly multiples: readonly KnobName[];
  /** What one leaves out stays as the author has it. */
  readonly configurations: readonly Readonly<Partial<Record<string, Value>>>[];
}
