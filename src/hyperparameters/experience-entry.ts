import type { Surface } from '../search/experience.ts';
import type { ModelFamily } from './model-family.ts';
import type { KnobName } from './knobs.ts';

/** What many data sets taught about one family of models: `search/experience.ts`, by knobs instead of places. */
export interface FamilyExperience extends ModelFamily {
  readonly coordinates: readonly FamilyCoordinate[];
  readonly mean: Surface;
  readonly variations: readonly Surface[];
}

export interface FamilyCoordinate {
  /** The same thing, under the name that each library's arguments have for it. */
  readonly knobs: readonly KnobName[];
  /** The arguments that are meant, where a knob has several with different effects; empty: all. */
  readonly names: readonly string[];
  readonly scale: 'linear' | 'log';
  readonly low: number;
  readonly high: number;
  readonly levels: Readonly<Record<string, number>>;
  readonly usual: number;
}
